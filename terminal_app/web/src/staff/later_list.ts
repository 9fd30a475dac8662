import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { actOnLater, readLater, type LaterAction, type LaterCounts, type LaterRow } from "../api/later";
import { text, textFromTerminal, type Locale, type TextId } from "../texts/text";
import { controls } from "../theme/controls";
import { panel } from "./panel";

/** Visits whose insurance is confirmed later: what the terminal asks for by itself, and what staff must settle. */
@customElement("later-list")
export class LaterList extends LitElement {
  static override styles = [
    controls,
    panel,
    css`
      ul {
        display: grid;
        gap: 1.25rem;
        margin-top: 1rem;
      }
      li {
        display: grid;
        gap: 0.25rem;
      }
      b {
        font-variant-numeric: tabular-nums;
      }
      small {
        font-size: 0.9rem;
        color: var(--ink-soft);
      }
      .for-staff b {
        color: var(--attention);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem;
        margin-top: 0.5rem;
      }
    `,
  ];

  @property() locale: Locale = "ja";
  @property({ attribute: false }) counts!: LaterCounts;
  @state() private rows: LaterRow[] = [];
  @state() private notDone = false;

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("counts") as LaterCounts | undefined;
    const { open, for_staff } = this.counts;
    if (changed.has("counts") && (before?.open !== open || before.for_staff !== for_staff)) void this.#read();
  }

  async #read(): Promise<void> {
    const rows = await readLater().catch(() => undefined);
    this.notDone = rows === undefined;
    if (rows) this.rows = rows;
  }

  async #act(action: LaterAction): Promise<void> {
    const result = await actOnLater(action);
    await this.#read();
    this.notDone ||= result !== "accepted";
  }

  override render() {
    if (!this.counts.usable) {
      return html`<h2>${this.#t("later.title")}</h2>
        <p class="notice">${this.#t("later.unusable")}</p>`;
    }
    return html`<h2>${this.#t("later.title")}</h2>
      <p>${text(this.locale, "later.counts", { open: this.counts.open, staff: this.counts.for_staff })}</p>
      ${this.notDone ? html`<p class="notice" role="alert">${this.#t("later.not_done")}</p>` : ""}
      <ul>
        ${this.rows.map((row) => this.#row(row))}
      </ul>`;
  }

  #row({ number, reference_number, state, reason, asks, kept_at }: LaterRow) {
    const forStaff = state === "differs" || state === "needs-staff";
    const at = new Date(kept_at).toLocaleString(this.locale, { dateStyle: "short", timeStyle: "short" });
    return html`<li class=${forStaff ? "for-staff" : ""} data-number=${number}>
      <b>${this.#t("later.reference")} ${reference_number ?? "–"}</b>
      <span>${textFromTerminal(this.locale, `later.state.${state}`)}</span>
      <small>${text(this.locale, "later.asked", { at, asks })}${reason ? html` (${reason})` : ""}</small>
      ${forStaff
        ? html`<div class="actions">
            <button @click=${() => this.#act({ action: "retry", number })}>${this.#t("later.retry")}</button>
            <button @click=${() => this.#act({ action: "close", number, as: "confirmed" })}>
              ${this.#t("later.confirmed")}
            </button>
            <button @click=${() => this.#act({ action: "close", number, as: "given-up" })}>
              ${this.#t("later.give_up")}
            </button>
          </div>`
        : ""}
    </li>`;
  }

  #t(id: TextId) {
    return text(this.locale, id);
  }
}

/** Whether there is anything to tell. */
export const hasLater = ({ usable, open, for_staff }: LaterCounts): boolean => !usable || open + for_staff > 0;
