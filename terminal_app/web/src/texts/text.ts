import { en } from "./en";
import { enFallback } from "./en_fallback";
import { enReasons } from "./en_reasons";
import { enStaff } from "./en_staff";
import { ja } from "./ja";
import { jaFallback } from "./ja_fallback";
import { jaReasons } from "./ja_reasons";
import { jaStaff } from "./ja_staff";
import { reasonIds } from "./reason";

const japanese = { ...ja, ...jaStaff, ...jaFallback, ...reasonIds(jaReasons) };

export type Locale = "ja" | "en";
export type TextId = keyof typeof japanese;

export const texts: Record<Locale, Record<TextId, string>> = {
  ja: japanese,
  en: { ...en, ...enStaff, ...enFallback, ...reasonIds(enReasons) },
};

export function isTextId(id: string): id is TextId {
  return Object.hasOwn(japanese, id);
}

/** The text of an id, with its {names} filled in. */
export function text(locale: Locale, id: TextId, values: Record<string, string | number> = {}): string {
  return texts[locale][id].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of an id that came from the terminal; with an unknown id the patient is sent to the staff. */
export function textFromTerminal(locale: Locale, id: string, otherwise?: string): string {
  return isTextId(id) ? text(locale, id) : (otherwise ?? text(locale, "app.unknown_message"));
}
