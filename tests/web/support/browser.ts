import { chromium, type Browser, type Page } from "playwright-core";

/** Debian's own browser, with a fresh profile each time and no traffic of its own. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    timeout: 30_000,
  });
}

export const displays = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1280, height: 800 },
} as const;

export type Display = keyof typeof displays;

/** A page that fails the test when it asks any other host than the terminal, or reports an error. */
export async function openPage(
  browser: Browser,
  url: string,
  display: Display,
  scale = 1,
): Promise<{ page: Page; faults: string[] }> {
  const faults: string[] = [];
  const context = await browser.newContext({
    viewport: displays[display],
    deviceScaleFactor: scale,
    locale: "ja-JP",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "127.0.0.1") faults.push(`asked ${request.url()}`);
  });
  await page.goto(url);
  return { page, faults };
}
