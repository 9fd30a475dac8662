import type { Step } from "../api/staff_view";

/** Where a step lies on a scale of 0 to 100 for the whole session. */
export interface Share extends Step {
  start: number;
  length: number;
}

const leastVisible = 0.6;

/** Steps one after another, each as long as its share of the time; a very short one stays visible. */
export function shares(steps: readonly Step[]): Share[] {
  const total = Math.max(1, steps.reduce((sum, step) => sum + step.ms, 0));
  let before = 0;
  return steps.map((step) => {
    const length = Math.max(leastVisible, (step.ms * 100) / total);
    const start = Math.min((before * 100) / total, 100 - length);
    before += step.ms;
    return { ...step, start, length };
  });
}

/** Milliseconds as seconds with two places: "1.43 s". */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
