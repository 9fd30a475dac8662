import { html, type SVGTemplateResult, type TemplateResult } from "lit";

/** A line drawing of 64 × 64 in the colour of its surroundings. Words stand beside it, so it is silent. */
export function pictogram(lines: SVGTemplateResult): TemplateResult {
  return html`<svg
    class="pictogram"
    viewBox="0 0 64 64"
    fill="none"
    stroke="currentColor"
    stroke-width="3"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${lines}
  </svg>`;
}
