import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { FaceFileCounts, StaffView } from "../api/staff_view";
import { text, type Locale } from "../texts/text";
import { panel } from "./panel";

/** Those of which staff may want to know; those of other people are everyday business at a desk with several readers. */
const notable = ["early", "late", "duplicate", "undecided", "unreadable"] as const;

/** Answers of an official reader that came unasked and were not used. */
@customElement("face-files")
export class FaceFiles extends LitElement {
  static override styles = panel;

  @property() locale: Locale = "ja";
  @property({ attribute: false }) counts!: FaceFileCounts;

  override render() {
    return html`<h2>${text(this.locale, "staff.face_files")}</h2>
      <ul>
        ${notable
          .filter((fit) => this.counts[fit] > 0)
          .map(
            (fit) =>
              html`<li data-fit=${fit}>
                ${text(this.locale, `staff.face_files.${fit}`, { count: this.counts[fit] })}
              </li>`,
          )}
      </ul>`;
  }
}

/** Whether there is anything to tell. */
export function hasUnusedFaceFiles(view: StaffView): boolean {
  return notable.some((fit) => view.face_files[fit] > 0);
}
