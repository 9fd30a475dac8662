import { css, html } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { DigitEntry } from "./digit_entry";
import "./number_pad";
import { ScreenElement } from "./screen_element";

/** The 4-digit PIN: tries left before the first key; what is typed is counted, never shown. */
@customElement("pin-screen")
export class PinScreen extends ScreenElement<ScreenOf<"enter_pin">> {
  static override styles = [
    controls,
    stage,
    css`
      .tries {
        padding: 0.4rem 1.4rem;
        border-radius: 999px;
        background: var(--accent-tint);
        color: var(--accent-deep);
        font-size: 1.35rem;
        font-weight: 700;
      }
      .dots {
        display: flex;
        gap: 1.5rem;
        padding: 0.75rem 0;
      }
      .dots i {
        width: 1.9rem;
        height: 1.9rem;
        border-radius: 50%;
        border: 3px solid var(--edge);
        background: var(--surface);
      }
      .dots i.filled {
        background: var(--accent);
        border-color: var(--accent);
      }
      .below {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.8rem;
        width: 100%;
        max-width: 32rem;
        justify-self: center;
      }
    `,
  ];

  #entry = new DigitEntry(4);

  override disconnectedCallback(): void {
    this.#entry.clear();
    super.disconnectedCallback();
  }

  /** Another count of tries means another entry: what was typed for the old one is gone. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("screen") as ScreenOf<"enter_pin"> | undefined;
    if (before && before.tries_left !== this.screen.tries_left) this.#entry.clear();
  }

  override render() {
    const { message, rejected, tries_left } = this.screen;
    const count = this.#entry.count;
    return html`<div class="words">
        ${rejected ? html`<p class="notice" role="alert">${this.t("screen.enter_pin.rejected")}</p>` : ""}
        <h1 tabindex="-1">${this.t("screen.enter_pin")}</h1>
        <p class="tries">${this.t("pin.tries_left", { n: tries_left })}</p>
        <p class="hint">${this.t("pin.hint")}</p>
        <div class="dots" role="img" aria-label=${this.t("pin.entered", { n: count })} data-message=${message}>
          ${[0, 1, 2, 3].map((place) => html`<i class=${place < count ? "filled" : ""}></i>`)}
        </div>
      </div>
      <div class="answers">
        <number-pad
          .locale=${this.locale}
          @digit=${(event: CustomEvent<string>) => this.#change(() => this.#entry.push(event.detail))}
          @erase=${() => this.#change(() => this.#entry.erase())}
          @clear=${() => this.#change(() => this.#entry.clear())}
        ></number-pad>
        <div class="below">
          <button @click=${() => this.act({ action: "choose_way", way: "visual" })}>${this.t("pin.last_visual")}</button>
          <button class="primary" aria-disabled=${!this.#entry.complete} @click=${this.#send}>${this.t("pin.send")}</button>
        </div>
      </div>`;
  }

  #change(how: () => void): void {
    how();
    this.requestUpdate();
  }

  #send(): void {
    if (!this.#entry.complete) return;
    this.act({ action: "enter_pin", digits: this.#entry.take() });
    this.requestUpdate();
  }
}
