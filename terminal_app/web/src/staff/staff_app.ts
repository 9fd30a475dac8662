import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";

import { addresses } from "../api/addresses";
import { EventStream, type Link } from "../api/event_stream";
import { post } from "../api/post";
import type { StaffAction, StaffView } from "../api/staff_view";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { hasNews } from "./answer_notice";
import { hasUnusedFaceFiles } from "./face_files";
import { hasLater } from "./later_list";
import "./failure_panel";
import "./fallback_panel";
import "./health_list";
import "./session_state";
import "./step_timeline";
import "./visual_check";

/** The staff page: what happens at the terminal, why it does not, and the staff's own part in it. */
@customElement("staff-app")
export class StaffApp extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 1.5rem;
        max-width: 80rem;
        margin: 0 auto;
        padding: 1.5rem 2rem 3rem;
      }
      header {
        display: flex;
        align-items: center;
        gap: 0.9rem;
      }
      header img {
        width: 2.5rem;
        height: 2.5rem;
      }
      header h1 {
        font-size: 1.4rem;
        margin-inline-end: auto;
      }
      header button {
        min-height: 3rem;
        font-size: 1rem;
        background: transparent;
      }
      main {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(20rem, 1fr);
        gap: 1.5rem;
        align-items: start;
      }
      main[inert] {
        opacity: 0.45;
      }
      .column {
        display: grid;
        gap: 1.5rem;
      }
      @media (max-width: 60rem) {
        main {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @state() private view: StaffView | undefined;
  @state() private link: Link = "connecting";
  @state() private locale: Locale = "ja";
  @state() private notDone = false;

  #stream = new EventStream<StaffView>(addresses.staffEvents, "staff", {
    onValue: (view) => {
      this.view = view;
      this.notDone = false;
    },
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
    document.title = text(this.locale, "staff.app_title");
  }

  override render() {
    const other = this.locale === "ja" ? "en" : "ja";
    return html`<header>
        <img src="/icon.svg" alt="" />
        <h1>${text(this.locale, "staff.title")}</h1>
        <button lang=${other} @click=${() => (this.locale = other)}>${text(this.locale, "app.language")}</button>
      </header>
      <div role="status">${this.#notice()}</div>
      <main ?inert=${this.link !== "live"} @act=${this.#act}>${this.view ? this.#panels(this.view) : ""}</main>`;
  }

  #notice() {
    if (this.link === "lost") return html`<p class="notice">${text(this.locale, "staff.link_lost")}</p>`;
    return this.notDone ? html`<p class="notice">${text(this.locale, "staff.not_done")}</p>` : "";
  }

  #panels(view: StaffView) {
    return html`<div class="column">
        <session-state .locale=${this.locale} .view=${view}></session-state>
        ${view.visual_check
          ? html`<visual-check .locale=${this.locale} .photo=${view.visual_check.photo}></visual-check>`
          : ""}
        ${view.failure
          ? html`<failure-panel .locale=${this.locale} .failure=${view.failure}></failure-panel>`
          : ""}
        ${hasNews(view)
          ? html`<answer-notice .locale=${this.locale} .answer=${view.answer} .outcome=${view.outcome}></answer-notice>`
          : ""}
        <fallback-panel .locale=${this.locale} .view=${view}></fallback-panel>
        <step-timeline .locale=${this.locale} .steps=${view.steps}></step-timeline>
      </div>
      <div class="column">
        <health-list .locale=${this.locale} .health=${view.health}></health-list>
        ${hasUnusedFaceFiles(view)
          ? html`<face-files .locale=${this.locale} .counts=${view.face_files}></face-files>`
          : ""}
        ${hasLater(view.later) ? html`<later-list .locale=${this.locale} .counts=${view.later}></later-list>` : ""}
      </div>`;
  }

  async #act(event: CustomEvent<StaffAction>): Promise<void> {
    this.notDone = (await post(addresses.staffAction, event.detail)) !== "accepted";
  }
}
