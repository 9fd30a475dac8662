import { css, html, nothing } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { DigitEntry } from "./digit_entry";
import { type NumberPart, partBeingTyped, partsOf } from "./number_b_parts";
import "./number_pad";
import { ScreenElement } from "./screen_element";

/** The number typed from the card front when no camera reads it. Shown while typed: each error costs a try. */
@customElement("number-b-screen")
export class NumberBScreen extends ScreenElement<ScreenOf<"enter_number_b">> {
  static override styles = [
    controls,
    stage,
    css`
      .parts {
        display: grid;
        grid-template-columns: auto auto;
        gap: 1rem;
      }
      .part:first-child {
        grid-column: 1 / -1;
      }
      .part {
        padding: 0.7rem 1.2rem 1rem;
        border: 2px solid var(--hairline);
        border-radius: var(--radius);
        background: var(--surface);
        text-align: start;
      }
      .part[aria-current] {
        border-color: var(--accent);
        box-shadow: 0 0 0 3px var(--accent-tint);
      }
      .part h2 {
        font-size: 1.2rem;
      }
      .places {
        display: flex;
        gap: 0.5rem;
      }
      .places i {
        display: grid;
        place-items: center;
        width: 2.2rem;
        height: 3rem;
        border-bottom: 3px solid var(--edge);
        font-style: normal;
        font-size: 2rem;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .where {
        min-height: 4rem;
        font-size: 1.25rem;
        font-weight: 600;
        color: var(--accent);
      }
      .send {
        width: 100%;
        max-width: 32rem;
        justify-self: center;
      }
    `,
  ];

  #entry = new DigitEntry(0);

  /** A card of another generation asks for another number. */
  protected override willUpdate(): void {
    if (this.#entry.length === this.screen.digits) return;
    this.#entry.clear();
    this.#entry = new DigitEntry(this.screen.digits);
  }

  override disconnectedCallback(): void {
    this.#entry.clear();
    super.disconnectedCallback();
  }

  override render() {
    const { message, digits } = this.screen;
    const parts = partsOf(digits);
    const current = partBeingTyped(parts, this.#entry.count);
    return html`<div class="words">
        <h1 tabindex="-1" aria-live="polite">${this.sent(message)}</h1>
        <p class="hint">${this.#hint()}</p>
        <div class="parts">${parts.map((part, index) => this.#part(part, index === current))}</div>
        <p class="where" role="status">${this.t(parts[current]!.hint)}</p>
      </div>
      <div class="answers">
        <number-pad
          .locale=${this.locale}
          @digit=${(event: CustomEvent<string>) => this.#change(() => this.#entry.push(event.detail))}
          @erase=${() => this.#change(() => this.#entry.erase())}
          @clear=${() => this.#change(() => this.#entry.clear())}
        ></number-pad>
        <button class="primary send" aria-disabled=${!this.#entry.complete} @click=${this.#send}>
          ${this.t("number_b.send")}
        </button>
      </div>`;
  }

  /** Tries that are left count for more than why no camera read the numbers; there is room for one. */
  #hint(): string {
    const { tries_left, reason } = this.screen;
    if (tries_left !== null) return this.t("number_b.tries_left", { n: tries_left });
    return reason === null ? this.t("number_b.hint") : this.sent(`reason.${reason}.title`);
  }

  #part(part: NumberPart, current: boolean) {
    return html`<section class="part" aria-current=${current ? "step" : nothing}>
      <h2>${this.t(part.name)}</h2>
      <div class="places">
        ${Array.from({ length: part.length }, (_, place) => html`<i>${this.#entry.at(part.start + place) ?? ""}</i>`)}
      </div>
    </section>`;
  }

  #change(how: () => void): void {
    how();
    this.requestUpdate();
  }

  #send(): void {
    if (!this.#entry.complete) return;
    this.act({ action: "enter_number_b", digits: this.#entry.take() });
    this.requestUpdate();
  }
}
