import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { AnswerView, StaffView } from "../api/staff_view";
import { isTextId, text, textFromTerminal, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { panel } from "./panel";

/** What staff are to know, and to do, of the answer about the insurance. */
@customElement("answer-notice")
export class AnswerNotice extends LitElement {
  static override styles = [
    controls,
    panel,
    css`
      p + p,
      ul {
        margin-top: 0.75rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) answer!: AnswerView;
  @property({ attribute: false }) outcome: StaffView["outcome"] = null;

  override render() {
    const { notices, replacements, service_code, service_message } = this.answer;
    const action = `fallback.action.${this.outcome ?? ""}`;
    return html`<h2>${text(this.locale, "fallback.answer")}</h2>
      ${this.#incident()} ${isTextId(action) ? html`<p data-action=${this.outcome!}>${text(this.locale, action)}</p>` : ""}
      ${notices.map((one) => html`<p data-notice=${one}>${textFromTerminal(this.locale, `fallback.answer.${one}`)}</p>`)}
      ${replacements.length > 0
        ? html`<ul>
            ${replacements.map(({ element, character, by }) => html`<li>${element}: ${character} → ${by}</li>`)}
          </ul>`
        : ""}
      ${service_message ? html`<p lang="ja">${service_code} ${service_message}</p>` : ""}`;
  }

  #incident() {
    const { incident, signals } = this.answer;
    if (!incident) return "";
    return html`<div class="notice" role="alert" data-incident=${incident}>
      ${text(this.locale, "fallback.incident")}
      <ul>
        ${signals.map((one) => html`<li>${textFromTerminal(this.locale, `fallback.signal.${one}`)}</li>`)}
        <li>${text(this.locale, "fallback.incident.number")}: <b>${incident}</b></li>
      </ul>
    </div>`;
  }
}

/** Whether there is anything to tell. */
export function hasNews(view: StaffView): boolean {
  const { answer, outcome } = view;
  return (
    answer !== undefined &&
    (answer.incident !== null ||
      answer.notices.length > 0 ||
      answer.service_message !== "" ||
      isTextId(`fallback.action.${outcome ?? ""}`))
  );
}
