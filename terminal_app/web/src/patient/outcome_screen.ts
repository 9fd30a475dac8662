import { css, html } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { done, notice } from "../pictograms/signs";
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
      .words {
        gap: 1.75rem;
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("single", "");
  }

  override render() {
    const { outcome, note } = this.screen;
    const good = outcome === "eligible" || outcome === "eligible-with-note";
    return html`<div class="words ${good ? "good" : ""}" data-outcome=${outcome}>
      ${good ? done : notice}
      <h1 tabindex="-1">${this.t(`outcome.${outcome}.title`)}</h1>
      <p class="hint">${this.t(`outcome.${outcome}.hint`)}</p>
      ${note ? html`<p class="notice">${this.sent(note)}</p>` : ""}
      <button class="primary" @click=${() => this.act({ action: "cancel" })}>${this.t("app.seen")}</button>
    </div>`;
  }
}
