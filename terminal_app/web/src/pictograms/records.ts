import { svg, type TemplateResult } from "lit";

import type { ConsentItem } from "../api/patient_screen";
import { pictogram } from "./pictogram";

/** One drawing for each kind of record that consent is asked for. */
export const records: Record<ConsentItem, TemplateResult> = {
  medication: pictogram(svg`
    <rect x="2" y="21" width="44" height="20" rx="10" transform="rotate(-45 24 31)" /><path d="m17 24 14 14" />
    <circle cx="47" cy="46" r="11" /><path d="m40 53 14-14" />`),
  treatment: pictogram(svg`
    <path d="M14 6h-4v16a12 12 0 0 0 24 0V6h-4M22 34v9a13 13 0 0 0 26 0v-5" /><circle cx="48" cy="31" r="7" />`),
  surgery: pictogram(svg`
    <rect x="3" y="20" width="58" height="24" rx="12" transform="rotate(-35 32 32)" />
    <path d="m23 26.5 13 18.500M28 19.5 41 38" /><path d="M31 30h.01M33 35h.01M36 29h.01" stroke-width="4" />`),
  checkup: pictogram(svg`
    <rect x="10" y="10" width="44" height="48" rx="5" /><path d="M24 6h16v9H24ZM16 38h8l4-9 7 17 5-8h8" />`),
  specific_disease: pictogram(svg`
    <path d="M12 6h28l12 12v40H12Z" /><path d="M40 6v12h12" />
    <path d="M32 48c-7-5-11-9-11-14a6 6 0 0 1 11-3.5 6 6 0 0 1 11 3.5c0 5-4 9-11 14Z" />`),
  high_cost: pictogram(svg`
    <path d="M12 5h40v54l-6.7-5-6.6 5-6.7-5-6.7 5-6.6-5-6.7 5Z" /><path d="m24 15 8 11 8-11M32 26v14M24 28h16M24 35h16" />`),
};
