// Visits whose insurance is confirmed later. Mirrors docs/terminal-api.md.
import { addresses } from "./addresses";
import { post, type PostResult } from "./post";

/** Of the list, in every staff event. */
export interface LaterCounts {
  /** The visit at hand is on the list. */
  kept: boolean;
  usable: boolean;
  open: number;
  for_staff: number;
}

export type LaterState = "waiting" | "asked" | "confirmed" | "differs" | "needs-staff" | "given-up";

export interface LaterRow {
  number: number;
  reference_number: string | null;
  state: LaterState;
  reason: string;
  asks: number;
  kept_at: string;
}

export type LaterAction =
  | { action: "retry"; number: number }
  | { action: "close"; number: number; as: "confirmed" | "given-up" };

/** Those that are not settled; nothing when the list cannot be had. */
export async function readLater(): Promise<LaterRow[] | undefined> {
  const response = await fetch(addresses.later);
  if (!response.ok) return undefined;
  const { rows } = (await response.json()) as { rows: LaterRow[] };
  return rows.filter(({ state }) => state !== "confirmed" && state !== "given-up");
}

export const actOnLater = (action: LaterAction): Promise<PostResult> => post(addresses.later, action);
