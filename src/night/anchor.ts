import type { Howl } from "howler";

/** Level of the anchor's noise: Chrome counts output as audible above -72 dBFS; this is -58 dBFS (rms). */
const ANCHOR_RMS_DB = -58;
const ANCHOR_SECONDS = 12;
const ANCHOR_RATE = 8000;

/**
 * The lock-screen anchor: a looping, nearly silent `<audio>` element that keeps the media session and the page alive
 * on Android while Web Audio plays. Played by Howler, which owns what streams through an HTML element.
 */
export class Anchor {
  readonly #load: () => Promise<{ Howl: typeof Howl }>;
  #made: Promise<Howl> | null = null;
  #howl: Howl | null = null;
  #elements: readonly HTMLAudioElement[] = [];
  #wanted = false;
  #onTaken: () => void = () => undefined;

  /** @param load brings Howler; loaded once the page has painted, not before the first sound */
  constructor(load: () => Promise<{ Howl: typeof Howl }>) {
    this.#load = load;
  }

  /** Fetches Howler and makes the one element, without playing. Rejects where Howler does not come. */
  async prepare(): Promise<void> {
    this.#made ??= this.#make();
    try {
      this.#howl = await this.#made;
    } catch (error) {
      // What did not come may come the next time.
      this.#made = null;
      throw error;
    }
  }

  /** From a touch, once the night sounds. */
  start(): void {
    this.#wanted = true;
    const play = () => {
      if (this.#wanted && !this.#howl?.playing()) this.#howl?.play();
    };
    // Without it the night sounds all the same; only Android's lock screen misses it.
    this.prepare().then(play, () => undefined);
  }

  /**
   * Tells when the system pauses the element by itself: headphones were unplugged, or something else plays now. Web Audio
   * is not told of it on Android, and would go on through the loudspeaker.
   */
  onTaken(listener: () => void): void {
    this.#onTaken = listener;
  }

  /**
   * The page runs again after the system had frozen it (Page Lifecycle API): freezing pauses elements for good, and tells
   * of it only now. Nobody has taken the sound, so the element plays on. Called before that is told.
   */
  thaw(): void {
    if (!this.#wanted) return;
    for (const element of this.#elements) if (element.paused) element.play().catch(() => this.#onTaken());
  }

  pause(): void {
    this.#wanted = false;
    this.#howl?.pause();
  }

  async #make(): Promise<Howl> {
    const { Howl } = await this.#load();
    const url = URL.createObjectURL(new Blob([anchorWav()], { type: "audio/wav" }));
    const howl = new Howl({ src: [url], format: ["wav"], html5: true, volume: 1 });
    this.#elements = elementsOf(howl);
    for (const element of this.#elements) {
      // Howler's own loop stops the element and plays it again, on a timer: a pause every round, and none of it while frozen.
      element.loop = true;
      element.addEventListener("pause", () => {
        if (this.#wanted && element.paused) this.#onTaken();
      });
    }
    return howl;
  }
}

/** The elements that Howler plays through: it tells of its own pauses alone. */
function elementsOf(howl: Howl): readonly HTMLAudioElement[] {
  const sounds: unknown = Reflect.get(howl, "_sounds");
  if (!Array.isArray(sounds)) return [];
  return sounds.flatMap((sound: unknown) => {
    const node: unknown = typeof sound === "object" && sound ? Reflect.get(sound, "_node") : null;
    return typeof HTMLAudioElement !== "undefined" && node instanceof HTMLAudioElement ? [node] : [];
  });
}

/** Quiet noise as a WAV file: mono, 16 bit, 8 kHz, 12 s. */
export function anchorWav(): ArrayBuffer {
  const frames = ANCHOR_SECONDS * ANCHOR_RATE;
  const view = new DataView(new ArrayBuffer(44 + frames * 2));
  const text = (at: number, value: string) => {
    for (let i = 0; i < value.length; i++) view.setUint8(at + i, value.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, 36 + frames * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, ANCHOR_RATE, true);
  view.setUint32(28, ANCHOR_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, frames * 2, true);
  // Uniform noise has an rms of amplitude / sqrt 3.
  const amplitude = 10 ** (ANCHOR_RMS_DB / 20) * Math.sqrt(3) * 32767;
  let state = 1;
  for (let i = 0; i < frames; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    view.setInt16(44 + i * 2, Math.round((state / 2147483648 - 1) * amplitude), true);
  }
  return view.buffer;
}
