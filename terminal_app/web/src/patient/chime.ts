/** A soft two-tone chime that repeats until stopped: a card was left on the reader. */
export class Chime {
  #audio: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  start(): void {
    if (this.#timer !== undefined) return;
    this.#audio = new AudioContext();
    this.#ring();
    this.#timer = setInterval(() => this.#ring(), 4000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    void this.#audio?.close();
    this.#audio = undefined;
  }

  #ring(): void {
    this.#tone(880, 0);
    this.#tone(660, 0.35);
  }

  #tone(frequency: number, after: number): void {
    if (!this.#audio) return;
    const begin = this.#audio.currentTime + after;
    const volume = new GainNode(this.#audio, { gain: 0 });
    volume.gain.setValueAtTime(0.25, begin);
    volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.8);
    const tone = new OscillatorNode(this.#audio, { frequency });
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(begin);
    tone.stop(begin + 0.8);
  }
}
