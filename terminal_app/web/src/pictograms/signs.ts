import { svg } from "lit";

import { pictogram } from "./pictogram";

export const done = pictogram(svg`<circle cx="32" cy="32" r="26" /><path d="m20 33 8.5 8.500L45 24.5" stroke-width="4.5" />`);

export const notice = pictogram(svg`<circle cx="32" cy="32" r="26" /><path d="M32 28v17" stroke-width="4.5" /><path d="M32 19h.01" stroke-width="6" />`);

export const hourglass = pictogram(svg`
  <path d="M16 6h32M16 58h32M20 6v9c0 9 12 11 12 17s-12 8-12 17v9M44 6v9c0 9-12 11-12 17s12 8 12 17v9M26 52h12" />`);

export const globe = pictogram(svg`
  <circle cx="32" cy="32" r="25" /><path d="M7 32h50M32 7c-9 7-11 16-11 25s2 18 11 25c9-7 11-16 11-25S41 14 32 7Z" />`);

export const contrast = pictogram(svg`<circle cx="32" cy="32" r="25" /><path d="M32 7a25 25 0 0 1 0 50Z" fill="currentColor" />`);

export const eraser = pictogram(svg`
  <path d="M22 14h32a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H22L6 32Z" /><path d="m31 25 14 14M45 25 31 39" />`);

export const back = pictogram(svg`<path d="M54 32H12M28 14 10 32l18 18" stroke-width="4.5" />`);

export const close = pictogram(svg`<path d="m16 16 32 32M48 16 16 48" stroke-width="4.5" />`);
