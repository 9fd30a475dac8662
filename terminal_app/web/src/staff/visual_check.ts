import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { StaffAction } from "../api/staff_view";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { panel } from "./panel";

/** 目視確認: the card's photo beside the two answers, the same size. */
@customElement("visual-check")
export class VisualCheck extends LitElement {
  static override styles = [
    controls,
    panel,
    css`
      :host {
        border: 2px solid var(--accent);
      }
      .check {
        display: grid;
        grid-template-columns: 15rem 1fr;
        gap: 2rem;
        align-items: center;
      }
      img,
      .none {
        width: 100%;
        aspect-ratio: 4 / 5;
        object-fit: cover;
        border-radius: 0.75rem;
        background: var(--paper);
      }
      .none {
        display: grid;
        place-items: center;
        padding: 1rem;
        color: var(--ink-soft);
      }
      p {
        font-size: 1.2rem;
        margin-bottom: 1.25rem;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 1rem;
      }
      .two button {
        min-height: 5rem;
        font-size: 1.25rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property() photo: string | null = null;

  override disconnectedCallback(): void {
    this.renderRoot.querySelector("img")?.removeAttribute("src");
    super.disconnectedCallback();
  }

  override render() {
    return html`<h2>${text(this.locale, "staff.visual")}</h2>
      <div class="check">
        ${this.photo
          ? html`<img src=${this.photo} alt=${text(this.locale, "staff.visual_photo")} />`
          : html`<div class="none">${text(this.locale, "staff.visual_no_photo")}</div>`}
        <div>
          <p>${text(this.locale, "staff.visual_ask")}</p>
          <div class="two">
            <button @click=${() => this.#answer(true)}>${text(this.locale, "staff.visual_same")}</button>
            <button @click=${() => this.#answer(false)}>${text(this.locale, "staff.visual_other")}</button>
          </div>
        </div>
      </div>`;
  }

  #answer(same: boolean): void {
    const detail: StaffAction = { action: "confirm_visual", same_person: same };
    this.dispatchEvent(new CustomEvent<StaffAction>("act", { detail, bubbles: true, composed: true }));
  }
}
