import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openPage } from "../support/browser";
import { staffViews } from "../support/sample_screens";
import { scriptedSession } from "../support/scripted_session";

const session = scriptedSession();
let page: Page;

const button = (words: string) => page.getByRole("button", { name: words });
const sent = () => session.terminal.actions;
const untilSent = (count: number) => expect.poll(() => sent().length).toBe(count);

beforeEach(async () => {
  sent().length = 0;
  session.terminal.answerStatus = 204;
  session.terminal.showStaff(staffViews["staff_idle"]!);
  ({ page } = await openPage(session.browser(), `${session.url()}/staff`, "landscape"));
  await page.getByText("待機中").waitFor();
});

afterEach(() => page.context().close());

test.each([
  ["同じ人です", true],
  ["違います", false],
])("the visual check: %s", async (words, same_person) => {
  session.terminal.showStaff(staffViews["staff_visual"]!);
  await button(words).click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "confirm_visual", same_person }]);
});

test("a part that does not work is named with cause, remedy and code", async () => {
  session.terminal.showStaff(staffViews["staff_failure"]!);
  const camera = page.locator("[data-part=camera]");
  await camera.getByText("使えません").waitFor();
  expect(await camera.innerText()).toContain("F-CAMERA-LOST");
  await page.locator("failure-panel").getByText("ケーブルを確かめてください").waitFor();
});

test("results of the face reader that were not used are told, those of other people not", async () => {
  session.terminal.showStaff(staffViews["staff_face_files"]!);
  const told = page.locator("face-files li");
  await told.first().waitFor();
  expect(await told.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset["fit"]))).toEqual([
    "late",
    "undecided",
  ]);
  expect(await told.first().innerText()).toContain("2 件");
});

test("staff turn to the visual check", async () => {
  session.terminal.showStaff(staffViews["staff_failure"]!);
  await button("職員による確認にする").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "allow_visual" }]);
});

test("a reception is stopped by two presses, not by one", async () => {
  session.terminal.showStaff(staffViews["staff_failure"]!);
  await button("受付を中止する").click();
  expect(sent()).toEqual([]);
  await button("ほんとうに中止する").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "cancel_session" }]);
});

test("a call without a card stands until staff came", async () => {
  session.terminal.showStaff(staffViews["staff_called"]!);
  await page.getByText("患者さんが職員を呼んでいます").waitFor();
  await button("うかがいました").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "cancel_session" }]);
});

test("what the patient should be told about the card stands with the outcome", async () => {
  session.terminal.showStaff(staffViews["staff_outcome"]!);
  const remark = page.locator("[data-remark=certificate-in-grace]");
  await remark.waitFor();
  expect(await remark.innerText()).toContain("2026年12月の途中で受付できなくなります");
  await page.getByText("カードの期限が2026年9月に切れています").waitFor();
});

test("what makes the camera doubt that a person stands there is told in words, and what does not is not", async () => {
  session.terminal.showStaff(staffViews["staff_outcome"]!);
  const doubts = page.locator("[data-liveness=doubted]");
  await doubts.getByText("お顔の両側に、紙や画面のようなまっすぐな縁があります。").waitFor();
  expect(await doubts.locator("li").count()).toBe(1);
});

test("an action that came too late is told", async () => {
  session.terminal.answerStatus = 409;
  session.terminal.showStaff(staffViews["staff_visual"]!);
  await button("同じ人です").click();
  await page.getByText("操作できませんでした").waitFor();
});

test("printed dates that differ from the chip's are a suspicion, told with how to go on", async () => {
  session.terminal.showStaff(staffViews["staff_outcome"]!);
  const notice = page.locator("[data-front]");
  await notice.waitFor();
  expect(await notice.innerText()).toContain("偽造の疑い");
  session.terminal.showStaff(staffViews["staff_visual"]!);
  await expect.poll(() => notice.count()).toBe(0);
});
