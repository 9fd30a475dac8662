import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import { eraser } from "../pictograms/signs";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Keys 0 to 9 on the screen, and the same on a keyboard. Events: `digit` (detail), `erase`, `clear`. */
@customElement("number-pad")
export class NumberPad extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.8rem;
        width: 100%;
        max-width: 32rem;
        justify-self: center;
      }
      button {
        height: max(64px, 5.2rem);
        padding: 0.25rem;
        font-size: 2.1rem;
        font-variant-numeric: tabular-nums;
        border-color: var(--edge);
      }
      .word {
        font-size: 1.1rem;
        background: transparent;
        display: grid;
        place-items: center;
        gap: 0.1rem;
      }
      .pictogram {
        width: 2rem;
        height: 2rem;
        color: inherit;
      }
    `,
  ];

  @property() locale: Locale = "ja";

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "group");
    window.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("keydown", this.#onKey);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.setAttribute("aria-label", text(this.locale, "keypad.name"));
  }

  override render() {
    return html`${keys.map((key) => this.#digitKey(key))}
      <button class="word" @click=${() => this.#tell("clear")}>${text(this.locale, "keypad.clear")}</button>
      ${this.#digitKey("0")}
      <button class="word" @click=${() => this.#tell("erase")}>${eraser}${text(this.locale, "keypad.delete")}</button>`;
  }

  #digitKey(key: string) {
    return html`<button @click=${() => this.#tell("digit", key)}>${key}</button>`;
  }

  #tell(event: "digit" | "erase" | "clear", detail?: string): void {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^[0-9]$/.test(event.key)) this.#tell("digit", event.key);
    else if (event.key === "Backspace") this.#tell("erase");
    else if (event.key === "Delete") this.#tell("clear");
  };
}
