import { html, type TemplateResult } from "lit";

/** The card and the reader it lies on. The class on the outside moves the card: placing, reading, taking. */
export function cardOnReader(motion: "placing" | "reading" | "taking"): TemplateResult {
  return html`<svg class="card-on-reader ${motion}" viewBox="0 0 320 240" aria-hidden="true">
    <ellipse cx="160" cy="204" rx="132" ry="18" fill="currentColor" opacity="0.08" />
    <path d="M52 150h216l28 40a10 10 0 0 1-9 15H33a10 10 0 0 1-9-15Z" class="reader" />
    <path d="M24 192h272v6a18 18 0 0 1-18 18H42a18 18 0 0 1-18-18Z" class="reader-edge" />
    <path d="M84 160h152l15 24H69Z" class="place" />
    <g class="card">
      <rect x="76" y="36" width="168" height="106" rx="11" class="card-face" />
      <path d="M76 60V47a11 11 0 0 1 11-11h146a11 11 0 0 1 11 11v13Z" class="card-band" />
      <rect x="90" y="72" width="38" height="48" rx="4" class="photo" />
      <circle cx="109" cy="89" r="8" class="person" />
      <path d="M94 120c0-11 6-18 15-18s15 7 15 18Z" class="person" />
      <path d="M142 80h76M142 94h54M142 108h64" class="lines" />
      <path d="M90 49h58" class="band-line" />
    </g>
    <path d="M160 4v24m-10-10 10 10 10-10" class="arrow-down" />
    <path d="M160 28V4m-10 10 10-10 10 10" class="arrow-up" />
  </svg>`;
}
