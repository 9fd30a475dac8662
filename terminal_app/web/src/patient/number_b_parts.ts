import type { TextId } from "../texts/text";

export interface NumberPart {
  name: TextId;
  hint: TextId;
  start: number;
  length: number;
}

/** 照合番号B as it is printed on the card: three groups of digits, in this order. */
export const numberBParts: readonly NumberPart[] = [
  { name: "number_b.birth_date", hint: "number_b.birth_date_hint", start: 0, length: 6 },
  { name: "number_b.expiry_year", hint: "number_b.expiry_year_hint", start: 6, length: 4 },
  { name: "number_b.security_code", hint: "number_b.security_code_hint", start: 10, length: 4 },
];

export const numberBLength = 14;

/** The number of the next-generation card stands on it as one (provisional). */
function onePart(length: number): readonly NumberPart[] {
  return [{ name: "number_b.whole", hint: "number_b.whole_hint", start: 0, length }];
}

/** The parts in which a number of so many digits is typed. */
export function partsOf(digits: number): readonly NumberPart[] {
  return digits === numberBLength ? numberBParts : onePart(digits);
}

/** Which part the next digit belongs to; the last one when all are there. */
export function partBeingTyped(parts: readonly NumberPart[], count: number): number {
  const part = parts.findIndex(({ start, length }) => count < start + length);
  return part === -1 ? parts.length - 1 : part;
}
