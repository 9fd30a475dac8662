import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { checkPaper, type PaperCheck } from "../api/fallback";
import { text, textFromTerminal, type Locale } from "../texts/text";
import { controls } from "../theme/controls";
import { panel } from "./panel";
import { type PaperField, recordOf } from "./fallback_fields";

/** The fields of a paper, checked as they are typed; "record" carries what was typed. */
@customElement("paper-form")
export class PaperForm extends LitElement {
  static override styles = [
    controls,
    panel,
    css`
      :host {
        border: none;
        padding: 1rem 0 0;
      }
      form {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
        gap: 1rem;
      }
      label {
        display: grid;
        gap: 0.3rem;
        align-content: start;
        font-weight: 600;
      }
      input {
        font: inherit;
        min-height: 3rem;
        min-width: 0;
        padding: 0.4rem 0.75rem;
        border: 2px solid var(--edge);
        border-radius: 0.5rem;
        background: var(--surface);
        color: inherit;
      }
      input[aria-invalid="true"] {
        border-color: var(--attention);
      }
      .fault {
        color: var(--attention);
        font-weight: 400;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) fields: readonly PaperField[] = [];
  /** Whether the terminal judges each field: only 資格確認書 has them all. */
  @property({ type: Boolean }) judged = false;
  @state() private check: PaperCheck | undefined;

  #typed = new Map<string, string>();

  override render() {
    return html`<form @submit=${this.#submit} autocomplete="off">
      ${this.fields.map((field) => this.#field(field))}
      ${this.check?.name === "different"
        ? html`<p class="fault wide" role="alert">${text(this.locale, "fallback.name_differs")}</p>`
        : ""}
      <div class="wide"><button class="primary" type="submit">${text(this.locale, "fallback.use")}</button></div>
    </form>`;
  }

  #field({ name, key, date }: PaperField) {
    const fault = this.#typed.has(key) ? this.check?.faults.find(({ field }) => field === name)?.fault : undefined;
    return html`<label
      >${textFromTerminal(this.locale, `fallback.field.${name}`)}
      <input
        name=${key}
        type=${date ? "date" : "text"}
        aria-invalid=${fault ? "true" : "false"}
        @change=${(event: Event) => this.#type(key, (event.target as HTMLInputElement).value)}
      />
      <span class="fault" role="status">${fault ? textFromTerminal(this.locale, `fallback.fault.${fault}`) : ""}</span>
    </label>`;
  }

  async #type(key: string, value: string): Promise<void> {
    this.#typed.set(key, value);
    if (this.judged) this.check = await checkPaper(recordOf(this.fields, this.#typed)).catch(() => undefined);
  }

  #submit(event: Event): void {
    event.preventDefault();
    const detail = recordOf(this.fields, this.#typed);
    this.dispatchEvent(new CustomEvent<object>("record", { detail }));
  }
}
