import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import { contrast, globe } from "../pictograms/signs";
import { text, type Locale } from "../texts/text";
import { controls } from "../theme/controls";

/** The name of the place, the language and the contrast. Events: `change-locale`, `change-contrast`. */
@customElement("app-header")
export class AppHeader extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 1rem;
      }
      .name {
        margin-inline-end: auto;
        display: flex;
        align-items: center;
        gap: 0.9rem;
        font-size: 1.5rem;
        font-weight: 700;
        letter-spacing: 0.06em;
      }
      .name img {
        width: 2.8rem;
        height: 2.8rem;
      }
      button {
        display: flex;
        align-items: center;
        gap: 0.7rem;
        padding: 0.4rem 1.4rem;
        background: transparent;
        border-color: transparent;
        font-size: 1.15rem;
      }
      .pictogram {
        width: 1.9rem;
        height: 1.9rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ type: Boolean }) highContrast = false;

  override render() {
    const language = this.locale === "ja" ? "en" : "ja";
    return html`<p class="name"><img src="/icon.svg" alt="" />${text(this.locale, "app.name")}</p>
      <button aria-pressed=${this.highContrast} @click=${() => this.#tell("change-contrast")}>
        ${contrast}${text(this.locale, "app.contrast")}
      </button>
      <button lang=${language} @click=${() => this.#tell("change-locale")}>
        ${globe}${text(this.locale, "app.language")}
      </button>`;
  }

  #tell(event: string): void {
    this.dispatchEvent(new CustomEvent(event));
  }
}
