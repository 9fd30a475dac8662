// The desk in the demo with its two pages open: what a patient and a member of staff do there.
import type { Browser, Locator, Page } from "playwright-core";

import { openBrowser, openPage } from "./browser";
import { Demo } from "./demo";

const stepMs = 60_000;

export class Desk {
  readonly #demo = new Demo();
  #browser!: Browser;
  patient!: Page;
  staff!: Page;
  faults: string[] = [];

  async open(persona: string, ...options: string[]): Promise<void> {
    const address = await this.#demo.start(persona, ...options);
    this.#browser = await openBrowser();
    ({ page: this.patient, faults: this.faults } = await openPage(this.#browser, address, "portrait"));
    ({ page: this.staff } = await openPage(this.#browser, `${address}/staff`, "landscape"));
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#demo.stop();
  }

  /** Ends whatever the patient before left unfinished, and places the card. */
  async nextPatient(): Promise<void> {
    await this.clear();
    await this.#demo.insertCard();
    await this.patientSees("choose_way");
  }

  async clear(): Promise<void> {
    await this.#demo.removeCard();
    const idle = this.patient.locator("main[data-screen=idle]");
    const goOn = this.button("わかりました");
    await idle.or(goOn).first().waitFor({ timeout: stepMs });
    if (await goOn.isVisible()) await goOn.click();
    await this.patientSees("idle");
  }

  removeCard(): Promise<void> {
    return this.#demo.removeCard();
  }

  patientSees(screen: string): Promise<void> {
    return this.patient.locator(`main[data-screen=${screen}] h1`).waitFor({ timeout: stepMs });
  }

  reads(words: string): Promise<void> {
    return this.patient.getByText(words).waitFor({ timeout: stepMs });
  }

  button(words: string): Locator {
    return this.patient.getByRole("button", { name: words, exact: true });
  }

  choose(way: "face" | "pin" | "visual"): Promise<void> {
    return this.patient.locator(`[data-way=${way}]`).click();
  }

  async typePin(digits: string): Promise<void> {
    for (const digit of digits) await this.button(digit).click();
    await this.button("決定").click();
  }

  async refuseAllConsents(): Promise<void> {
    await this.patientSees("consents");
    while (await this.button("見せない").isVisible()) await this.button("見せない").click();
    await this.button("進む").click();
  }

  /** From the last consent to the empty desk. */
  async isReceived(): Promise<void> {
    await this.refuseAllConsents();
    await this.patient.locator("[data-outcome=eligible]").waitFor({ timeout: stepMs });
    await this.reads("受付ができました");
    await this.button("わかりました").click();
    await this.patientSees("take_card");
    await this.removeCard();
    await this.patientSees("idle");
  }
}
