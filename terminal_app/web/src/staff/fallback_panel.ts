import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import {
  actOnFallback,
  circumstances,
  declarationAddress,
  readFallback,
  type Circumstance,
  type FallbackAction,
  type FallbackCase,
  type FallbackStep,
} from "../api/fallback";
import type { StaffView } from "../api/staff_view";
import { text, textFromTerminal, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { declarationFields, paperFields } from "./fallback_fields";
import { panel } from "./panel";
import "./paper_form";

const withNote: readonly Circumstance[] = ["helper-comes", "school-trip", "cannot-act"];

/** One visit that the card did not settle, step by step down the day's ladder. */
@customElement("fallback-panel")
export class FallbackPanel extends LitElement {
  static override styles = [
    controls,
    panel,
    css`
      fieldset {
        display: grid;
        gap: 0.75rem;
        margin: 0 0 1rem;
        padding: 0;
        border: none;
      }
      legend {
        padding: 0 0 0.5rem;
        font-weight: 700;
      }
      label {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        min-height: 2.5rem;
      }
      input[type="radio"],
      input[type="checkbox"] {
        width: 1.5rem;
        height: 1.5rem;
        flex: none;
      }
      input[type="text"] {
        font: inherit;
        flex: 1;
        min-width: 0;
        min-height: 3rem;
        padding: 0.4rem 0.75rem;
        border: 2px solid var(--edge);
        border-radius: 0.5rem;
        background: var(--surface);
        color: inherit;
      }
      ol li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        min-height: 4rem;
        padding: 0.4rem 0;
        border-top: 1px solid var(--hairline);
      }
      ol li > span:first-child {
        flex: 1;
        min-width: 12rem;
      }
      p {
        margin-bottom: 1rem;
      }
      .refused {
        color: var(--ink-soft);
      }
      .form {
        flex-basis: 100%;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.4rem 1.25rem;
        margin: 1rem 0;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem;
        align-items: center;
      }
      .actions a {
        color: var(--accent);
        font-weight: 600;
        padding: 0.75rem 0;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) view!: StaffView;
  @state() private current: FallbackCase | undefined;
  @state() private asked = false;
  @state() private circumstance: Circumstance = "ordinary";
  @state() private chosen: FallbackStep | undefined;
  @state() private notDone = false;

  #hasCard = false;
  #note = "";

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("view") as StaffView | undefined;
    if (changed.has("view") && before?.screen !== this.view.screen) void this.#read();
  }

  override render() {
    return html`<h2>${text(this.locale, "fallback.title")}</h2>
      ${this.notDone ? html`<p class="notice" role="alert">${text(this.locale, "fallback.not_done")}</p>` : ""}
      ${this.current?.begun ? this.#ladder(this.current) : this.current || this.asked ? this.#opening() : this.#start()}`;
  }

  #start() {
    return html`<p>${text(this.locale, "fallback.start_hint")}</p>
      <div class="actions">
        <button @click=${() => (this.asked = true)}>${text(this.locale, "fallback.start")}</button>
      </div>`;
  }

  #opening() {
    const why = this.current?.why;
    return html`${why ? html`<p data-why=${why}>${text(this.locale, "fallback.why")}: <b>${this.#whyInWords(why)}</b></p>` : ""}
      <fieldset>
        <legend>${text(this.locale, "fallback.circumstance")}</legend>
        ${circumstances.map(
          (one) => html`<label
            ><input
              type="radio"
              name="circumstance"
              value=${one}
              .checked=${one === this.circumstance}
              @change=${() => (this.circumstance = one)}
            />${text(this.locale, `fallback.circumstance.${one}`)}</label
          >`,
        )}
        ${withNote.includes(this.circumstance) ? this.#noteField() : ""}
        <label
          ><input
            type="checkbox"
            name="has_card"
            .checked=${this.#hasCard || (this.current?.has_card ?? false)}
            @change=${(event: Event) => (this.#hasCard = (event.target as HTMLInputElement).checked)}
          />${text(this.locale, "fallback.has_card")}</label
        >
      </fieldset>
      <div class="actions">
        <button class="primary" @click=${this.#begin}>${text(this.locale, "fallback.begin")}</button>
        <button @click=${this.#close}>${text(this.locale, "fallback.close")}</button>
      </div>`;
  }

  #noteField() {
    return html`<label
      >${textFromTerminal(this.locale, `fallback.note.${this.circumstance}`)}<input
        type="text"
        name="note"
        maxlength="60"
        @change=${(event: Event) => (this.#note = (event.target as HTMLInputElement).value)}
    /></label>`;
  }

  #ladder(current: FallbackCase) {
    return html`${current.done
        ? html`<p role="status" data-done=${current.done}>
            <b>${text(this.locale, "fallback.done")}:</b> ${text(this.locale, `fallback.step.${current.done}`)}
          </p>`
        : html`<p>${text(this.locale, "fallback.steps")}</p>
            <ol>
              ${current.steps.filter(({ step }) => step !== "card-on-reader").map((one) => this.#step(one))}
            </ol>`}
      ${this.#shareAndClaim(current)}
      <div class="actions">
        <a href=${declarationAddress} target="_blank" rel="noopener">${text(this.locale, "fallback.print")}</a>
        <button @click=${this.#close}>${text(this.locale, "fallback.close")}</button>
      </div>`;
  }

  #step({ step, refusal }: FallbackCase["steps"][number]) {
    const name = text(this.locale, `fallback.step.${step}`);
    if (refusal)
      return html`<li class="refused" data-step=${step}>
        <span>${name}</span><span>${text(this.locale, `fallback.refusal.${refusal}`)}</span>
      </li>`;
    return html`<li data-step=${step}>
      <span>${name}</span>
      <button aria-label="${text(this.locale, "fallback.choose")}: ${name}" @click=${() => (this.chosen = step)}>
        ${text(this.locale, "fallback.choose")}
      </button>
      ${this.chosen === step ? html`<div class="form">${this.#form(step)}</div>` : ""}
    </li>`;
  }

  #form(step: FallbackStep) {
    if (step === "past-visit")
      return html`<button class="primary" @click=${() => this.#use(step, {})}>
        ${text(this.locale, "fallback.confirmed")}
      </button>`;
    const whole = step === "eligibility-certificate";
    const fields = step === "declaration" ? declarationFields : paperFields.filter((one) => whole || one.everywhere);
    return html`<paper-form
      .locale=${this.locale}
      .fields=${fields}
      ?judged=${whole}
      @record=${(event: CustomEvent<object>) => this.#use(step, event.detail)}
    ></paper-form>`;
  }

  #shareAndClaim({ share, claim }: FallbackCase) {
    const number = [claim.insurer_number, claim.symbol, claim.number, claim.branch].filter(Boolean).join(" ・ ");
    return html`<dl>
      <dt>${text(this.locale, "fallback.share")}</dt>
      <dd data-share=${share.percent}>
        ${text(this.locale, "fallback.share.value", { percent: share.percent })}
        (${textFromTerminal(this.locale, `fallback.share.source.${share.source}`)})
      </dd>
      <dt>${text(this.locale, "fallback.claim")}</dt>
      <dd data-basis=${claim.basis}>${text(this.locale, `fallback.claim.${claim.basis}`)}<br />${number}</dd>
      ${claim.summary
        ? html`<dt>${text(this.locale, "fallback.summary")}</dt>
            <dd>${claim.summary}</dd>`
        : ""}
    </dl>`;
  }

  #whyInWords(why: string): string {
    return textFromTerminal(this.locale, why.startsWith("F-") ? `reason.${why}.title` : `staff.outcome.${why}`, why);
  }

  #begin(): void {
    const hasCard = this.#hasCard || (this.current?.has_card ?? false);
    void this.#act({ action: "begin", circumstance: this.circumstance, has_card: hasCard, note: this.#note });
  }

  #use(step: FallbackStep, record: object): void {
    void this.#act({ action: "use", step, record });
  }

  async #close(): Promise<void> {
    await this.#act({ action: "close" });
    this.asked = this.#hasCard = false;
    this.circumstance = "ordinary";
    this.chosen = undefined;
    this.#note = "";
  }

  async #act(action: FallbackAction): Promise<void> {
    try {
      this.current = await actOnFallback(action);
      this.notDone = false;
    } catch {
      this.notDone = true;
    }
  }

  async #read(): Promise<void> {
    this.current = await readFallback().catch(() => this.current);
  }
}
