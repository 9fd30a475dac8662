import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { cardOnReader } from "../pictograms/card_on_reader";
import { cardOnReaderStyle } from "../pictograms/card_on_reader_style";
import { hourglass } from "../pictograms/signs";
import { visualWay } from "../pictograms/ways";
import type { TextId } from "../texts/text";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { Chime } from "./chime";
import { ScreenElement } from "./screen_element";

type Waiting = ScreenOf<"reading"> | ScreenOf<"checking"> | ScreenOf<"visual_wait"> | ScreenOf<"take_card">;

const pictures: Record<Waiting["screen"], TemplateResult> = {
  reading: cardOnReader("reading"),
  checking: hourglass,
  visual_wait: visualWay,
  take_card: cardOnReader("taking"),
};

const hints: Record<Waiting["screen"], TextId> = {
  reading: "reading.hint",
  checking: "checking.hint",
  visual_wait: "visual_wait.hint",
  take_card: "take_card.hint",
};

/** The machine or the staff work, or the card is to be taken: nothing to press. */
@customElement("waiting-screen")
export class WaitingScreen extends ScreenElement<Waiting> {
  static override styles = [
    controls,
    stage,
    cardOnReaderStyle,
    css`
      .words {
        gap: 2rem;
      }
      .pictogram {
        width: 11rem;
        height: 11rem;
        stroke-width: 2;
      }
      .words.told {
        gap: 1.25rem;
      }
      .told .pictogram {
        width: 8rem;
        height: 8rem;
      }
      .guidance {
        max-width: 44rem;
        font-size: 1.5rem;
        font-weight: 700;
        line-height: 1.5;
        color: var(--accent);
      }
      .pace {
        width: 14rem;
        height: 0.5rem;
        border-radius: 1rem;
        background: var(--hairline);
        overflow: hidden;
      }
      .pace::after {
        content: "";
        display: block;
        width: 40%;
        height: 100%;
        border-radius: inherit;
        background: var(--accent);
        animation: pace 1.8s ease-in-out infinite alternate;
      }
      @keyframes pace {
        from {
          transform: translateX(-20%);
        }
        to {
          transform: translateX(170%);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .pace::after {
          animation: none;
          width: 100%;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("single", "");
  }

  #chime = new Chime();

  override disconnectedCallback(): void {
    this.#chime.stop();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    if (this.screen.message === "screen.take_card.left") this.#chime.start();
    else this.#chime.stop();
  }

  override render() {
    const { screen, message } = this.screen;
    // What helps the camera to read the card front, while it does not.
    const guidance = this.screen.screen === "reading" ? this.screen.guidance : null;
    return html`<div class="words ${guidance ? "told" : ""}">
      ${pictures[screen]}
      <h1 tabindex="-1" aria-live=${message === "screen.take_card.left" ? "assertive" : "polite"}>${this.sent(message)}</h1>
      ${guidance
        ? html`<p class="guidance" role="status">${this.sent(guidance)}</p>`
        : html`<p class="hint">${this.t(hints[screen])}</p>`}
      ${screen === "take_card" ? "" : html`<div class="pace"></div>`}
    </div>`;
  }
}
