// Receptions clicked through in a browser against the real terminal, which reads a virtual card over a real
// pcscd and asks a virtual eligibility service. One patient after the other at the same desk.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { haveModels, pinOf } from "../support/demo";
import { Desk } from "../support/desk";

const persona = "p02";
const anotherPerson = "p03";
const pin = pinOf(persona);
const wrongPin = pin === "0000" ? "1111" : "0000";
const limits = { start: 180_000, end: 60_000, patient: 150_000 };

describe("the person of the card", { timeout: limits.patient }, () => {
  const desk = new Desk();
  beforeAll(() => desk.open(persona), limits.start);
  afterAll(() => desk.close(), limits.end);
  beforeEach(() => desk.nextPatient(), limits.patient);

  test("is received by PIN", async () => {
    await desk.choose("pin");
    await desk.patientSees("enter_pin");
    await desk.reads("あと3回");
    await desk.typePin(pin);
    await desk.isReceived();
  });

  test("is received at the second try, and the tries are counted", async () => {
    await desk.choose("pin");
    await desk.patientSees("enter_pin");
    await desk.typePin(wrongPin);
    await desk.reads("番号がちがっていました");
    await desk.reads("あと2回");
    await desk.typePin(pin);
    await desk.isReceived();
  });

  test("is warned before the last try, and received by staff instead", async () => {
    await desk.choose("pin");
    await desk.patientSees("enter_pin");
    await desk.typePin(wrongPin);
    await desk.reads("あと2回");
    await desk.typePin(wrongPin);
    await desk.reads("入れられるのは、あと1回です");
    expect(await desk.patient.locator("number-pad").count()).toBe(0);
    await desk.button("職員に確認してもらう").click();
    await desk.patientSees("visual_wait");
    await desk.staff.getByRole("button", { name: "同じ人です" }).click();
    await desk.isReceived();
  });

  test("may spend the last try by an explicit wish", async () => {
    await desk.choose("pin");
    await desk.reads("入れられるのは、あと1回です");
    await desk.button("番号を入れる").click();
    await desk.reads("あと1回");
    await desk.typePin(pin);
    await desk.isReceived();
  });

  test("is compared with the card's photo by staff", async () => {
    await desk.choose("visual");
    await desk.patientSees("visual_wait");
    const photo = desk.staff.getByRole("img", { name: "カードの写真" });
    await photo.waitFor();
    await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(50);
    await desk.staff.getByRole("button", { name: "同じ人です" }).click();
    await desk.isReceived();
  });

  test.skipIf(!haveModels)("is received by face", async () => {
    await desk.choose("face");
    await desk.isReceived();
  });

  test("who pulls the card is told so, staff see why, and the next patient can come", async () => {
    await desk.removeCard();
    await desk.patient.locator("[data-reason=F-CARD-REMOVED]").waitFor();
    await desk.staff.locator("failure-panel").getByText("F-CARD-REMOVED").waitFor();
    await desk.button("わかりました").click();
    await desk.patientSees("idle");
    await desk.nextPatient();
  });

  test("who stops is told that it ended", async () => {
    await desk.button("やめる").click();
    await desk.reads("受付をやめました");
  });

  // The camera's first picture may come a moment after the face screen: the page asks again.
  test("pages met no fault and asked nobody else", () =>
    expect(desk.faults.filter((fault) => !fault.includes("404"))).toEqual([]));
});

describe("a patient without a card", { timeout: limits.patient }, () => {
  const desk = new Desk();
  beforeAll(() => desk.open(persona), limits.start);
  afterAll(() => desk.close(), limits.end);

  test("calls staff from the first screen, and the call stands until they came", async () => {
    await desk.patientSees("idle");
    await desk.patient.getByRole("button", { name: "カードがない方" }).click();
    await desk.reads("職員を呼びました");
    await desk.staff.getByText("患者さんが職員を呼んでいます").waitFor();
    await desk.staff.getByRole("button", { name: "うかがいました" }).click();
    await desk.reads("受付の職員がご案内します");
  });
});

describe.skipIf(!haveModels)("another person before the camera", { timeout: limits.patient }, () => {
  const desk = new Desk();
  beforeAll(() => desk.open(persona, "--holder", anotherPerson), limits.start);
  afterAll(() => desk.close(), limits.end);
  beforeEach(() => desk.nextPatient(), limits.patient);

  test("is not blamed, and may prove it otherwise", async () => {
    await desk.choose("face");
    await desk.reads("お顔では確認できませんでした");
    await desk.choose("pin");
    await desk.typePin(pin);
    await desk.isReceived();
  });
});

describe.skipIf(!haveModels)("whom the camera does not find", { timeout: limits.patient }, () => {
  const desk = new Desk();
  beforeAll(() => desk.open(persona, "--holder", "nobody"), limits.start);
  afterAll(() => desk.close(), limits.end);
  beforeEach(() => desk.nextPatient(), limits.patient);

  test("leaves the camera for the PIN without waiting", async () => {
    await desk.choose("face");
    await desk.patientSees("face");
    await desk.button("暗証番号にする").click();
    await desk.patientSees("enter_pin");
    await desk.typePin(pin);
    await desk.isReceived();
  });
});
