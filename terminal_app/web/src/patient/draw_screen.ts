import { html, type TemplateResult } from "lit";

import type { PatientScreen } from "../api/patient_screen";
import type { Locale } from "../texts/text";
import "./choose_way_screen";
import "./consents_screen";
import "./face_screen";
import "./failure_screen";
import "./idle_screen";
import "./last_try_screen";
import "./number_b_screen";
import "./outcome_screen";
import "./pin_screen";
import "./waiting_screen";

/** The component for a screen. Two different screens never share a component, so none keeps old input. */
export function drawScreen(screen: PatientScreen, locale: Locale): TemplateResult {
  switch (screen.screen) {
    case "idle":
      return html`<idle-screen .screen=${screen} .locale=${locale}></idle-screen>`;
    case "choose_way":
      return html`<choose-way-screen .screen=${screen} .locale=${locale}></choose-way-screen>`;
    case "enter_number_b":
      return html`<number-b-screen .screen=${screen} .locale=${locale}></number-b-screen>`;
    case "face":
      return html`<face-screen .screen=${screen} .locale=${locale}></face-screen>`;
    case "enter_pin":
      return screen.last_try
        ? html`<last-try-screen .screen=${screen} .locale=${locale}></last-try-screen>`
        : html`<pin-screen .screen=${screen} .locale=${locale}></pin-screen>`;
    case "consents":
      return html`<consents-screen .screen=${screen} .locale=${locale}></consents-screen>`;
    case "outcome":
      return html`<outcome-screen .screen=${screen} .locale=${locale}></outcome-screen>`;
    case "failure":
      return html`<failure-screen .screen=${screen} .locale=${locale}></failure-screen>`;
    case "reading":
    case "visual_wait":
    case "checking":
    case "take_card":
      return html`<waiting-screen .screen=${screen} .locale=${locale}></waiting-screen>`;
  }
}
