import type { ConsentItem } from "../api/patient_screen";

/** The answers given so far. An item without an answer is absent: nothing is preset. */
export type ConsentAnswers = Partial<Record<ConsentItem, boolean>>;

/** The item to ask now, or undefined when all are answered. */
export function nextUnanswered(items: readonly ConsentItem[], answers: ConsentAnswers): ConsentItem | undefined {
  return items.find((item) => answers[item] === undefined);
}

/** The answers to send: exactly one for each item asked. Undefined while one is missing. */
export function completeAnswers(
  items: readonly ConsentItem[],
  answers: ConsentAnswers,
): Record<string, boolean> | undefined {
  if (nextUnanswered(items, answers) !== undefined) return undefined;
  return Object.fromEntries(items.map((item) => [item, answers[item] === true]));
}
