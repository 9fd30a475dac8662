// The staff's fallback desk. Mirrors docs/terminal-api.md. Holds personal data: kept only while shown.
export const circumstances = [
  "ordinary",
  "helper-comes",
  "guardian-with-child",
  "school-trip",
  "data-blocked",
  "cannot-act",
] as const;
export type Circumstance = (typeof circumstances)[number];

export type FallbackStep =
  | "card-on-reader"
  | "portal-screen"
  | "eligibility-notice"
  | "eligibility-certificate"
  | "insurance-certificate"
  | "past-visit"
  | "declaration";

export interface FallbackCase {
  open: true;
  begun: boolean;
  why: string;
  knows_person: boolean;
  circumstance: Circumstance;
  has_card: boolean;
  steps: { step: FallbackStep; refusal: "not-on-this-day" | "needs-card" | "not-by-another" | null }[];
  done: FallbackStep | null;
  share: { percent: number; source: string; differing: { percent: number; source: string }[] };
  claim: {
    basis: "current-number" | "past-number" | "unknown";
    insurer_number: string;
    symbol: string;
    number: string;
    branch: string;
    summary: string;
    missing: string[];
  };
}

export interface PaperCheck {
  faults: { field: string; fault: string }[];
  name: string | null;
}

export type FallbackAction =
  | { action: "begin"; circumstance: Circumstance; has_card: boolean; note: string }
  | { action: "use"; step: FallbackStep; record: object }
  | { action: "close" };

const address = "/api/staff/fallback";
export const declarationAddress = `${address}/declaration`;

async function ask(url: string, body?: object): Promise<unknown> {
  const request =
    body && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(url, request);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

/** Nothing: no visit is at hand. */
const asCase = (answer: unknown): FallbackCase | undefined =>
  (answer as { open: boolean }).open ? (answer as FallbackCase) : undefined;

export const readFallback = async () => asCase(await ask(address));
export const actOnFallback = async (action: FallbackAction) => asCase(await ask(address, action));
export const checkPaper = async (paper: object) => (await ask(`${address}/certificate`, paper)) as PaperCheck;
