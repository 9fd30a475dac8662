import { css, html } from "lit";
import { customElement, state } from "lit/decorators.js";

import { addresses } from "../api/addresses";
import type { ScreenOf } from "../api/patient_screen";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { ScreenElement } from "./screen_element";

/** Live picture, an oval to look through that fills with the progress, one message at a time. */
@customElement("face-screen")
export class FaceScreen extends ScreenElement<ScreenOf<"face">> {
  static override styles = [
    controls,
    stage,
    css`
      .view {
        position: relative;
        width: min(100%, 46vh);
        aspect-ratio: 4 / 5;
        justify-self: center;
        overflow: hidden;
        border-radius: 2rem;
        background: var(--ink);
        box-shadow: var(--shadow);
      }
      img,
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .veil {
        fill: var(--paper);
        opacity: 0.82;
      }
      .track,
      .progress {
        fill: none;
        stroke-width: 2.2;
        stroke: var(--surface);
      }
      .progress {
        stroke: var(--accent);
        stroke-linecap: round;
        transition: stroke-dashoffset 0.3s;
      }
      .guidance {
        min-height: 5.5rem;
        padding: 1rem 1.5rem;
        display: grid;
        place-items: center;
        border-radius: var(--radius);
        background: var(--accent-tint);
        color: var(--accent-deep);
        font-size: 1.75rem;
        font-weight: 700;
        line-height: 1.35;
        text-align: center;
      }
      .other {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 1rem;
      }
      @media (orientation: landscape) {
        .view {
          width: min(100%, 54vh);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .progress {
          transition: none;
        }
      }
    `,
  ];

  @state() private attempt = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.#pause);
    // An <img> that left the page would keep the stream, and so the camera picture, open.
    this.renderRoot.querySelector("img")?.removeAttribute("src");
    super.disconnectedCallback();
  }

  #preview(): string {
    return this.attempt === 0 ? addresses.preview : `${addresses.preview}?attempt=${this.attempt}`;
  }

  /** The camera may need a moment before its first picture. */
  #retry(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.attempt += 1), 300);
  }

  override render() {
    const { message, guidance, progress } = this.screen;
    return html`<div class="view">
        <img src=${this.#preview()} alt=${this.t("face.preview")} @error=${this.#retry} />
        ${this.#oval(progress)}
      </div>
      <div class="answers">
        <div class="words">
          <h1 tabindex="-1">${this.sent(message)}</h1>
        </div>
        <p class="guidance" role="status">${this.sent(guidance ?? "face.starting")}</p>
        <div class="other">
          <button @click=${() => this.act({ action: "choose_way", way: "pin" })}>${this.t("face.use_pin")}</button>
          <button @click=${() => this.act({ action: "choose_way", way: "visual" })}>${this.t("face.use_visual")}</button>
        </div>
      </div>`;
  }

  #oval(progress: number) {
    const oval = "M50 13a32 42 0 0 1 0 84a32 42 0 0 1 0-84Z";
    return html`<svg
      viewBox="0 0 100 125"
      role="progressbar"
      aria-label=${this.t("face.progress")}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round(progress * 100)}
    >
      <path class="veil" fill-rule="evenodd" d="M0 0h100v125H0Z${oval}" />
      <path class="track" d=${oval} />
      <path class="progress" d=${oval} pathLength="100" stroke-dasharray="100" stroke-dashoffset=${100 - progress * 100} />
    </svg>`;
  }
}
