import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { CardRemark, ScreenName } from "../api/patient_screen";
import type { LivenessSign, StaffAction, StaffView } from "../api/staff_view";
import { monthInWords } from "../texts/month";
import { text, textFromTerminal, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { panel } from "./panel";

const mayTurnVisual: readonly ScreenName[] = ["choose_way", "enter_pin", "face"];

/** Where the session stands, and what staff can do about it. */
@customElement("session-state")
export class SessionState extends LitElement {
  static override styles = [
    controls,
    panel,
    css`
      .now {
        font-size: 2rem;
        font-weight: 700;
        line-height: 1.3;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 2.5rem;
        margin-top: 1rem;
      }
      dl > div {
        display: flex;
        gap: 0.75rem;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem;
        margin-top: 1.5rem;
      }
      .remark {
        margin-top: 1rem;
        line-height: 1.5;
      }
      .notice {
        margin-bottom: 1rem;
        font-size: 1.1rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) view!: StaffView;
  @state() private sure = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("view") as StaffView | undefined;
    if (before && before.screen !== this.view.screen) this.sure = false;
  }

  override render() {
    const { screen, way, outcome, staff_called, compare, front_differs, remarks, liveness } = this.view;
    const doubts = (liveness?.signs ?? []).filter((sign) => sign.outcome === "failed");
    return html`${staff_called ? html`<p class="notice" role="alert">${text(this.locale, "staff.called")}</p>` : ""}
      ${compare ? html`<p class="notice" role="alert">${text(this.locale, "staff.compare")}</p>` : ""}
      ${front_differs ? html`<p class="notice" role="alert" data-front>${text(this.locale, "staff.front_differs")}</p>` : ""}
      ${doubts.length > 0 ? this.#doubts(doubts) : ""}
      <h2>${text(this.locale, "staff.now")}</h2>
      <p class="now" role="status" data-screen=${screen}>${text(this.locale, `staff.screen.${screen}`)}</p>
      <dl>
        <div>
          <dt>${text(this.locale, "staff.way")}</dt>
          <dd>${text(this.locale, way ? `way.${way}` : "staff.no_way")}</dd>
        </div>
        ${outcome
          ? html`<div data-outcome=${outcome}>
              <dt>${text(this.locale, "staff.outcome")}</dt>
              <dd>${text(this.locale, `staff.outcome.${outcome}`)}</dd>
            </div>`
          : ""}
      </dl>
      ${remarks.map((remark) => this.#remark(remark))}
      ${screen === "idle" ? this.#attended() : this.#actions()}`;
  }

  #doubts(doubts: LivenessSign[]) {
    return html`<div class="notice" role="alert" data-liveness="doubted">
      ${text(this.locale, "staff.liveness")}
      <ul>
        ${doubts.map(({ reason }) => html`<li>${textFromTerminal(this.locale, `staff.liveness.${reason}`)}</li>`)}
      </ul>
    </div>`;
  }

  #remark({ remark, month }: CardRemark) {
    const values = { month: monthInWords(this.locale, month) };
    return html`<p class="remark" data-remark=${remark}>
      <b>${text(this.locale, "staff.remark")}</b> ${text(this.locale, `staff.remark.${remark}`, values)}
    </p>`;
  }

  #actions() {
    return html`<div class="actions">
      ${mayTurnVisual.includes(this.view.screen)
        ? html`<button @click=${() => this.#act({ action: "allow_visual" })}>
            ${text(this.locale, "staff.allow_visual")}
          </button>`
        : ""}
      <button @click=${this.#cancel}>${text(this.locale, this.sure ? "staff.cancel_sure" : "staff.cancel")}</button>
    </div>`;
  }

  /** A patient without a card called: the call stands until somebody came. */
  #attended() {
    if (!this.view.staff_called) return "";
    return html`<div class="actions">
      <button @click=${() => this.#act({ action: "cancel_session" })}>${text(this.locale, "staff.attended")}</button>
    </div>`;
  }

  #cancel(): void {
    if (this.sure) this.#act({ action: "cancel_session" });
    this.sure = !this.sure;
  }

  #act(detail: StaffAction): void {
    this.dispatchEvent(new CustomEvent<StaffAction>("act", { detail, bubbles: true, composed: true }));
  }
}
