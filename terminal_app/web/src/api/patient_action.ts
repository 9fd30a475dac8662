import type { Way } from "./patient_screen";

/** What the patient can do. Digits exist only inside one of these, on their way to the terminal. */
export type PatientAction =
  | { action: "choose_way"; way: Way }
  | { action: "enter_pin"; digits: string }
  | { action: "enter_number_b"; digits: string }
  | { action: "spend_last_try" }
  | { action: "consent"; answers: Record<string, boolean> }
  | { action: "call_staff" }
  | { action: "cancel" };
