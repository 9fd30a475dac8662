import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

import { openBrowser } from "./browser";
import { ScriptedTerminal } from "./scripted_terminal";

/** One scripted terminal and one browser for all tests of a file; both end with it. */
export function scriptedSession(): { terminal: ScriptedTerminal; browser: () => Browser; url: () => string } {
  const terminal = new ScriptedTerminal();
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    url = await terminal.start();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await terminal.stop();
  });
  return { terminal, browser: () => browser, url: () => url };
}
