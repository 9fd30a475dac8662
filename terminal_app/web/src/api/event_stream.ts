// Server-sent events that stay alive: a lost connection is told to the page at once (what it shows
// may be stale) and opened again, with growing pauses, until it stands.

export type Link = "connecting" | "live" | "lost";

export interface StreamHandlers<T> {
  onValue(value: T): void;
  onLink(link: Link): void;
}

const firstPauseMs = 500;
const longestPauseMs = 5000;

export class EventStream<T> {
  #source: EventSource | undefined;
  #pauseMs = firstPauseMs;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly url: string,
    private readonly eventName: string,
    private readonly handlers: StreamHandlers<T>,
  ) {}

  open(): void {
    this.handlers.onLink("connecting");
    this.#connect();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #connect(): void {
    const source = new EventSource(this.url);
    this.#source = source;
    // The terminal sends the current value first, so the link counts as live only with a value.
    source.addEventListener(this.eventName, (event) => this.#receive((event as MessageEvent<string>).data));
    source.addEventListener("error", () => this.#reconnect());
  }

  #receive(data: string): void {
    let value: T;
    try {
      value = JSON.parse(data) as T;
    } catch {
      this.#reconnect();
      return;
    }
    this.#pauseMs = firstPauseMs;
    this.handlers.onLink("live");
    this.handlers.onValue(value);
  }

  // The browser's own reconnecting gives up after some kinds of error; ours does not.
  #reconnect(): void {
    this.close();
    this.handlers.onLink("lost");
    this.#timer = setTimeout(() => this.#connect(), this.#pauseMs);
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}
