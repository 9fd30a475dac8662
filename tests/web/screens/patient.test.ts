// What the patient presses and what the terminal is told, screen by screen.
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { PatientScreen } from "../../../terminal_app/web/src/api/patient_screen";
import { openPage } from "../support/browser";
import { patientScreens } from "../support/sample_screens";
import { scriptedSession } from "../support/scripted_session";

const session = scriptedSession();
let page: Page;

const show = (screen: PatientScreen): void => session.terminal.show(screen);
const button = (words: string) => page.getByRole("button", { name: words });
const heading = (words: string) => page.getByRole("heading", { level: 1, name: words });
const sent = () => session.terminal.actions;

beforeEach(async () => {
  sent().length = 0;
  session.terminal.answerStatus = 204;
  show(patientScreens["idle"]!);
  ({ page } = await openPage(session.browser(), session.url(), "portrait"));
  await heading("マイナンバーカード").waitFor();
});

afterEach(() => page.context().close());

const untilSent = (count: number) => expect.poll(() => sent().length).toBe(count);

describe("first screen", () => {
  test("the way without a card is as large as the way with it", async () => {
    const [withCard, without] = await page.locator(".way-in").evaluateAll((ways) =>
      ways.map((way) => ({ width: way.clientWidth, height: way.clientHeight })),
    );
    expect(without).toEqual(withCard);
  });

  test("staff are called without a card, and the patient is told", async () => {
    await button("カードがない方").click();
    await untilSent(1);
    expect(sent()).toEqual([{ action: "call_staff" }]);
    show({ ...patientScreens["idle"]!, staff_called: true });
    await page.getByText("職員を呼びました").waitFor();
  });

  test("the next patient finds the screen in Japanese again", async () => {
    await button("English").click();
    await heading("Place your").waitFor();
    show(patientScreens["take_card"]!);
    await heading("Please take your card").waitFor();
    show(patientScreens["idle"]!);
    await heading("マイナンバーカード").waitFor();
  });
});

describe("choosing a way", () => {
  test("only ways that can be used now are offered, all the same size", async () => {
    show(patientScreens["choose_way"]!);
    const ways = page.locator("[data-way]");
    await ways.first().waitFor();
    const sizes = await ways.evaluateAll((all) => all.map((way) => `${way.clientWidth}x${way.clientHeight}`));
    expect(sizes).toHaveLength(3);
    expect(new Set(sizes).size).toBe(1);
    await page.locator("[data-way=face]").click();
    await untilSent(1);
    expect(sent()).toEqual([{ action: "choose_way", way: "face" }]);
  });

  test("why the last way did not succeed stands above the others", async () => {
    show(patientScreens["choose_way_again"]!);
    await page.getByText("はっきり確認できませんでした").waitFor();
    expect(await page.locator("[data-way]").count()).toBe(2);
  });
});

describe("PIN", () => {
  const entered = (n: number) => page.getByRole("img", { name: `${n}けた入りました` });

  test("tries left stand there before the first key", async () => {
    show(patientScreens["pin"]!);
    await page.getByText("あと3回").waitFor();
  });

  test("digits are counted, never shown, sent once and forgotten", async () => {
    show(patientScreens["pin"]!);
    for (const key of ["9", "7", "5", "3"]) await button(key).click();
    await entered(4).waitFor();
    expect(await page.locator("pin-screen .words").innerText()).not.toMatch(/[975]/);
    await button("決定").click();
    await entered(0).waitFor();
    await untilSent(1);
    expect(sent()).toEqual([{ action: "enter_pin", digits: "9753" }]);
    await button("決定").click({ force: true }); // it is disabled again: a press changes nothing
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
    expect(sent()).toHaveLength(1);
  });

  test("a keyboard does as well", async () => {
    show(patientScreens["pin"]!);
    await entered(0).waitFor();
    await page.keyboard.type("12345");
    await entered(4).waitFor();
    await page.keyboard.press("Backspace");
    await entered(3).waitFor();
    await page.keyboard.press("Delete");
    await entered(0).waitFor();
  });

  test("another count of tries forgets what was typed", async () => {
    show(patientScreens["pin"]!);
    await entered(0).waitFor();
    await page.keyboard.type("12");
    await entered(2).waitFor();
    show(patientScreens["pin_rejected"]!);
    await entered(0).waitFor();
    await page.getByRole("alert").filter({ hasText: "番号がちがっていました" }).waitFor();
  });

  test("the last try has no keys until it is chosen", async () => {
    show(patientScreens["last_try"]!);
    await heading("あと1回です").waitFor();
    expect(await page.locator("number-pad").count()).toBe(0);
    await button("番号を入れる").click();
    await untilSent(1);
    expect(sent()).toEqual([{ action: "spend_last_try" }]);
  });

  test("digits do not go into a lost connection a second time", async () => {
    session.terminal.answerStatus = 500;
    show(patientScreens["pin"]!);
    await entered(0).waitFor();
    await page.keyboard.type("1234");
    await button("決定").click();
    await page.getByText("うまく送れませんでした").waitFor();
    await entered(0).waitFor();
    expect(sent()).toHaveLength(1);
  });
});

test("照合番号B is typed in three parts and leaves as one number", async () => {
  show(patientScreens["number_b"]!);
  await page.locator("[aria-current=step]").getByText("生年月日").waitFor();
  await page.keyboard.type("400508");
  await page.locator("[aria-current=step]").getByText("有効期限の年").waitFor();
  await page.keyboard.type("20301234");
  await button("この数字で進む").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "enter_number_b", digits: "40050820301234" }]);
});

