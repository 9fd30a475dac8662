import { expect, test } from "vitest";

import { numberBLength, numberBParts, partBeingTyped, partsOf } from "../../../terminal_app/web/src/patient/number_b_parts";

test("照合番号B is birth date, expiry year and security code, without a gap", () => {
  expect(numberBParts.map(({ length }) => length)).toEqual([6, 4, 4]);
  let end = 0;
  for (const part of numberBParts) {
    expect(part.start).toBe(end);
    end += part.length;
  }
  expect(end).toBe(numberBLength);
});

test.each([
  [0, 0],
  [5, 0],
  [6, 1],
  [9, 1],
  [10, 2],
  [14, 2],
])("after %i digits part %i is typed", (count, part) => expect(partBeingTyped(partsOf(14), count)).toBe(part));

test("a number of six digits is typed as one", () => {
  expect(partsOf(14)).toBe(numberBParts);
  expect(partsOf(6).map(({ start, length }) => [start, length])).toEqual([[0, 6]]);
  expect(partBeingTyped(partsOf(6), 6)).toBe(0);
});
