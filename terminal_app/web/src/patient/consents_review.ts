import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { ConsentItem } from "../api/patient_screen";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import type { ConsentAnswers } from "./consent_answers";

/** All answers before they are sent, each one open to change. Events: `change-answer` (item), `confirm`. */
@customElement("consents-review")
export class ConsentsReview extends LitElement {
  static override styles = [
    controls,
    stage,
    css`
      ul {
        display: grid;
        gap: 0.7rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0.2rem 1.5rem;
        padding: 0.35rem 0.5rem 0.35rem 1.6rem;
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      li span {
        font-size: 1.2rem;
      }
      li strong {
        grid-row: 2;
        font-size: 1.5rem;
        color: var(--accent);
      }
      li button {
        grid-row: 1 / 3;
        grid-column: 2;
      }
      .confirm {
        min-height: 5rem;
        font-size: 1.6rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) items: ConsentItem[] = [];
  @property({ attribute: false }) answers: ConsentAnswers = {};

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  override render() {
    return html`<div class="words">
        <h1 tabindex="-1">${text(this.locale, "consents.review_title")}</h1>
        <p class="hint">${text(this.locale, "consents.review_hint")}</p>
      </div>
      <div class="answers">
        <ul>
          ${this.items.map((item) => this.#row(item))}
        </ul>
        <button class="primary confirm" @click=${() => this.dispatchEvent(new CustomEvent("confirm"))}>
          ${text(this.locale, "consents.send")}
        </button>
      </div>`;
  }

  #row(item: ConsentItem) {
    const name = text(this.locale, `consent.${item}`);
    const change = text(this.locale, "consents.change");
    return html`<li>
      <span>${name}</span>
      <strong>${text(this.locale, this.answers[item] ? "consents.yes" : "consents.no")}</strong>
      <button aria-label="${change}: ${name}" @click=${() => this.#change(item)}>${change}</button>
    </li>`;
  }

  #change(item: ConsentItem): void {
    this.dispatchEvent(new CustomEvent<ConsentItem>("change-answer", { detail: item }));
  }
}
