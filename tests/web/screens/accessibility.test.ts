// Every screen in both languages on both displays: no violation that axe knows of WCAG A and AA, no
// button under 64 px, nothing cut off, no request to anywhere else, no error in the console.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { smallButtons, violations } from "../support/accessibility";
import { openPage, type Display } from "../support/browser";
import { patientScreens, staffViews } from "../support/sample_screens";
import { scriptedSession } from "../support/scripted_session";

const session = scriptedSession();
let page: Page;
let faults: string[];

/** The sample pictures of camera and photo are not there, which is no fault of the page. */
const realFaults = (): string[] => faults.filter((fault) => !fault.includes("404"));

/** Whether all of the screen can be seen without moving it: a patient would not look for more. */
const fits = (): Promise<boolean> =>
  page.locator("main").evaluate((main) => main.scrollHeight <= main.clientHeight + 1 && main.scrollWidth <= main.clientWidth + 1);

const shown = async (name: string): Promise<void> => {
  const screen = patientScreens[name]!;
  session.terminal.show(screen);
  await page.locator(`main[data-screen=${screen.screen}] h1`).waitFor();
};

describe.each([
  ["portrait", "ja"],
  ["portrait", "en"],
  ["landscape", "ja"],
  ["landscape", "en"],
] as [Display, string][])("patient screen, %s, %s", (display, language) => {
  beforeAll(async () => {
    ({ page, faults } = await openPage(session.browser(), session.url(), display));
  });
  beforeEach(() => shown("reading"));
  afterAll(() => page.context().close());

  test.each(Object.keys(patientScreens))("%s", async (name) => {
    await shown(name);
    const english = page.locator("app-header button[lang=en]");
    if (language === "en" && (await english.count())) await english.click();
    expect(await violations(page)).toEqual([]);
    expect(await smallButtons(page)).toEqual([]);
    expect(await fits()).toBe(true);
    expect(realFaults()).toEqual([]);
  });
});

test("patient screens in high contrast", async () => {
  ({ page, faults } = await openPage(session.browser(), session.url(), "portrait"));
  await shown("choose_way");
  await page.locator("app-header button").first().click();
  expect(await page.locator("html").getAttribute("data-contrast")).toBe("high");
  for (const name of ["choose_way", "pin", "consents", "failure"]) {
    await shown(name);
    expect(await violations(page)).toEqual([]);
  }
  await page.context().close();
});

describe("staff page", () => {
  test.each(Object.keys(staffViews))("%s", async (name) => {
    session.terminal.showStaff(staffViews[name]!);
    ({ page, faults } = await openPage(session.browser(), `${session.url()}/staff`, "landscape"));
    await page.locator("session-state .now").waitFor();
    expect(await violations(page)).toEqual([]);
    expect(realFaults()).toEqual([]);
    await page.context().close();
  });
});
