// Insurance that is confirmed later: what the patient reads, and what staff settle.
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { violations } from "../support/accessibility";
import { openPage } from "../support/browser";
import { laterRows, patientScreens, staffViews } from "../support/sample_screens";
import { scriptedSession } from "../support/scripted_session";

const session = scriptedSession();
let page: Page;

const open = async (view: string): Promise<void> => {
  session.terminal.later = laterRows;
  session.terminal.showStaff(staffViews[view]!);
  ({ page } = await openPage(session.browser(), `${session.url()}/staff`, "landscape"));
};

beforeEach(() => {
  session.terminal.actions.length = 0;
  session.terminal.answerStatus = 204;
});

afterEach(() => page.context().close());

test("a patient whose visit is kept is told that it is checked again", async () => {
  session.terminal.show(patientScreens["failure_later"]!);
  ({ page } = await openPage(session.browser(), session.url(), "portrait"));
  await page.locator("[data-later]").getByText("あとで当院でもう一度行います").waitFor();
});

test("staff see which visits wait and which they must settle", async () => {
  await open("staff_later");
  await page.getByText("確認待ち 1 件、職員の確認が必要 2 件").waitFor();
  expect(await page.locator("[data-number='3'] button").count()).toBe(0); // the terminal asks by itself
  expect(await page.locator("[data-number='5'] button").count()).toBe(3);
  expect(await violations(page)).toEqual([]);
});

test.each([
  ["もう一度照会する", { action: "retry", number: 5 }],
  ["確認できた", { action: "close", number: 5, as: "confirmed" }],
  ["打ち切る", { action: "close", number: 5, as: "given-up" }],
])("staff choose: %s", async (words, action) => {
  await open("staff_later");
  await page.locator("[data-number='5']").getByRole("button", { name: words }).click();
  await expect.poll(() => session.terminal.actions).toEqual([action]);
});

test("what could not be done is said", async () => {
  await open("staff_later");
  session.terminal.answerStatus = 409;
  await page.locator("[data-number='6']").getByRole("button", { name: "打ち切る" }).click();
  await page.getByText("もう一度お試しください").waitFor();
});

test("a list that cannot be used is said, and that paper helps", async () => {
  await open("staff_later_unusable");
  await page.getByText("紙に控えてください").waitFor();
});
