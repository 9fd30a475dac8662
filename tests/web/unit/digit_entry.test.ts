import { describe, expect, test } from "vitest";

import { DigitEntry } from "../../../terminal_app/web/src/patient/digit_entry";

const typed = (length: number, keys: string): DigitEntry => {
  const entry = new DigitEntry(length);
  for (const key of keys) entry.push(key);
  return entry;
};

describe("digits on their way to the terminal", () => {
  test("are complete at their length and take no more", () => {
    const entry = typed(4, "12345");
    expect(entry.complete).toBe(true);
    expect(entry.take()).toBe("1234");
  });

  test("leave once and are forgotten", () => {
    const entry = typed(4, "1234");
    entry.take();
    expect(entry.count).toBe(0);
    expect(entry.take()).toBe("");
  });

  test("do not leave while one is missing, and are forgotten all the same", () => {
    const entry = typed(4, "123");
    expect(entry.take()).toBe("");
    expect(entry.count).toBe(0);
  });

  test.each(["a", "１", "", "12", " "])("refuse %j", (key) => {
    const entry = new DigitEntry(4);
    entry.push(key);
    expect(entry.count).toBe(0);
  });

  test("are taken back one by one or all", () => {
    const entry = typed(14, "40050820");
    entry.erase();
    expect(entry.count).toBe(7);
    expect(entry.at(6)).toBe("2");
    entry.clear();
    expect(entry.at(0)).toBeUndefined();
  });
});
