import { expect, test } from "vitest";

import { openBrowser, openPage } from "../support/browser";
import { patientScreens } from "../support/sample_screens";
import { ScriptedTerminal } from "../support/scripted_terminal";

test("a terminal that is gone cannot be pressed, and the page finds it again", async () => {
  const first = new ScriptedTerminal();
  const second = new ScriptedTerminal();
  const browser = await openBrowser();
  try {
    const url = await first.start();
    first.show(patientScreens["choose_way"]!);
    const { page } = await openPage(browser, url, "portrait");
    await page.locator("[data-way=pin]").waitFor();
    await first.stop();
    await page.getByText("つなぎ直しています").waitFor();
    expect(await page.locator("main").getAttribute("inert")).toBe("");

    second.show(patientScreens["consents"]!);
    await second.start(Number(new URL(url).port));
    await page.getByText("病院に見せてもよいですか").waitFor();
    expect(await page.locator("main").getAttribute("inert")).toBeNull();
  } finally {
    await browser.close();
    await first.stop();
    await second.stop();
  }
});
