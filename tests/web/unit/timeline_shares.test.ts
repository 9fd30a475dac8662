import { expect, test } from "vitest";

import { seconds, shares } from "../../../terminal_app/web/src/staff/timeline_shares";

test("steps follow one another to scale", () => {
  const drawn = shares([
    { name: "recognise", ms: 250 },
    { name: "read_card", ms: 750 },
  ]);
  expect(drawn.map(({ start, length }) => [start, length])).toEqual([
    [0, 25],
    [25, 75],
  ]);
});

test("a step too short to see stays visible and inside", () => {
  const last = shares([
    { name: "read_card", ms: 100_000 },
    { name: "hand_over", ms: 1 },
  ])[1]!;
  expect(last.length).toBeGreaterThan(0.5);
  expect(last.start + last.length).toBeLessThanOrEqual(100);
});

test("steps that took no time at all do not divide by zero", () => {
  expect(shares([{ name: "recognise", ms: 0 }])[0]).toMatchObject({ start: 0 });
});

test("time is told in seconds", () => expect(seconds(1430)).toBe("1.43 s"));
