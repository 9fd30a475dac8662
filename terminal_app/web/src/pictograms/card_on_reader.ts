import { html, type TemplateResult } from "lit";

/** The reader from above and the card that goes on it. The motion: placing, reading, taking. */
export function cardOnReader(motion: "placing" | "reading" | "taking"): TemplateResult {
  return html`<svg class="card-on-reader ${motion}" viewBox="0 0 320 250" aria-hidden="true">
    <rect x="34" y="74" width="252" height="168" rx="26" class="reader" />
    <rect x="85" y="104" width="150" height="96" rx="12" class="place" />
    <circle cx="160" cy="222" r="5" class="lamp" />
    <g class="card">
      <rect x="87" y="106" width="146" height="92" rx="10" class="card-face" />
      <path d="M87 128v-12a10 10 0 0 1 10-10h126a10 10 0 0 1 10 10v12Z" class="card-band" />
      <path d="M98 117h44" class="band-line" />
      <rect x="98" y="138" width="34" height="46" rx="4" class="photo" />
      <circle cx="115" cy="154" r="7.5" class="person" />
      <path d="M101 184c0-10 6-17 14-17s14 7 14 17Z" class="person" />
      <path d="M144 144h74M144 158h52M144 172h64" class="lines" />
    </g>
    <path d="M160 2v30m-12-12 12 12 12-12" class="arrow-down" />
    <path d="M160 32V2m-12 12 12-12 12 12" class="arrow-up" />
  </svg>`;
}
