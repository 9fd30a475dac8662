// The staff's fallback desk as the terminal would tell of it.
import type { FallbackCase } from "../../../terminal_app/web/src/api/fallback";

const claim = {
  basis: "past-number" as const,
  insurer_number: "06999007",
  symbol: "見本２",
  number: "4022",
  branch: "02",
  summary: "",
  missing: [],
};

const offered: FallbackCase = {
  open: true,
  begun: false,
  why: "invalid",
  knows_person: true,
  circumstance: "ordinary",
  has_card: true,
  steps: [
    { step: "card-on-reader", refusal: null },
    { step: "portal-screen", refusal: null },
    { step: "eligibility-notice", refusal: null },
    { step: "eligibility-certificate", refusal: null },
    { step: "past-visit", refusal: null },
    { step: "declaration", refusal: null },
  ],
  done: null,
  share: { percent: 30, source: "age", differing: [] },
  claim,
};

const withoutCard = offered.steps.map(({ step }) =>
  step === "portal-screen" || step === "eligibility-notice" ? { step, refusal: "needs-card" as const } : { step, refusal: null },
);

export const fallbackCases: Record<string, FallbackCase> = {
  offered,
  ladder: { ...offered, begun: true },
  without_card: { ...offered, begun: true, circumstance: "helper-comes", has_card: false, why: "", steps: withoutCard },
  done: {
    ...offered,
    begun: true,
    done: "declaration",
    share: { percent: 30, source: "declared", differing: [] },
    claim: { ...claim, basis: "unknown", insurer_number: "77777777", symbol: "", number: "7777777", branch: "", summary: "住所 見本市一丁目　連絡先 000-0000-0000" },
  },
};
