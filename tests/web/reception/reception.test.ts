// A reception clicked through in a browser against the real terminal, which reads a virtual card over a
// real pcscd and asks a virtual eligibility service.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { openBrowser, openPage } from "../support/browser";
import { Demo, haveModels, pinOf } from "../support/demo";

const persona = "p02";
const stepSeconds = 60;

let browser: Browser;
let demo: Demo;
let patient: Page;
let staff: Page;
let faults: string[];

const button = (words: string) => patient.getByRole("button", { name: words, exact: true });

const patientScreen = (name: string) =>
  patient.locator(`main[data-screen=${name}] h1`).waitFor({ timeout: stepSeconds * 1000 });

const staffSees = (name: string) =>
  staff.locator(`[data-screen=${name}]`).waitFor({ state: "attached", timeout: stepSeconds * 1000 });

async function typePin(digits: string): Promise<void> {
  for (const digit of digits) await button(digit).click();
  await button("決定").click();
}

async function answerConsents(): Promise<void> {
  await patientScreen("consents");
  while (await button("見せない").isVisible()) await button("見せない").click();
  await button("進む").click();
}

async function untilCardIsTaken(): Promise<void> {
  await patientScreen("outcome");
  expect(await patient.locator("[data-outcome]").getAttribute("data-outcome")).toBe("eligible");
  await patient.getByRole("heading", { name: "受付ができました" }).waitFor();
  await button("わかりました").click();
  await patientScreen("take_card");
  await demo.removeCard();
  await patientScreen("idle");
}

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  demo = new Demo();
  const address = await demo.start(persona);
  ({ page: patient, faults } = await openPage(browser, address, "portrait"));
  ({ page: staff } = await openPage(browser, `${address}/staff`, "landscape"));
  await patientScreen("idle");
  await demo.insertCard();
  await patientScreen("choose_way");
}, 180_000);

afterEach(async () => {
  await Promise.all([patient?.context().close(), staff?.context().close()]);
  await demo.stop();
}, 60_000);

describe("a patient is received", { timeout: 240_000 }, () => {
  test("by PIN", async () => {
    await patient.locator("[data-way=pin]").click();
    await patientScreen("enter_pin");
    await patient.getByText("あと3回").waitFor();
    await typePin(pinOf(persona));
    await answerConsents();
    await untilCardIsTaken();
    await staffSees("idle");
    expect(faults).toEqual([]);
  });

  test("by PIN at the second try, and the tries are counted", async () => {
    await patient.locator("[data-way=pin]").click();
    await patientScreen("enter_pin");
    const wrong = pinOf(persona) === "0000" ? "1111" : "0000";
    await typePin(wrong);
    await patient.getByText("番号がちがっていました").waitFor({ timeout: stepSeconds * 1000 });
    await patient.getByText("あと2回").waitFor();
    await typePin(pinOf(persona));
    await answerConsents();
    await untilCardIsTaken();
  });

  test("by staff, who compare the card's photo with the person", async () => {
    await patient.locator("[data-way=visual]").click();
    await patientScreen("visual_wait");
    const photo = staff.getByRole("img", { name: "カードの写真" });
    await photo.waitFor({ timeout: stepSeconds * 1000 });
    await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(50);
    await staff.getByRole("button", { name: "同じ人です" }).click();
    await answerConsents();
    await untilCardIsTaken();
  });

  test.skipIf(!haveModels)("by face", async () => {
    await patient.locator("[data-way=face]").click();
    await answerConsents();
    await untilCardIsTaken();
  });
});

describe("a reception that stops", { timeout: 240_000 }, () => {
  test("the card is pulled: the patient is told, staff see why, the next patient can come", async () => {
    await demo.removeCard();
    await patientScreen("failure");
    expect(await patient.locator("[data-reason]").getAttribute("data-reason")).toBe("F-CARD-REMOVED");
    await staff.locator("failure-panel").getByText("F-CARD-REMOVED").waitFor();
    await button("わかりました").click();
    await patientScreen("idle");
    await demo.insertCard();
    await patientScreen("choose_way");
  });

  test("the patient stops: nothing is kept on the screen", async () => {
    await button("やめる").click();
    await patient.locator("main[data-screen=take_card] h1, main[data-screen=failure] h1").first().waitFor();
    await demo.removeCard();
    if ((await patient.locator("main").getAttribute("data-screen")) === "failure") await button("わかりました").click();
    await patientScreen("idle");
  });
});
