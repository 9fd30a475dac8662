import { svg } from "lit";

import { pictogram } from "./pictogram";

/** A face in a viewfinder. */
export const faceWay = pictogram(svg`
  <path d="M6 18V10a4 4 0 0 1 4-4h8M46 6h8a4 4 0 0 1 4 4v8M58 46v8a4 4 0 0 1-4 4h-8M18 58h-8a4 4 0 0 1-4-4v-8" />
  <path d="M19 30c0-9 5-15 13-15s13 6 13 15c0 10-6 18-13 18s-13-8-13-18Z" />
  <path d="M26.5 29v1M37.5 29v1M27.5 38.500c3 2.3 6 2.3 9 0" />`);

/** Four hidden digits over keys. */
export const pinWay = pictogram(svg`
  <rect x="5" y="7" width="54" height="20" rx="6" />
  <path d="M16 17h.01M26.7 17h.01M37.3 17h.01M48 17h.01" stroke-width="6" />
  <rect x="9" y="36" width="11" height="9" rx="2.5" /><rect x="26.5" y="36" width="11" height="9" rx="2.5" />
  <rect x="44" y="36" width="11" height="9" rx="2.5" /><rect x="9" y="50" width="11" height="9" rx="2.5" />
  <rect x="26.5" y="50" width="11" height="9" rx="2.5" /><rect x="44" y="50" width="11" height="9" rx="2.5" />`);

/** A person beside the photo on the card. */
export const visualWay = pictogram(svg`
  <circle cx="17" cy="20" r="8" /><path d="M4 52c0-10 5-17 13-17 4.5 0 8 2.2 10.3 5.8" />
  <rect x="30" y="24" width="30" height="28" rx="4" />
  <circle cx="40.5" cy="34.5" r="3.5" /><path d="M34.5 46c0-4 2.5-6.5 6-6.500s6 2.5 6 6.500M52 33v.01M52 39v.01M52 45v.01" />`);

/** The bell of a reception desk. */
export const bell = pictogram(svg`
  <path d="M8 46h48M12 46c0-13 8-22 20-22s20 9 20 22M32 24v-6M26 14h12M6 55h52" />
  <path d="M21 39c1-4 3.5-6.5 7-7.5" />`);
