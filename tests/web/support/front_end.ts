import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
export const distFolder = `${repository}terminal_app/web/dist/`;

/** The built pages; a test of pages that were not built must not pass. */
export function builtPages(): string {
  if (!existsSync(`${distFolder}index.html`)) {
    throw new Error("the pages are not built: run terminal_app/web/build");
  }
  return distFolder;
}
