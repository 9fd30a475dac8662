import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { isTextId, text, textFromTerminal, texts } from "../../../terminal_app/web/src/texts/text";
import { repository } from "../support/front_end";

const source = (path: string): string => readFileSync(join(repository, path), "utf8");

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "web" ? [] : filesUnder(path, ending);
    return entry.name.endsWith(ending) ? [path] : [];
  });

const found = (pattern: RegExp, content: string): string[] => [...content.matchAll(pattern)].map((match) => match[1]!);

describe("texts", () => {
  test("both languages have the same ids, none empty", () => {
    expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.ja).sort());
    for (const words of [...Object.values(texts.ja), ...Object.values(texts.en)]) expect(words.trim()).not.toBe("");
  });

  test("both languages fill in the same values", () => {
    const values = (words: string): string[] => found(/\{(\w+)\}/g, words).sort();
    for (const id of Object.keys(texts.ja).filter(isTextId)) {
      expect(values(texts.en[id]), id).toEqual(values(texts.ja[id]));
    }
  });

  test("values are filled in", () => {
    expect(text("ja", "pin.tries_left", { n: 3 })).toBe("入れられる回数：あと3回");
    expect(text("en", "pin.tries_left", { n: 3 })).toBe("Tries left: 3");
  });

  test("an id that the terminal should not have sent leads to the staff", () => {
    expect(textFromTerminal("ja", "reason.F-NOT-YET-KNOWN.title")).toBe(text("ja", "app.unknown_message"));
    expect(textFromTerminal("ja", "toString")).toBe(text("ja", "app.unknown_message"));
  });

  test("nobody is told that they are not the person", () => {
    for (const words of Object.values(texts.ja)) expect(words).not.toMatch(/本人では|他人|不正/);
  });
});

describe("ids that the terminal sends have texts", () => {
  test("every failure reason: title, cause, remedy", () => {
    const codes = found(/"(F-[A-Z-]+)"/g, source("terminal_app/diagnostics/failure_reason.cpp"));
    expect(codes.length).toBeGreaterThan(30);
    for (const code of codes) {
      for (const part of ["title", "cause", "remedy"]) expect(isTextId(`reason.${code}.${part}`), code).toBe(true);
    }
  });

  test("every sign of life that failed", () => {
    const wordings = found(/O::Failed, "(\w+)"/g, source("face/liveness/liveness_verdict.cpp"));
    expect(wordings.length).toBeGreaterThan(5);
    for (const reason of wordings) expect(isTextId(`staff.liveness.${reason}`), reason).toBe(true);
  });

  test("no text is kept for a failure reason that is gone", () => {
    const codes = found(/"(F-[A-Z-]+)"/g, source("terminal_app/diagnostics/failure_reason.cpp"));
    const told = new Set(found(/(F-[A-Z-]+)\.title/g, Object.keys(texts.ja).join("\n")));
    expect([...told].sort()).toEqual([...codes].sort());
  });

  test("screen, next-step, note and guidance ids in the C++ sources", () => {
    const sources = [...filesUnder("terminal_app", ".cpp"), ...filesUnder("terminal_app", ".hpp"), ...filesUnder("face", ".cpp")];
    const ids = sources.flatMap((path) => found(/"((?:screen|next|note|face\.guidance|surface\.guidance)\.[a-z_.-]+)"/g, source(path)));
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !isTextId(id))).toEqual([]);
  });

  test("every item of consent and every outcome", () => {
    const items = found(/return "([a-z_]+)"/g, source("eligibility/model/consent.cpp"));
    expect(items).toContain("specific_disease");
    for (const item of items) expect(isTextId(`consent.${item}`), item).toBe(true);
    const outcomes = found(/"([a-z-]+)"/g, found(/((?:\/\/ "[a-z-]+".*\n)+)/g, source("eligibility/model/outcome.hpp")).join());
    expect(outcomes).toContain("aid-unregistered");
    for (const outcome of outcomes) expect(isTextId(`outcome.${outcome}.title`), outcome).toBe(true);
  });

  test("every remark on a card, for patient and staff", () => {
    const names = found(/\{"([a-z]+(?:-[a-z]+)+)",/g, source("terminal_app/service/card_remark.cpp"));
    expect(names).toHaveLength(4);
    for (const name of names) {
      expect(isTextId(`remark.${name}`), name).toBe(true);
      expect(isTextId(`staff.remark.${name}`), name).toBe(true);
    }
  });

  test("screen ids in the description of the interface", () => {
    const ids = found(/`((?:screen|next|note)\.[a-z_.]*[a-z])`/g, source("docs/terminal-api.md"));
    expect(ids.length).toBeGreaterThan(15);
    expect(ids.filter((id) => !isTextId(id))).toEqual([]);
  });
});
