import { css, html } from "lit";
import { customElement } from "lit/decorators.js";

import type { ScreenOf } from "../api/patient_screen";
import { notice } from "../pictograms/signs";
import { controls } from "../theme/controls";
import { stage } from "../theme/stage";
import { ScreenElement } from "./screen_element";

/** What happened and what to do next, without blame; the code is for staff. */
@customElement("failure-screen")
export class FailureScreen extends ScreenElement<ScreenOf<"failure">> {
  static override styles = [
    controls,
    stage,
    css`
      .words .pictogram {
        width: 9rem;
        height: 9rem;
        stroke-width: 2.2;
      }
      .why {
        font-size: 1.5rem;
        font-weight: 600;
      }
      .next {
        display: grid;
        gap: 1rem;
        padding: 1.75rem 2rem;
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      .next h2 {
        font-size: 1.25rem;
        color: var(--accent);
      }
      ol {
        display: grid;
        gap: 1rem;
        margin: 0;
        padding: 0;
        list-style: none;
        counter-reset: step;
      }
      li {
        display: grid;
        grid-template-columns: 2.6rem 1fr;
        gap: 1rem;
        align-items: center;
        font-size: 1.4rem;
        counter-increment: step;
      }
      li::before {
        content: counter(step);
        display: grid;
        place-items: center;
        height: 2.6rem;
        border-radius: 50%;
        background: var(--accent-tint);
        color: var(--accent-deep);
        font-weight: 700;
      }
      .code {
        font-size: 1rem;
        color: var(--ink-soft);
        text-align: center;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  override render() {
    const { message, reason, title, next_steps, later } = this.screen;
    const stays = message === "screen.failure.out_of_service";
    const ended = reason === "F-SYSTEM-CANCELLED" || reason === "F-SYSTEM-TIMED-OUT"; // nothing went wrong
    return html`<div class="words" data-reason=${reason}>
        ${notice}
        <h1 tabindex="-1">${this.sent(ended ? title : message)}</h1>
        ${ended ? "" : html`<p class="why">${this.sent(title)}</p>`}
      </div>
      <div class="answers">
        <section class="next">
          <h2>${this.t("failure.next")}</h2>
          <ol>
            ${next_steps.map((step) => html`<li>${this.sent(step)}</li>`)}
          </ol>
        </section>
        ${later ? html`<p class="notice" data-later>${this.t("later.patient")}</p>` : ""}
        ${stays
          ? ""
          : html`<button class="primary" @click=${() => this.act({ action: "cancel" })}>${this.t("app.seen")}</button>`}
        <p class="code">${this.t("failure.code")} ${reason}</p>
      </div>`;
  }
}
