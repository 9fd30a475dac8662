import { describe, expect, test } from "vitest";

import type { ConsentItem } from "../../../terminal_app/web/src/api/patient_screen";
import { completeAnswers, nextUnanswered } from "../../../terminal_app/web/src/patient/consent_answers";

const items: ConsentItem[] = ["medication", "checkup"];

describe("consents", () => {
  test("are asked in order, and a refusal is an answer", () => {
    expect(nextUnanswered(items, {})).toBe("medication");
    expect(nextUnanswered(items, { medication: false })).toBe("checkup");
    expect(nextUnanswered(items, { medication: false, checkup: true })).toBeUndefined();
  });

  test("are not sent while one is missing", () => {
    expect(completeAnswers(items, { medication: true })).toBeUndefined();
  });

  test("hold exactly the items that were asked", () => {
    expect(completeAnswers(items, { medication: true, checkup: false, surgery: true })).toEqual({
      medication: true,
      checkup: false,
    });
  });
});
