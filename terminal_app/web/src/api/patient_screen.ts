// What the terminal tells the patient screen: one message, the whole current screen. Mirrors
// docs/terminal-api.md. No patient data crosses here, and texts cross as ids.

/** 顔認証, 暗証番号, 目視確認 */
export type Way = "face" | "pin" | "visual";

/** 薬剤情報, 診療情報, 手術情報, 特定健診情報, 限度額適用認定証関連情報, 特定疾病療養受療証情報 */
export type ConsentItem = "medication" | "treatment" | "surgery" | "checkup" | "high_cost" | "specific_disease";

export type Outcome =
  | "eligible"
  | "eligible-with-note"
  | "invalid"
  | "invalid-newer-exists"
  | "none"
  | "ambiguous"
  | "aid-unregistered"
  | "pending"
  | "failed"
  | "unreadable";

/** What to know of a card that was accepted all the same. */
export interface CardRemark {
  remark: "certificate-ends-soon" | "certificate-in-grace" | "card-ends-soon" | "card-expired";
  /** YYYY-MM */
  month: string;
}

interface Common {
  message: string;
  staff_called: boolean;
}

export type PatientScreen =
  | ({ screen: "reading"; guidance?: string | null } & Common)
  | ({ screen: "idle" | "visual_wait" | "checking" | "take_card" } & Common)
  | ({ screen: "choose_way"; ways: Way[]; reason: string | null } & Common)
  | ({ screen: "enter_number_b"; digits: number; tries_left: number | null; rejected: boolean; reason: string | null } & Common)
  | ({ screen: "face"; guidance: string | null; progress: number } & Common)
  | ({ screen: "enter_pin"; tries_left: number; last_try: boolean; rejected: boolean } & Common)
  | ({ screen: "consents"; items: ConsentItem[] } & Common)
  | ({ screen: "outcome"; outcome: Outcome; note: string | null; remarks: CardRemark[]; later: boolean } & Common)
  | ({ screen: "failure"; reason: string; title: string; next_steps: string[]; later: boolean } & Common);

export type ScreenName = PatientScreen["screen"];

/** The message of one screen, for example `ScreenOf<"face">`. */
export type ScreenOf<Name extends ScreenName> = PatientScreen & { screen: Name };
