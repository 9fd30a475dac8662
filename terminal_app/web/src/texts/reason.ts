// A failure reason has three texts: what the patient reads, and cause and remedy for staff.

export type ReasonPart = "title" | "cause" | "remedy";
export type ReasonTexts = readonly [title: string, cause: string, remedy: string];

/** `reason.<CODE>.title` and so on, as the terminal names them. */
export function reasonIds<Code extends string>(
  reasons: Record<Code, ReasonTexts>,
): Record<`reason.${Code}.${ReasonPart}`, string> {
  const flat = Object.entries<ReasonTexts>(reasons).flatMap(([code, [title, cause, remedy]]) => [
    [`reason.${code}.title`, title],
    [`reason.${code}.cause`, cause],
    [`reason.${code}.remedy`, remedy],
  ]);
  return Object.fromEntries(flat) as Record<`reason.${Code}.${ReasonPart}`, string>;
}
