import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { PartHealth } from "../api/staff_view";
import { text, textFromTerminal, type Locale } from "../texts/text";
import { panel } from "./panel";

/** Each part with its state in words and shape, and what to do when it does not work. */
@customElement("health-list")
export class HealthList extends LitElement {
  static override styles = [
    panel,
    css`
      ul {
        display: grid;
        gap: 0.9rem;
      }
      li {
        display: grid;
        grid-template-columns: 1rem 1fr auto;
        gap: 0.15rem 0.9rem;
        align-items: center;
      }
      i {
        width: 1rem;
        height: 1rem;
        border-radius: 50%;
        background: var(--accent);
      }
      .degraded i {
        background: linear-gradient(90deg, var(--attention) 50%, transparent 50%);
        border: 2px solid var(--attention);
      }
      .down i {
        border-radius: 2px;
        background: var(--attention);
        rotate: 45deg;
        scale: 0.85;
      }
      .state {
        font-weight: 700;
      }
      .degraded .state,
      .down .state {
        color: var(--attention);
      }
      small {
        grid-column: 2 / -1;
        font-size: 0.9rem;
        color: var(--ink-soft);
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) health: PartHealth[] = [];

  override render() {
    return html`<h2>${text(this.locale, "staff.health")}</h2>
      <ul>
        ${this.health.map(
          ({ part, state, reason }) =>
            html`<li class=${state} data-part=${part}>
              <i></i><span>${text(this.locale, `staff.part.${part}`)}</span>
              <span class="state">${text(this.locale, `staff.state.${state}`)}</span>
              ${reason
                ? html`<small
                    >${textFromTerminal(this.locale, `reason.${reason}.cause`)}
                    ${textFromTerminal(this.locale, `reason.${reason}.remedy`)} (${reason})</small
                  >`
                : ""}
            </li>`,
        )}
      </ul>`;
  }
}
