// Draws the screens into a folder: `npm run pictures FOLDER [all]`. Without "all" those of the README,
// small; with it every screen in both languages on both displays, to be looked at.
import { mkdirSync, readdirSync } from "node:fs";
import type { Page } from "playwright-core";

import { displays, openBrowser, openPage, type Display } from "./browser";
import { repository } from "./front_end";
import { fallbackCases } from "./sample_fallback";
import { laterRows, patientScreens, staffViews } from "./sample_screens";
import { ScriptedTerminal } from "./scripted_terminal";

const [folder = "pictures", all] = process.argv.slice(2);
const readme = ["idle", "choose_way", "pin", "consents", "outcome", "failure"];
const persona = `${repository}hw-sim/personas/p02/`;

mkdirSync(folder, { recursive: true });
const terminal = new ScriptedTerminal();
terminal.preview = persona + readdirSync(persona).find((name) => name.startsWith("live_"))!;
terminal.photo = `${persona}chip.png`;
const url = await terminal.start();
const browser = await openBrowser();

async function draw(page: Page, name: string, path: string): Promise<void> {
  terminal.show(patientScreens["reading"]!);
  await page.locator("main[data-screen=reading]").waitFor();
  terminal.show(patientScreens[name]!);
  await page.locator(`main[data-screen=${patientScreens[name]!.screen}] h1`).waitFor();
  if (name.startsWith("pin")) await page.keyboard.type("12");
  if (name === "number_b") await page.keyboard.type("40050820");
  await page.waitForTimeout(300);
  await page.screenshot({ path });
}

async function drawStaff(page: Page, name: string, path: string): Promise<void> {
  terminal.showStaff(staffViews[name]!);
  await page.waitForTimeout(300);
  await page.screenshot({ path, fullPage: true });
}

async function drawReadme(): Promise<void> {
  terminal.show(patientScreens["reading"]!);
  const { page } = await openPage(browser, url, "portrait", 0.5);
  for (const name of readme) await draw(page, name, `${folder}/patient-${name.replace("_", "-")}.png`);
  const { page: small } = await openPage(browser, url, "portrait", 0.36); // a camera picture is heavy as PNG
  await draw(small, "face", `${folder}/patient-face.png`);
  await page.locator("app-header button[lang=en]").click();
  await draw(page, "choose_way", `${folder}/patient-choose-way-en.png`);
  const { page: staff } = await openPage(browser, `${url}/staff`, "landscape", 0.75);
  await drawStaff(staff, "staff_visual", `${folder}/staff.png`);
}

async function drawAll(): Promise<void> {
  for (const display of Object.keys(displays) as Display[]) {
    terminal.show(patientScreens["reading"]!);
    const { page } = await openPage(browser, url, display);
    for (const language of ["ja", "en"]) {
      if (language === "en") await page.locator("app-header button[lang=en]").click();
      for (const name of Object.keys(patientScreens).filter((each) => each !== "idle")) {
        await draw(page, name, `${folder}/${name}.${language}.${display}.png`);
        if (name !== "consents") continue;
        for (let n = 0; n < 5; ++n) await page.locator(".answers button").nth(n % 2).click();
        await page.screenshot({ path: `${folder}/consents_review.${language}.${display}.png` });
      }
    }
    await draw(page, "idle", `${folder}/idle.ja.${display}.png`);
  }
  terminal.later = laterRows;
  const { page } = await openPage(browser, `${url}/staff`, "landscape");
  for (const name of Object.keys(staffViews)) await drawStaff(page, name, `${folder}/${name}.png`);
  for (const [name, fallback] of Object.entries(fallbackCases)) {
    terminal.fallback = fallback;
    const { page: staff } = await openPage(browser, `${url}/staff`, "landscape");
    await drawStaff(staff, "staff_idle", `${folder}/fallback_${name}.png`);
    if (name !== "ladder") continue;
    await staff.locator("[data-step=eligibility-certificate] button").click();
    await staff.screenshot({ path: `${folder}/fallback_certificate.png`, fullPage: true });
  }
}

try {
  await (all === "all" ? drawAll() : drawReadme());
} finally {
  await browser.close();
  await terminal.stop();
}