test("a next-generation card asks for its six digits", async () => {
  show(patientScreens["number_6"]!);
  await page.locator("[aria-current=step]").getByText("照合番号").waitFor();
  expect(await page.locator(".places i").count()).toBe(6);
  await page.keyboard.type("271828");
  await button("この数字で進む").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "enter_number_b", digits: "271828" }]);
});

test("a card of the other generation put down meanwhile begins with an empty entry", async () => {
  show(patientScreens["number_b"]!);
  await page.keyboard.type("400508");
  show(patientScreens["number_6"]!);
  await page.locator("[aria-current=step]").getByText("照合番号").waitFor();
  await page.keyboard.type("271828");
  await button("この数字で進む").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "enter_number_b", digits: "271828" }]);
});

test("the face screen says one thing at a time and always offers other ways", async () => {
  const face = patientScreens["face"] as PatientScreen & { screen: "face" };
  show(face);
  await page.getByRole("status").filter({ hasText: "もう少し近づいてください" }).waitFor();
  show({ ...face, guidance: "face.guidance.hold_still", progress: 0.8 });
  await page.getByRole("status").filter({ hasText: "そのまま動かないでください" }).waitFor();
  expect(await page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("80");
  await button("職員を呼ぶ").waitFor();
  await button("暗証番号にする").click();
  await untilSent(1);
  expect(sent()).toEqual([{ action: "choose_way", way: "pin" }]);
});

describe("consents", () => {
  test("one by one, none preset, changed before they are sent", async () => {
    show(patientScreens["consents"]!);
    for (const item of ["薬の情報", "診療の情報", "手術の情報", "健康診断", "支払いの上限"]) {
      await page.getByRole("heading", { level: 2, name: item }).waitFor();
      expect(await page.locator("[aria-pressed=true], [aria-checked=true], :checked").count()).toBe(0);
      await page.getByRole("button", { name: "見せる", exact: true }).click();
    }
    await button("変える: これまでの手術の情報").click();
    await page.getByRole("heading", { level: 2, name: "手術の情報" }).waitFor();
    await button("見せない").click();
    expect(sent()).toEqual([]);
    await button("進む").click();
    await untilSent(1);
    expect(sent()).toEqual([
      { action: "consent", answers: { medication: true, treatment: true, surgery: false, checkup: true, high_cost: true } },
    ]);
  });

  test("yes and no are the same size and the same look", async () => {
    show(patientScreens["consents"]!);
    const looks = await page.locator(".answers button").evaluateAll((buttons) =>
      buttons.map((each) => {
        const style = getComputedStyle(each);
        return [each.clientWidth, each.clientHeight, style.backgroundColor, style.color, style.fontSize].join();
      }),
    );
    expect(looks).toHaveLength(2);
    expect(new Set(looks).size).toBe(1);
  });
});

describe("outcome", () => {
  test.each([
    ["ja", "ここでの受付も2026年10月の途中でできなくなります"],
    ["en", "During October 2026 it stops working here too"],
  ])("a certificate that has ended: until when, and where it is renewed (%s)", async (language, words) => {
    show(patientScreens["outcome_remark"]!);
    await page.locator("[data-remark=certificate-in-grace]").waitFor();
    if (language === "en") await button("English").click();
    await page.getByText(words).waitFor();
    await page.getByText(language === "en" ? "city office" : "市区町村の窓口").waitFor();
  });

  test("a card with years before it is not remarked upon", async () => {
    show(patientScreens["outcome"]!);
    await heading("受付ができました").waitFor();
    expect(await page.locator("[data-remark]").count()).toBe(0);
  });
});

describe("the card front", () => {
  test("what hinders the camera is told while it reads", async () => {
    show(patientScreens["reading_front"]!);
    await page.getByText("セキュリティコードに光が反射しています").waitFor();
    show(patientScreens["reading"]!);
    await page.getByText("そのまま動かさないでください").waitFor();
  });

  test("why the numbers are typed is told, and the button stays in view", async () => {
    show(patientScreens["number_b_reason"]!);
    await page.getByText("カメラに何も映っていません").waitFor();
    expect(await button("この数字で進む").isVisible()).toBe(true);
  });
});

describe("at any time", () => {
  test.each(["reading", "choose_way", "number_b", "face", "pin", "last_try", "consents", "checking", "outcome", "failure"])(
    "staff can be called from %s",
    async (name) => {
      show(patientScreens[name]!);
      await button("職員を呼ぶ").click();
      await untilSent(1);
      expect(sent()).toEqual([{ action: "call_staff" }]);
    },
  );

  test("a failure says what, why and what next, and a press goes on", async () => {
    show(patientScreens["failure"]!);
    await heading("確認できませんでした").waitFor();
    await page.getByText("今は使えません").waitFor();
    expect(await page.locator("li").count()).toBe(3);
    await button("わかりました").click();
    await untilSent(1);
    expect(sent()).toEqual([{ action: "cancel" }]);
  });

  test("a new screen takes the focus to its heading", async () => {
    show(patientScreens["choose_way"]!);
    await heading("本人確認の方法").waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => {
          let focused = document.activeElement;
          while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
          return focused?.tagName;
        }),
      )
      .toBe("H1");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await untilSent(1);
    expect(sent()).toEqual([{ action: "choose_way", way: "face" }]);
  });
});
