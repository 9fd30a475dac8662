/** Digits on their way from the keys to the terminal. They leave once, by take(), which forgets them. */
export class DigitEntry {
  #digits: string[] = [];

  constructor(readonly length: number) {}

  get count(): number {
    return this.#digits.length;
  }

  get complete(): boolean {
    return this.count === this.length;
  }

  /** The digit at a place, for numbers that are printed on the card and so may be shown. */
  at(place: number): string | undefined {
    return this.#digits[place];
  }

  push(digit: string): void {
    if (/^[0-9]$/.test(digit) && !this.complete) this.#digits.push(digit);
  }

  erase(): void {
    this.#digits.pop();
  }

  clear(): void {
    this.#digits.fill("");
    this.#digits = [];
  }

  /** All digits, once; empty when some are missing. */
  take(): string {
    const digits = this.complete ? this.#digits.join("") : "";
    this.clear();
    return digits;
  }
}
