import { css, html } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { done, notice } from "../pictograms/signs";
import { monthInWords } from "../texts/month";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { ScreenElement } from "./screen_element";

/** What came of it, and that the card is to be taken. */
@customElement("outcome-screen")
export class OutcomeScreen extends ScreenElement<ScreenOf<"outcome">> {
  static override styles = [
    controls,
    stage,
    css`
      :host,
      :host([single]) {
        row-gap: 1.75rem;
      }
      .words {
        gap: 1.75rem;
      }
      .answers {
        justify-items: center;
        text-align: center;
      }
      .pictogram {
        width: 12rem;
        height: 12rem;
        stroke-width: 2;
      }
      .good .pictogram {
        fill: var(--accent-tint);
      }
      .hint {
        font-size: 1.5rem;
      }
      button {
        min-width: 20rem;
        min-height: 5rem;
        font-size: 1.5rem;
      }
    `,
  ];

  /** With something to read, a wide display has it beside the outcome. */
  protected override willUpdate(): void {
    this.toggleAttribute("single", !this.screen.note && this.screen.remarks.length === 0 && !this.screen.later);
  }

  override render() {
    const { outcome } = this.screen;
    const good = outcome === "eligible" || outcome === "eligible-with-note";
    return html`<div class="words ${good ? "good" : ""}" data-outcome=${outcome}>
        ${good ? done : notice}
        <h1 tabindex="-1">${this.t(`outcome.${outcome}.title`)}</h1>
        <p class="hint">${this.t(`outcome.${outcome}.hint`)}</p>
      </div>
      <div class="answers">
        ${this.#notices()}
        <button class="primary" @click=${() => this.act({ action: "cancel" })}>${this.t("app.seen")}</button>
      </div>`;
  }

  #notices() {
    const { note, remarks, later } = this.screen;
    return html`${note ? html`<p class="notice">${this.sent(note)}</p>` : ""}
    ${later ? html`<p class="notice" data-later>${this.t("later.patient")}</p>` : ""}
    ${remarks.map(
      ({ remark, month }) => html`<p class="notice" data-remark=${remark}>
        ${this.t(`remark.${remark}`, { month: monthInWords(this.locale, month) })}
      </p>`,
    )}`;
  }
}
