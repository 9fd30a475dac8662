// One sample of every patient screen and of the staff page's states, as the terminal would send them.
import type { PatientScreen } from "../../../terminal_app/web/src/api/patient_screen";
import type { LaterRow } from "../../../terminal_app/web/src/api/later";
import type { PartHealth, StaffView } from "../../../terminal_app/web/src/api/staff_view";

const common = { staff_called: false };

export const patientScreens: Record<string, PatientScreen> = {
  idle: { ...common, screen: "idle", message: "screen.idle" },
  reading: { ...common, screen: "reading", message: "screen.reading.card" },
  reading_front: {
    ...common,
    screen: "reading",
    message: "screen.reading.number",
    guidance: "surface.guidance.glare.security-code",
  },
  choose_way: { ...common, screen: "choose_way", message: "screen.choose_way", ways: ["face", "pin", "visual"], reason: null },
  choose_way_again: {
    ...common,
    screen: "choose_way",
    message: "screen.choose_way.other",
    ways: ["pin", "visual"],
    reason: "F-FACE-UNSURE",
  },
  choose_way_same: {
    ...common,
    screen: "choose_way",
    message: "screen.choose_way.again",
    ways: ["face", "pin", "visual"],
    reason: "F-FACE-NONE",
  },
  number_b: { ...common, screen: "enter_number_b", message: "screen.enter_number_b", digits: 14, tries_left: 10, rejected: false, reason: null },
  number_6: { ...common, screen: "enter_number_b", message: "screen.enter_number_b", digits: 6, tries_left: 10, rejected: false, reason: null },
  number_b_reason: {
    ...common,
    screen: "enter_number_b",
    message: "screen.enter_number_b",
    digits: 14,
    tries_left: null,
    rejected: false,
    reason: "F-SURFACE-CAMERA-BLACK",
  },
  face: { ...common, screen: "face", message: "screen.face", guidance: "face.guidance.closer", progress: 0.4 },
  pin: { ...common, screen: "enter_pin", message: "screen.enter_pin", tries_left: 3, last_try: false, rejected: false },
  pin_rejected: {
    ...common,
    screen: "enter_pin",
    message: "screen.enter_pin.rejected",
    tries_left: 2,
    last_try: false,
    rejected: true,
  },
  last_try: {
    ...common,
    screen: "enter_pin",
    message: "screen.enter_pin.last_try",
    tries_left: 1,
    last_try: true,
    rejected: false,
  },
  visual_wait: { screen: "visual_wait", message: "screen.visual_wait", staff_called: true },
  consents: {
    ...common,
    screen: "consents",
    message: "screen.consents",
    items: ["medication", "treatment", "surgery", "checkup", "high_cost"],
  },
  checking: { ...common, screen: "checking", message: "screen.checking" },
  outcome: { ...common, later: false, screen: "outcome", message: "screen.outcome", outcome: "eligible", note: null, remarks: [] },
  outcome_note: {
    ...common,
    later: false,
    screen: "outcome",
    message: "screen.outcome",
    outcome: "eligible-with-note",
    note: "note.from_service",
    remarks: [],
  },
  outcome_remark: {
    ...common,
    later: false,
    screen: "outcome",
    message: "screen.outcome",
    outcome: "eligible",
    note: null,
    remarks: [{ remark: "certificate-in-grace", month: "2026-10" }],
  },
  outcome_full: {
    ...common,
    later: false,
    screen: "outcome",
    message: "screen.outcome",
    outcome: "eligible-with-note",
    note: "note.from_service",
    remarks: [
      { remark: "certificate-in-grace", month: "2026-12" },
      { remark: "card-expired", month: "2026-09" },
    ],
  },
  outcome_none: { ...common, later: false, screen: "outcome", message: "screen.outcome", outcome: "none", note: null, remarks: [] },
  take_card: { ...common, screen: "take_card", message: "screen.take_card" },
  card_left: { ...common, screen: "take_card", message: "screen.take_card.left" },
  failure: {
    ...common,
    later: false,
    screen: "failure",
    message: "screen.failure",
    reason: "F-PIN-BLOCKED",
    title: "reason.F-PIN-BLOCKED.title",
    next_steps: ["next.other_way", "next.municipality", "next.ask_staff"],
  },
  failure_later: {
    ...common,
    later: true,
    screen: "failure",
    message: "screen.failure",
    reason: "F-LINK-TIMEOUT",
    title: "reason.F-LINK-TIMEOUT.title",
    next_steps: ["next.other_proof", "next.ask_staff"],
  },
  out_of_service: {
    ...common,
    later: false,
    screen: "failure",
    message: "screen.failure.out_of_service",
    reason: "F-READER-NONE",
    title: "reason.F-READER-NONE.title",
    next_steps: ["next.ask_staff"],
  },
};

