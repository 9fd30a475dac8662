import { css, html } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { cardOnReader } from "../pictograms/card_on_reader";
import { cardOnReaderStyle } from "../pictograms/card_on_reader_style";
import { bell } from "../pictograms/ways";
import { controls } from "../theme/controls";
import { ScreenElement } from "./screen_element";

/** Two ways in, the same size: with the card and without. */
@customElement("idle-screen")
export class IdleScreen extends ScreenElement<ScreenOf<"idle">> {
  static override styles = [
    controls,
    cardOnReaderStyle,
    css`
      :host {
        display: grid;
        height: 100%;
        gap: 1.75rem;
        grid-auto-rows: minmax(0, 1fr);
      }
      .way-in {
        display: grid;
        grid-template-rows: minmax(0, 15rem) auto auto auto;
        align-content: center;
        justify-items: center;
        gap: 1.5rem;
        min-height: 0;
        padding: 2rem 2.5rem;
        border: 2px solid var(--hairline);
        border-radius: 2rem;
        background: var(--surface);
        box-shadow: var(--shadow);
        text-align: center;
      }
      .way-in svg {
        width: auto;
        max-width: 100%;
        height: 100%;
      }
      button.way-in {
        border-color: var(--edge);
        font-weight: 400;
      }
      button.way-in strong {
        font-size: 2.5rem;
        line-height: 1.35;
      }
      button.way-in .pictogram {
        padding: 1.5rem 0;
        stroke-width: 2;
      }
      .call {
        padding: 0.7rem 2.2rem;
        border-radius: 999px;
        background: var(--accent);
        color: var(--on-accent);
        font-size: 1.5rem;
        font-weight: 700;
      }
      @media (orientation: landscape) {
        :host {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  override render() {
    return html`<section class="way-in">
        ${cardOnReader("placing")}
        <h1 tabindex="-1">${this.sent(this.screen.message)}</h1>
        <p class="hint">${this.t("idle.hint")}</p>
      </section>
      <button class="way-in" @click=${() => this.act({ action: "call_staff" })}>
        ${bell}
        <strong>${this.t("idle.without_card")}</strong>
        ${this.screen.staff_called
          ? html`<span class="notice calm" role="status">${this.t("app.staff_called")}</span>`
          : html`<span class="call">${this.t("app.call_staff")}</span>
              <span class="hint">${this.t("idle.without_card_hint")}</span>`}
      </button>`;
  }
}
