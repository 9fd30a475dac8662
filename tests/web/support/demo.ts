// The whole demo behind a browser: private pcscd, virtual card, cameras, eligibility service and the real
// terminal, as `./dev demo` starts them. Ends with the test, at the latest after a hard limit.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { builtPages, repository } from "./front_end";

const startSeconds = 90;
const endSeconds = 15;

export const programs = process.env["MADOGUCHI_PROGRAMS"] || `${repository}build/dev/bin`;
export const models = process.env["MADOGUCHI_MODELS"] || `${repository}build/models`;
export const haveModels = existsSync(join(models, "face_detection_yunet_2023mar.onnx"));

export class Demo {
  #process: ChildProcess | undefined;
  #folder = mkdtempSync(join(tmpdir(), "madoguchi-web-"));
  #said = "";
  #cardOnReader = false;

  /** Starts everything and gives the address of the terminal. */
  async start(persona: string, ...options: string[]): Promise<string> {
    const folders = ["--programs", programs, "--models", models, "--web", builtPages(), "--run-folder", this.#folder];
    const process = spawn(`${repository}hw-sim/bench/demo`, [...folders, "--persona", persona, ...options], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#process = process;
    for (const stream of [process.stdout, process.stderr]) stream.on("data", (chunk) => (this.#said += String(chunk)));
    const address = join(this.#folder, "address");
    await this.#until(() => existsSync(address) && this.#said.includes("q ends"), "the address of the terminal");
    return readFileSync(address, "utf8").trim();
  }

  async insertCard(): Promise<void> {
    await this.#toggle("the card lies on the reader");
    this.#cardOnReader = true;
  }

  async removeCard(): Promise<void> {
    if (!this.#cardOnReader) return;
    await this.#toggle("the card was taken away");
    this.#cardOnReader = false;
  }

  /** Ends every process that this demo started, and removes its files. */
  async stop(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process && process.exitCode === null) {
      const ended = new Promise<void>((resolve) => process.once("exit", () => resolve()));
      process.stdin?.end("q\n");
      const limit = pause(endSeconds * 1000).then(() => process.kill("SIGTERM"));
      await Promise.race([ended, limit]);
      await Promise.race([ended, pause(endSeconds * 1000).then(() => process.kill("SIGKILL"))]);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #toggle(answer: string): Promise<void> {
    this.#said = "";
    this.#process?.stdin?.write("\n");
    await this.#until(() => this.#said.includes(answer), `"${answer}"`);
  }

  async #until(reached: () => boolean, what: string): Promise<void> {
    const limit = Date.now() + startSeconds * 1000;
    while (!reached()) {
      if (this.#process?.exitCode != null) throw new Error(`the demo ended before ${what}:\n${this.#said}`);
      if (Date.now() > limit) throw new Error(`no ${what} within ${startSeconds} s:\n${this.#said}`);
      await pause(50);
    }
  }
}

/** The PIN of an invented patient, from the persona's own file. */
export function pinOf(persona: string): string {
  const settings = readFileSync(`${repository}hw-sim/personas/${persona}/persona.toml`, "utf8");
  const pin = /^authentication\s*=\s*"(\d{4})"/m.exec(settings)?.[1];
  if (!pin) throw new Error(`persona ${persona} has no PIN`);
  return pin;
}
