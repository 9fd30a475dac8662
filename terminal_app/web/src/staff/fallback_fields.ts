// What staff type of a paper, in the order in which it stands there.
export interface PaperField {
  /** As the terminal names it in faults, and as its label's text. */
  name: string;
  key: string;
  date?: true;
  /** Part of the insurance's number. */
  insurance?: true;
  /** Also on 資格情報のお知らせ and the portal's screen. */
  everywhere?: true;
}

export const paperFields: readonly PaperField[] = [
  { name: "insurer-number", key: "insurer_number", insurance: true, everywhere: true },
  { name: "symbol", key: "symbol", insurance: true, everywhere: true },
  { name: "number", key: "number", insurance: true, everywhere: true },
  { name: "branch", key: "branch", insurance: true, everywhere: true },
  { name: "name", key: "name", everywhere: true },
  { name: "birth-date", key: "birth_date", date: true, everywhere: true },
  { name: "household-head", key: "household_head" },
  { name: "insurer-name", key: "insurer_name" },
  { name: "qualified-on", key: "qualified_on", date: true },
  { name: "issued-on", key: "issued_on", date: true },
  { name: "valid-to", key: "valid_to", date: true },
  { name: "copay-percent", key: "copay_percent", everywhere: true },
];

export const declarationFields: readonly PaperField[] = [
  { name: "contact", key: "contact" },
  { name: "insurer-name", key: "insurer_name" },
  { name: "employer", key: "employer" },
  { name: "copay-percent", key: "copay_percent" },
];

/** The record as the terminal takes it: what was left empty is not in it. */
export function recordOf(fields: readonly PaperField[], typed: ReadonlyMap<string, string>): object {
  const record: Record<string, unknown> = {};
  const insurance: Record<string, string> = {};
  for (const { key, insurance: inside } of fields) {
    const value = typed.get(key)?.trim();
    if (value) (inside ? insurance : record)[key] = value;
  }
  return Object.keys(insurance).length > 0 ? { ...record, insurance } : record;
}
