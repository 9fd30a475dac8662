import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { EventStream, type Link } from "../../../terminal_app/web/src/api/event_stream";

/** The browser's EventSource as far as a stream uses it. */
class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  closed = false;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  close(): void {
    this.closed = true;
  }

  send(data: string): void {
    this.dispatchEvent(new MessageEvent("screen", { data }));
  }

  fail(): void {
    this.dispatchEvent(new Event("error"));
  }
}

const latest = (): FakeSource => FakeSource.opened.at(-1)!;

describe("event stream", () => {
  const values: unknown[] = [];
  const links: Link[] = [];
  const stream = new EventStream<unknown>("/api/patient/events", "screen", {
    onValue: (value) => values.push(value),
    onLink: (link) => links.push(link),
  });

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("EventSource", FakeSource);
    FakeSource.opened = [];
    values.length = 0;
    links.length = 0;
    stream.open();
  });

  afterEach(() => {
    stream.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("is live with its first value, not before", () => {
    expect(links).toEqual(["connecting"]);
    latest().send('{"screen":"idle"}');
    expect(links).toEqual(["connecting", "live"]);
    expect(values).toEqual([{ screen: "idle" }]);
  });

  test("tells at once that it is lost, and connects again", () => {
    latest().send("{}");
    latest().fail();
    expect(links.at(-1)).toBe("lost");
    expect(FakeSource.opened[0]!.closed).toBe(true);
    vi.advanceTimersByTime(500);
    expect(FakeSource.opened).toHaveLength(2);
    latest().send("{}");
    expect(links.at(-1)).toBe("live");
  });

  test("waits longer after each failure, at most five seconds", () => {
    for (const pause of [500, 1000, 2000, 4000, 5000, 5000]) {
      latest().fail();
      const before = FakeSource.opened.length;
      vi.advanceTimersByTime(pause - 1);
      expect(FakeSource.opened).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(FakeSource.opened).toHaveLength(before + 1);
    }
  });

  test("treats a garbled message as a lost connection", () => {
    latest().send("{");
    expect(links.at(-1)).toBe("lost");
    expect(values).toEqual([]);
  });

  test("stays closed once closed", () => {
    latest().fail();
    stream.close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSource.opened).toHaveLength(1);
  });
});
