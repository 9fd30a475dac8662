// What the terminal tells the staff page, and what staff can answer. Mirrors docs/terminal-api.md.
import type { LaterCounts } from "./later";
import type { CardRemark, Outcome, ScreenName, Way } from "./patient_screen";

export type Part = "reader" | "surface" | "camera" | "face" | "eligibility" | "ties";

export interface PartHealth {
  part: Part;
  state: "ok" | "degraded" | "down";
  reason: string | null;
}

export interface Step {
  name: string;
  ms: number;
}

export interface Failure {
  reason: string;
  title: string;
  cause: string;
  remedy: string;
  engineer: string;
}

/** One sign of life of the face way; `reason` names a text `staff.liveness.…`. */
export interface LivenessSign {
  test: string;
  outcome: "passed" | "failed" | "not_judged";
  reason: string;
}

export interface Liveness {
  grade: "shown" | "unproved" | "doubted";
  signs: LivenessSign[];
}

/** What staff are to know of the answer: codes, single characters, the service's own words. */
export interface AnswerView {
  notices: string[];
  replacements: { element: string; character: string; by: string }[];
  signals: string[];
  incident: string | null;
  service_code: string;
  service_message: string;
}

/** Since the start: what became of the files of an official reader that came unasked. */
export interface FaceFileCounts {
  ours: number;
  early: number;
  late: number;
  foreign: number;
  duplicate: number;
  undecided: number;
  unreadable: number;
}

export interface StaffView {
  screen: ScreenName;
  way: Way | null;
  health: PartHealth[];
  failure: Failure | null;
  visual_check: { photo: string | null } | null;
  staff_called: boolean;
  steps: Step[];
  remarks: CardRemark[];
  liveness: Liveness | null;
  /** Name or address of card and answer differ: staff are to ask the patient. */
  compare: boolean;
  /** The dates printed on the card are not those in its chip: the front may have been altered. */
  front_differs: boolean;
  outcome: Outcome | "not_confirmed" | null;
  answer: AnswerView;
  later: LaterCounts;
  face_files: FaceFileCounts;
}

export type StaffAction =
  | { action: "confirm_visual"; same_person: boolean }
  | { action: "allow_visual" }
  | { action: "cancel_session" };
