// usage: validate.mjs PROGRAMS PERSONAS
// Asks the simulated FHIR service everything that it can answer, and validates what went over the wire,
// and answers of the OQS dialect written as FHIR, against FHIR R4.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";

const { Fhir } = createRequire(import.meta.url)("fhir/fhir.js");
const [programs, personas] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "madoguchi-fhir-"));
const today = new Date(Date.now() + 9 * 3600_000).toISOString().slice(0, 10);
const scenarios = [
  "eligible", "eligible-with-note", "with-medical-aid", "invalid", "invalid-newer-exists", "none", "ambiguous",
  "aid-unregistered", "failed", "black-circle-name", "no-kanji-name", "no-sex", "sex-on-the-back", "mixed-consents",
  "elderly-and-disease", "electronic-prescription", "not-registered",
];
const faults = [];
let validated = 0;

function run(...command) {
  const done = spawnSync(join(programs, "madoguchi"), command.slice(0, -1), { input: command.at(-1), encoding: "utf8" });
  return done;
}

function validate(name, text) {
  const result = new Fhir().validate(JSON.parse(text), { errorOnUnexpected: true });
  // FHIR lets an extension stand for a value that is not known; the validator does not know that.
  const excused = JSON.parse(text)._created ? ["CoverageEligibilityResponse.created"] : [];
  const wrong = result.messages.filter(
    (message) => message.severity === "error" && !excused.includes(message.location),
  );
  faults.push(...wrong.map((message) => `${name}: ${message.location}: ${message.message}`));
  validated += 1;
}

/** The number after which a card's insurance is asked for, from the clinic's own index. */
function question() {
  const index = join(folder, "patients.csv");
  spawnSync(join(programs, "madoguchi-sim"), ["eligibility", "--write-patient-index", index, "--personas", personas]);
  const [head, first] = readFileSync(index, "utf8").trim().split(/\r?\n/);
  const row = Object.fromEntries(head.split(",").map((key, at) => [key, first.split(",")[at]]));
  return {
    kind: "question", session_id: "validation", facility_code: "9919999999", date: today, birth_date: row.birth_date,
    insurer_number: row.insurer_number, symbol: row.symbol, number: row.number, branch: row.branch,
    high_cost_consent: "given",
  };
}

async function ask() {
  const certificates = join(folder, "certificates");
  const kept = join(folder, "kept");
  const service = spawn(join(programs, "madoguchi-sim"), [
    "fhir", "--personas", personas, "--certificates", certificates, "--keep", kept,
  ], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: service.stdout })[Symbol.asyncIterator]();
  const address = (await lines.next()).value;
  for (const scenario of scenarios) {
    service.stdin.write(`scenario ${scenario}\n`);
    await lines.next();
    const answer = run("eligibility", "request", "--service", address, "--authority", join(certificates, "authority.pem"),
      "--certificate", join(certificates, "client.pem"), "--key", join(certificates, "client.key"), "--json",
      JSON.stringify(question()));
    if (![0, 3].includes(answer.status)) faults.push(`${scenario}: ${answer.stderr}${answer.stdout}`);
  }
  service.stdin.end("quit\n");
  await new Promise((resolve) => service.once("exit", resolve));
  for (const file of readdirSync(kept)) validate(file, readFileSync(join(kept, file), "utf8"));
}

/** An answer of the OQS dialect as FHIR, and the same answer read out of that again. */
function convert(file) {
  const written = run("eligibility", "to-fhir", file, "");
  if (written.status !== 0) return faults.push(`${basename(file)}: ${written.stderr}`);
  validate(basename(file), written.stdout);
  const fhir = join(folder, "answer.json");
  writeFileSync(fhir, written.stdout);
  const [before, after] = [file, fhir].map((path) => {
    const report = JSON.parse(run("eligibility", "parse", path, "--json", "--show-personal", "").stdout);
    return JSON.stringify([report.outcome, report.note, report.session_id, report.persons]);
  });
  if (before !== after) faults.push(`${basename(file)}: not the same as FHIR`);
}

try {
  await ask();
  const samples = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../fuzz/corpus/fuzz_oqs_answer");
  for (const file of readdirSync(samples)) convert(join(samples, file));
  console.log(`${validated} documents validated against FHIR R4, ${faults.length} faults`);
  for (const fault of faults) console.log(fault);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(faults.length === 0 && validated > 2 * scenarios.length ? 0 : 1);
