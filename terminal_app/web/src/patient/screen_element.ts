import { LitElement } from "lit";
import { property } from "lit/decorators.js";

import type { PatientAction } from "../api/patient_action";
import type { PatientScreen } from "../api/patient_screen";
import { text, textFromTerminal, type Locale, type TextId } from "../texts/text";

/** What every patient screen shares: its language, the terminal's message, a way to answer. */
export abstract class ScreenElement<Screen extends PatientScreen = PatientScreen> extends LitElement {
  @property() locale: Locale = "ja";
  @property({ attribute: false }) screen!: Screen;

  /** The words of an id of ours. */
  protected t(id: TextId, values?: Record<string, string | number>): string {
    return text(this.locale, id, values);
  }

  /** The words of an id that the terminal sent. */
  protected sent(id: string): string {
    return textFromTerminal(this.locale, id);
  }

  /** Hands an action to the page, which sends it. */
  protected act(action: PatientAction): void {
    this.dispatchEvent(new CustomEvent<PatientAction>("act", { detail: action, bubbles: true, composed: true }));
  }

  /** Reading and keyboard order start at the heading of a new screen. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }
}
