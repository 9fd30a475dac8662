import type { TextId } from "../texts/text";

/** 照合番号B as it is printed on the card: three groups of digits, in this order. */
export const numberBParts: readonly { name: TextId; hint: TextId; start: number; length: number }[] = [
  { name: "number_b.birth_date", hint: "number_b.birth_date_hint", start: 0, length: 6 },
  { name: "number_b.expiry_year", hint: "number_b.expiry_year_hint", start: 6, length: 4 },
  { name: "number_b.security_code", hint: "number_b.security_code_hint", start: 10, length: 4 },
];

export const numberBLength = 14;

/** Which part the next digit belongs to; the last one when all are there. */
export function partBeingTyped(count: number): number {
  const part = numberBParts.findIndex(({ start, length }) => count < start + length);
  return part === -1 ? numberBParts.length - 1 : part;
}
