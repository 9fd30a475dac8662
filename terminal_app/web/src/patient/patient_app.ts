import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";

import { addresses } from "../api/addresses";
import { EventStream, type Link } from "../api/event_stream";
import type { PatientAction } from "../api/patient_action";
import type { PatientScreen } from "../api/patient_screen";
import { post } from "../api/post";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import "./app_footer";
import "./app_header";
import { drawScreen } from "./draw_screen";

/** The patient screen: draws what the terminal says, sends what the patient presses. */
@customElement("patient-app")
export class PatientApp extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        height: 100vh;
        padding: 1.5rem 2.5rem;
        gap: 1.5rem;
      }
      main {
        min-height: 0;
        overflow-y: auto;
        padding: 0.5rem;
      }
      main[inert] {
        opacity: 0.35;
      }
      .floating {
        position: fixed;
        inset: auto 2.5rem 8rem;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .floating:not(:empty) .notice {
        box-shadow: var(--shadow);
        font-size: 1.4rem;
      }
    `,
  ];

  @state() private screen: PatientScreen | undefined;
  @state() private link: Link = "connecting";
  @state() private locale: Locale = "ja";
  @state() private highContrast = false;
  @state() private notSent = false;

  #stream = new EventStream<PatientScreen>(addresses.patientEvents, "screen", {
    onValue: (screen) => this.#show(screen),
    onLink: (link) => (this.link = link),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stream.open();
  }

  override disconnectedCallback(): void {
    this.#stream.close();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    document.documentElement.lang = this.locale;
    document.documentElement.dataset["contrast"] = this.highContrast ? "high" : "normal";
    document.title = text(this.locale, "app.title");
  }

  override render() {
    return html`<app-header
        .locale=${this.locale}
        .highContrast=${this.highContrast}
        @change-locale=${() => (this.locale = this.locale === "ja" ? "en" : "ja")}
        @change-contrast=${() => (this.highContrast = !this.highContrast)}
      ></app-header>
      <main ?inert=${this.link !== "live"} data-screen=${this.screen?.screen ?? nothing} @act=${this.#act}>
        ${this.screen ? drawScreen(this.screen, this.locale) : ""}
      </main>
      <app-footer .locale=${this.locale} .screen=${this.screen} @act=${this.#act}></app-footer>
      <div class="floating" role="status">${this.#notice()}</div>`;
  }

  #notice() {
    if (this.link === "lost") {
      return html`<p class="notice">
        ${text(this.locale, "app.link_lost")}<br />${text(this.locale, "app.link_lost_hint")}
      </p>`;
    }
    return this.notSent ? html`<p class="notice">${text(this.locale, "app.not_sent")}</p>` : "";
  }

  #show(screen: PatientScreen): void {
    const nextPatient = screen.screen === "idle" && this.screen !== undefined && this.screen.screen !== "idle";
    if (nextPatient) {
      this.locale = "ja";
      this.highContrast = false;
    }
    this.notSent = false;
    this.screen = screen;
  }

  async #act(event: CustomEvent<PatientAction>): Promise<void> {
    const result = await post(addresses.patientAction, event.detail);
    // "not_now": the screen has moved on meanwhile, and the next event shows where to.
    this.notSent = result === "refused" || result === "unreachable";
  }
}
