// Staff go down the day's ladder when the card settles nothing.
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { violations } from "../support/accessibility";
import { openPage } from "../support/browser";
import { fallbackCases } from "../support/sample_fallback";
import { staffViews } from "../support/sample_screens";
import { scriptedSession } from "../support/scripted_session";

const session = scriptedSession();
let page: Page;

const button = (words: string) => page.getByRole("button", { name: words });
const sent = () => session.terminal.actions;
const untilSent = (count: number) => expect.poll(() => sent().length).toBe(count);
const open = async (fallback: object): Promise<void> => {
  session.terminal.fallback = fallback;
  session.terminal.showStaff(staffViews["staff_idle"]!);
  ({ page } = await openPage(session.browser(), `${session.url()}/staff`, "landscape"));
  await page.locator("fallback-panel h2").waitFor();
};

beforeEach(() => {
  sent().length = 0;
  session.terminal.answerStatus = 204;
  session.terminal.paperCheck = { faults: [], name: null };
});

afterEach(() => page.context().close());

test.each(Object.keys(fallbackCases))("%s has no violation that axe knows of", async (name) => {
  await open(fallbackCases[name]!);
  await page.locator("fallback-panel button").first().waitFor();
  expect(await violations(page)).toEqual([]);
});

test("a school trip is begun with the supervisor's name", async () => {
  await open({ open: false });
  await button("別の方法で受付する").click();
  await page.getByLabel("修学旅行などの団体").check();
  await page.getByLabel("引率者の氏名").fill("見本");
  await page.getByLabel("引率者の氏名").blur();
  await button("はじめる").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "begin", circumstance: "school-trip", has_card: false, note: "見本" }]);
});

test("what cannot be used without the card says so and has no button", async () => {
  await open(fallbackCases["without_card"]!);
  const notice = page.locator("[data-step=eligibility-notice]");
  await notice.getByText("カードといっしょのときだけ").waitFor();
  expect(await notice.locator("button").count()).toBe(0);
});

test("a certificate is checked as it is typed", async () => {
  await open(fallbackCases["ladder"]!);
  session.terminal.paperCheck = { faults: [{ field: "insurer-number", fault: "check-digit" }], name: "different" };
  await button("これにする: 資格確認書").click();
  await page.getByLabel("保険者番号").fill("06999008");
  await page.getByLabel("保険者番号").blur();
  await page.getByText("検証番号").waitFor();
  await page.getByText("氏名がカードと違います").waitFor();
  expect(sent()).toEqual([{ insurance: { insurer_number: "06999008" } }]);
  expect(await violations(page)).toEqual([]);
});

test("what was typed of a certificate is sent as one record", async () => {
  await open(fallbackCases["ladder"]!);
  await button("これにする: 資格確認書").click();
  await page.getByLabel("負担割合").fill("30");
  await page.getByLabel("負担割合").blur();
  await button("この内容で受付する").click();
  await untilSent(2);
  expect(sent()[1]).toEqual({ action: "use", step: "eligibility-certificate", record: { copay_percent: "30" } });
});

test("what the terminal refuses is told", async () => {
  await open(fallbackCases["ladder"]!);
  session.terminal.answerStatus = 409;
  await button("これにする: 前回の受診").click();
  await button("変わりないことを確かめた").click();
  await page.getByText("受け付けられませんでした").waitFor();
});

test("share and number to claim under are told with their source", async () => {
  await open(fallbackCases["done"]!);
  const panel = page.locator("fallback-panel");
  await panel.getByText("30%").waitFor();
  await panel.getByText("ご本人の申立て").waitFor();
  await panel.getByText("77777777").waitFor();
});

test("ending clears the visit", async () => {
  await open(fallbackCases["done"]!);
  await button("終わる").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "close" }]);
});