const healthy: PartHealth[] = (["reader", "surface", "camera", "face", "eligibility"] as const).map((part) => ({
  part,
  state: "ok",
  reason: null,
}));

const steps = [
  { name: "recognise", ms: 210 },
  { name: "read_number", ms: 640 },
  { name: "read_card", ms: 1430 },
  { name: "match_face", ms: 1180 },
];

const idle: StaffView = {
  screen: "idle",
  way: null,
  health: healthy,
  failure: null,
  visual_check: null,
  staff_called: false,
  steps: [],
  remarks: [],
  liveness: null,
  compare: false,
  front_differs: false,
  outcome: null,
  answer: { notices: [], replacements: [], signals: [], incident: null, service_code: "", service_message: "" },
  later: { kept: false, usable: true, open: 0, for_staff: 0 },
  face_files: { ours: 0, early: 0, late: 0, foreign: 0, duplicate: 0, undecided: 0, unreadable: 0 },
};

export const staffViews: Record<string, StaffView> = {
  staff_idle: idle,
  staff_called: { ...idle, staff_called: true },
  staff_face_files: {
    ...idle,
    face_files: { ours: 12, early: 0, late: 2, foreign: 40, duplicate: 0, undecided: 1, unreadable: 0 },
  },
  staff_later: { ...idle, later: { kept: false, usable: true, open: 1, for_staff: 2 } },
  staff_later_unusable: { ...idle, later: { kept: false, usable: false, open: 0, for_staff: 0 } },
  staff_visual: {
    ...idle,
    screen: "visual_wait",
    way: "visual",
    visual_check: { photo: "/api/staff/photo" },
    staff_called: true,
    steps,
  },
  staff_failure: {
    ...idle,
    screen: "choose_way",
    way: "face",
    health: [
      healthy[0]!,
      { part: "surface", state: "down", reason: "F-SURFACE-CAMERA-NONE" },
      { part: "camera", state: "down", reason: "F-CAMERA-LOST" },
      { part: "face", state: "ok", reason: null },
      { part: "eligibility", state: "degraded", reason: "F-LINK-TIMEOUT" },
    ],
    failure: {
      reason: "F-CAMERA-LOST",
      title: "reason.F-CAMERA-LOST.title",
      cause: "reason.F-CAMERA-LOST.cause",
      remedy: "reason.F-CAMERA-LOST.remedy",
      engineer: "Reading failed or the same picture came for ever. Check cable, hub and USB power.",
    },
    steps,
  },
  staff_incident: {
    ...idle,
    screen: "failure",
    way: "pin",
    outcome: "not_confirmed",
    answer: { ...idle.answer, signals: ["twin"], incident: "M20261120-1f3c7a" },
    steps,
  },
  staff_answer: {
    ...idle,
    screen: "outcome",
    way: "pin",
    outcome: "invalid",
    answer: {
      ...idle.answer,
      notices: ["name-from-chip", "share-unusual", "characters-replaced"],
      replacements: [{ element: "Name", character: "U+9AD9", by: "高" }],
      service_code: "SIM-N-001",
      service_message: "（模擬）証明書の期限が近い",
    },
    steps,
  },
  staff_outcome: {
    ...idle,
    screen: "outcome",
    way: "face",
    outcome: "eligible",
    compare: true,
    front_differs: true,
    liveness: {
      grade: "doubted",
      signs: [
        { test: "texture", outcome: "passed", reason: "as_of_a_person" },
        { test: "turn", outcome: "not_judged", reason: "not_asked" },
        { test: "border", outcome: "failed", reason: "border_seen" },
        { test: "infrared", outcome: "not_judged", reason: "not_fitted" },
      ],
    },
    remarks: [
      { remark: "certificate-in-grace", month: "2026-12" },
      { remark: "card-expired", month: "2026-09" },
    ],
    steps: [...steps, { name: "check_eligibility", ms: 2310 }],
  },
};

/** What is confirmed later, as the terminal lists it. */
export const laterRows: LaterRow[] = [
  { number: 3, reference_number: "K1001", state: "waiting", reason: "F-LINK-TIMEOUT", asks: 2, kept_at: "2026-11-20T02:14:00Z" },
  { number: 5, reference_number: "K1007", state: "differs", reason: "", asks: 1, kept_at: "2026-11-20T04:40:00Z" },
  { number: 6, reference_number: "K1012", state: "needs-staff", reason: "invalid", asks: 3, kept_at: "2026-11-20T05:05:00Z" },
];
