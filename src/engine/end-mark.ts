import type { Context } from "tone/build/esm/core/context/Context.js";

/** Calls once when the audio clock passes a time: the end of a constant source, laid down beforehand. */
export class EndMark {
  readonly #source: ConstantSourceNode;
  readonly #gain: GainNode;

  constructor(context: Context, time: number, call: () => void) {
    const raw = context.rawContext;
    this.#source = context.createConstantSource();
    this.#gain = context.createGain();
    // A source that reaches no destination is not rendered, so this one does, silently.
    this.#gain.gain.value = 0;
    this.#source.connect(this.#gain).connect(raw.destination);
    this.#source.onended = () => {
      this.#gain.disconnect();
      call();
    };
    this.#source.start();
    this.#source.stop(Math.max(time, raw.currentTime));
  }

  cancel(): void {
    this.#source.onended = null;
    this.#source.stop();
    this.#source.disconnect();
    this.#gain.disconnect();
  }
}
