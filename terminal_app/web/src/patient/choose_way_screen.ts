import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf, Way } from "../api/patient_screen";
import { faceWay, pinWay, visualWay } from "../pictograms/ways";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { ScreenElement } from "./screen_element";

const pictures: Record<Way, TemplateResult> = { face: faceWay, pin: pinWay, visual: visualWay };

/** The ways that can be used now, all the same size. */
@customElement("choose-way-screen")
export class ChooseWayScreen extends ScreenElement<ScreenOf<"choose_way">> {
  static override styles = [
    controls,
    stage,
    css`
      .answers {
        grid-auto-rows: 1fr;
      }
      .choice {
        min-height: 8.5rem;
      }
      @media (orientation: portrait) {
        .choice {
          min-height: 11rem;
        }
      }
      .choice .hint {
        font-weight: 400;
      }
    `,
  ];

  override render() {
    const { message, reason, ways } = this.screen;
    return html`<div class="words">
        ${reason ? html`<p class="notice">${this.sent(`reason.${reason}.title`)}</p>` : ""}
        <h1 tabindex="-1" aria-live="polite">${this.sent(message)}</h1>
        <p class="hint">${this.t("choose_way.hint")}</p>
      </div>
      <div class="answers">${ways.map((way) => this.#choice(way))}</div>`;
  }

  #choice(way: Way) {
    return html`<button class="choice" data-way=${way} @click=${() => this.act({ action: "choose_way", way })}>
      ${pictures[way]}
      <span><strong>${this.t(`way.${way}`)}</strong><span class="hint">${this.t(`way.${way}_hint`)}</span></span>
    </button>`;
  }
}
