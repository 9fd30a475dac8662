import { css, html } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { pinWay, visualWay } from "../pictograms/ways";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { ScreenElement } from "./screen_element";

/** One try is left: said before any key, with a choice that costs nothing beside it. */
@customElement("last-try-screen")
export class LastTryScreen extends ScreenElement<ScreenOf<"enter_pin">> {
  static override styles = [
    controls,
    stage,
    css`
      .answers {
        grid-auto-rows: 1fr;
      }
      .body {
        font-size: 1.35rem;
        max-width: 32rem;
      }
      .comfort {
        font-size: 1.35rem;
        font-weight: 700;
        color: var(--accent);
      }
    `,
  ];

  override render() {
    return html`<div class="words">
        <h1 tabindex="-1">${this.t("screen.enter_pin.last_try")}</h1>
        <p class="body">${this.t("pin.last_body")}</p>
        <p class="comfort">${this.t("pin.last_comfort")}</p>
      </div>
      <div class="answers">
        <button class="choice" @click=${() => this.act({ action: "choose_way", way: "visual" })}>
          ${visualWay}<strong>${this.t("pin.last_visual")}</strong>
        </button>
        <button class="choice" @click=${() => this.act({ action: "spend_last_try" })}>
          ${pinWay}<strong>${this.t("pin.last_spend")}</strong>
        </button>
      </div>`;
  }
}
