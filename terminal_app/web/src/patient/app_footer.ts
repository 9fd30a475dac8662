import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { PatientAction } from "../api/patient_action";
import type { PatientScreen, ScreenName } from "../api/patient_screen";
import { close } from "../pictograms/signs";
import { bell } from "../pictograms/ways";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";

/** Screens on which there is nothing to stop: the visit has not begun, or it has ended. */
const nothingToStop: readonly ScreenName[] = ["outcome", "failure", "take_card"];

/** Stop, and call staff: in the same place on every screen of a visit. */
@customElement("app-footer")
export class AppFooter extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 1.5rem;
        min-height: max(64px, 4.5rem);
      }
      button {
        flex: none;
        display: flex;
        align-items: center;
        gap: 0.9rem;
        min-height: max(64px, 4.5rem);
      }
      .stop {
        background: transparent;
        border-color: transparent;
      }
      .staff {
        margin-inline-start: auto;
        border-color: var(--accent);
        color: var(--accent);
        font-size: 1.4rem;
      }
      .notice {
        margin-inline-start: auto;
      }
      .pictogram {
        width: 2.3rem;
        height: 2.3rem;
        color: inherit;
      }
      .stop .pictogram {
        width: 1.6rem;
        height: 1.6rem;
      }
      .privacy {
        width: 100%;
        text-align: center;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) screen: PatientScreen | undefined;

  override render() {
    if (!this.screen) return "";
    if (this.screen.screen === "idle") return html`<p class="hint privacy">${text(this.locale, "idle.privacy")}</p>`;
    return html`${nothingToStop.includes(this.screen.screen) ? "" : this.#stop()}
    ${this.screen.staff_called ? this.#called() : this.#call()}`;
  }

  #stop() {
    return html`<button class="stop" @click=${() => this.#act({ action: "cancel" })}>
      ${close}${text(this.locale, "app.cancel")}
    </button>`;
  }

  #call() {
    return html`<button class="staff" @click=${() => this.#act({ action: "call_staff" })}>
      ${bell}${text(this.locale, "app.call_staff")}
    </button>`;
  }

  #called() {
    return html`<p class="notice calm" role="status">${text(this.locale, "app.staff_called")}</p>`;
  }

  #act(action: PatientAction): void {
    this.dispatchEvent(new CustomEvent<PatientAction>("act", { detail: action }));
  }
}
