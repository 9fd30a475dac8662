import type { Locale } from "./text";

/** A month as the terminal tells it ("2026-10") in words: 2026年10月, October 2026. */
export function monthInWords(locale: Locale, month: string): string {
  const words = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}
