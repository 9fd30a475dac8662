import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Step } from "../api/staff_view";
import { text, textFromTerminal, type Locale } from "../texts/text";
import { panel } from "./panel";
import { seconds, shares } from "./timeline_shares";

/** What was done in this session and how long each step took, drawn to scale. */
@customElement("step-timeline")
export class StepTimeline extends LitElement {
  static override styles = [
    panel,
    css`
      ol {
        display: grid;
        gap: 0.6rem;
      }
      li {
        display: grid;
        grid-template-columns: 11rem minmax(0, 1fr) 5rem;
        gap: 1rem;
        align-items: center;
        font-size: 0.95rem;
      }
      svg {
        width: 100%;
        height: 0.75rem;
      }
      rect {
        fill: var(--accent);
      }
      .track {
        fill: var(--accent-tint);
      }
      .time {
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      .total {
        margin-top: 0.4rem;
        padding-top: 0.8rem;
        border-top: 1px solid var(--hairline);
        font-weight: 700;
      }
      p {
        margin: 0;
        color: var(--ink-soft);
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) steps: Step[] = [];

  override render() {
    return html`<h2>${text(this.locale, "staff.steps")}</h2>
      ${this.steps.length === 0 ? html`<p>${text(this.locale, "staff.no_steps")}</p>` : this.#list()}`;
  }

  #list() {
    const total = this.steps.reduce((sum, step) => sum + step.ms, 0);
    return html`<ol>
      ${shares(this.steps).map(
        ({ name, ms, start, length }) =>
          html`<li>
            <span>${textFromTerminal(this.locale, `staff.step.${name}`, name)}</span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect class="track" width="100" height="4" rx="1" />
              <rect x=${start} width=${length} height="4" rx="0.5" />
            </svg>
            <span class="time">${seconds(ms)}</span>
          </li>`,
      )}
      <li class="total">
        <span>${text(this.locale, "staff.total")}</span><span></span><span class="time">${seconds(total)}</span>
      </li>
    </ol>`;
  }
}
