import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";

import type { ConsentItem, ScreenOf } from "../api/patient_screen";
import { back } from "../pictograms/signs";
import { records } from "../pictograms/records";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { completeAnswers, nextUnanswered, type ConsentAnswers } from "./consent_answers";
import "./consents_review";
import { ScreenElement } from "./screen_element";

/** One question at a time, yes and no the same size, none chosen beforehand; at the end all at a glance. */
@customElement("consents-screen")
export class ConsentsScreen extends ScreenElement<ScreenOf<"consents">> {
  static override styles = [
    controls,
    stage,
    css`
      .answers {
        grid-template-columns: 1fr 1fr;
      }
      .answers button {
        min-height: 9rem;
        font-size: 1.8rem;
        font-weight: 700;
        box-shadow: var(--shadow);
      }
      .answers button.back {
        grid-column: 1 / -1;
        justify-self: center;
        display: flex;
        align-items: center;
        gap: 0.8rem;
        min-height: 4rem;
        font-size: 1.25rem;
        box-shadow: none;
        background: transparent;
      }
      .back .pictogram {
        width: 1.8rem;
        height: 1.8rem;
        color: inherit;
      }
      .item .pictogram {
        width: 7.5rem;
        height: 7.5rem;
        stroke-width: 2.2;
      }
      .item {
        display: grid;
        gap: 1rem;
        justify-items: inherit;
      }
      .item h2 {
        font-size: 2rem;
        line-height: 1.4;
      }
      .count {
        padding: 0.3rem 1.2rem;
        border-radius: 999px;
        background: var(--accent-tint);
        color: var(--accent-deep);
        font-size: 1.2rem;
        font-weight: 700;
      }
      :host(.review) {
        display: block;
      }
    `,
  ];

  @state() private answers: ConsentAnswers = {};

  override render() {
    const { items } = this.screen;
    const item = nextUnanswered(items, this.answers);
    this.classList.toggle("review", item === undefined);
    return item === undefined ? this.#review(items) : this.#question(items, item);
  }

  #question(items: ConsentItem[], item: ConsentItem) {
    const n = items.indexOf(item) + 1;
    return html`<div class="words">
        <p class="count">${this.t("consents.progress", { n, total: items.length })}</p>
        <h1 tabindex="-1">${this.sent(this.screen.message)}</h1>
        <div class="item" role="status">
          ${records[item]}
          <h2>${this.t(`consent.${item}`)}</h2>
          <p class="hint">${this.t(`consent.${item}_hint`)}</p>
        </div>
        <p class="hint">${this.t("consents.hint")}</p>
      </div>
      <div class="answers">
        <button @click=${() => this.#answer(item, true)}>${this.t("consents.yes")}</button>
        <button @click=${() => this.#answer(item, false)}>${this.t("consents.no")}</button>
        ${n > 1
          ? html`<button class="back" @click=${() => this.#ask(items[n - 2]!)}>${back}${this.t("app.back")}</button>`
          : ""}
      </div>`;
  }

  #review(items: ConsentItem[]) {
    return html`<consents-review
      .locale=${this.locale}
      .items=${items}
      .answers=${this.answers}
      @change-answer=${(event: CustomEvent<ConsentItem>) => this.#ask(event.detail)}
      @confirm=${this.#send}
    ></consents-review>`;
  }

  #answer(item: ConsentItem, yes: boolean): void {
    this.answers = { ...this.answers, [item]: yes };
  }

  #ask(item: ConsentItem): void {
    const { [item]: _forgotten, ...others } = this.answers;
    this.answers = others;
  }

  #send(): void {
    const answers = completeAnswers(this.screen.items, this.answers);
    if (answers) this.act({ action: "consent", answers });
  }
}
