import { afterEach, expect, test, vi } from "vitest";

import { post } from "../../../terminal_app/web/src/api/post";

afterEach(() => vi.unstubAllGlobals());

test.each([
  [204, "accepted"],
  [409, "not_now"],
  [400, "refused"],
  [500, "refused"],
])("status %i means %s", async (status, result) => {
  vi.stubGlobal("fetch", async () => new Response(null, { status }));
  expect(await post("/api/patient/action", { action: "cancel" })).toBe(result);
});

test("an action is sent once, whatever comes of it", async () => {
  const fetch = vi.fn(async () => Promise.reject(new TypeError("connection refused")));
  vi.stubGlobal("fetch", fetch);
  expect(await post("/api/patient/action", { action: "enter_pin", digits: "0000" })).toBe("unreachable");
  expect(fetch).toHaveBeenCalledTimes(1);
});
