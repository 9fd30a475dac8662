import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Failure } from "../api/staff_view";
import { text, textFromTerminal, type Locale } from "../texts/text";
import { panel } from "./panel";

/** A failure with cause and remedy for staff, and a line for the engineer on the telephone. */
@customElement("failure-panel")
export class FailurePanel extends LitElement {
  static override styles = [
    panel,
    css`
      :host {
        border: 2px solid var(--attention);
        background: var(--attention-tint);
      }
      h2 {
        color: var(--attention);
        display: flex;
        justify-content: space-between;
        gap: 1rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.6rem 1.25rem;
      }
      dt {
        font-weight: 700;
      }
      dd {
        margin: 0;
      }
      .engineer {
        color: var(--ink-soft);
        font-size: 0.9rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) failure!: Failure;

  override render() {
    const { reason, cause, remedy, engineer } = this.failure;
    return html`<h2><span>${text(this.locale, "staff.failure")}</span><span>${reason}</span></h2>
      <dl>
        <dt>${text(this.locale, "staff.cause")}</dt>
        <dd>${textFromTerminal(this.locale, cause)}</dd>
        <dt>${text(this.locale, "staff.remedy")}</dt>
        <dd>${textFromTerminal(this.locale, remedy)}</dd>
        <dt class="engineer">${text(this.locale, "staff.engineer")}</dt>
        <dd class="engineer" lang="en">${engineer}</dd>
      </dl>`;
  }
}
