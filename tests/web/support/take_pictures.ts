// Draws every screen in both languages and on both displays into a folder: `npm run pictures FOLDER`.
import { mkdirSync } from "node:fs";

import { displays, openBrowser, openPage, type Display } from "./browser";
import { patientScreens, staffViews } from "./sample_screens";
import { ScriptedTerminal } from "./scripted_terminal";

const folder = process.argv[2] ?? "pictures";
mkdirSync(folder, { recursive: true });
const terminal = new ScriptedTerminal();
terminal.preview = process.argv[3];
terminal.photo = process.argv[3];
const url = await terminal.start();
const browser = await openBrowser();
try {
  for (const display of Object.keys(displays) as Display[]) {
    terminal.show(patientScreens["idle"]!);
    const { page } = await openPage(browser, url, display);
    for (const language of ["ja", "en"]) {
      for (const [name, screen] of Object.entries(patientScreens)) {
        terminal.show(screen);
        await page.waitForTimeout(200);
        if (language === "en" && (await page.evaluate(() => document.documentElement.lang)) === "ja") {
          await page.locator("app-header button[lang=en]").click();
        }
        if (name.startsWith("pin")) await page.keyboard.type(language === "ja" ? "12" : "123");
        if (name === "number_b") await page.keyboard.type("40050820");
        await page.waitForTimeout(200);
        await page.screenshot({ path: `${folder}/${name}.${language}.${display}.png` });
        if (name !== "consents") continue;
        for (let n = 0; n < 5; ++n) await page.locator(".answers button").nth(n % 2).click();
        await page.screenshot({ path: `${folder}/consents_review.${language}.${display}.png` });
      }
    }
  }
  const { page } = await openPage(browser, `${url}/staff`, "landscape");
  for (const language of ["ja", "en"]) {
    if (language === "en") await page.locator("header button").click();
    for (const [name, view] of Object.entries(staffViews)) {
      terminal.showStaff(view);
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${folder}/${name}.${language}.png`, fullPage: true });
    }
  }
} finally {
  await browser.close();
  await terminal.stop();
}
