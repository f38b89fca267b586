import type { Context } from "tone/build/esm/core/context/Context.js";
import { Gain } from "tone/build/esm/core/context/Gain.js";
import { ToneAudioBuffer } from "tone/build/esm/core/context/ToneAudioBuffer.js";
import { ToneBufferSource } from "tone/build/esm/source/buffer/ToneBufferSource.js";
import { renderBell } from "../dsp/bell.ts";
import type { LayerInfo } from "../session/catalogue.ts";
import type { PulseCue as Pulse, SayCue } from "../session/cue.ts";
import { OWN_LINE } from "../session/recording-of.ts";
import type { Buses } from "./buses.ts";
import { layCurve } from "./curve.ts";
import { leavingCurve } from "./fades.ts";
import { type Guide, type LoadLine, shift } from "./plan.ts";
import { PulseCue } from "./pulse-cue.ts";

/** A voice enters over this time, never suddenly (sound-spec: 150 ms or more). */
const ATTACK_SECONDS = 0.15;

/** What one guide makes heard: its recorded lines on the narration bus, its bells and its pulse on the cue bus. */
export class GuideTrack {
  readonly guide: Guide;
  readonly #context: Context;
  readonly #voice: Gain;
  readonly #bells: Gain;
  readonly #originTime: number;
  readonly #load: LoadLine;
  readonly #sources = new Set<ToneBufferSource>();
  readonly #buses: Buses;
  #pulse: PulseCue | null = null;
  #dropped = false;

  constructor(options: {
    readonly context: Context;
    readonly buses: Buses;
    readonly guide: Guide;
    readonly load: LoadLine;
    readonly originTime: number;
  }) {
    this.#context = options.context;
    this.#buses = options.buses;
    this.guide = options.guide;
    this.#load = options.load;
    this.#originTime = options.originTime;
    this.#voice = new Gain({ context: options.context, gain: 1 });
    this.#bells = new Gain({ context: options.context, gain: 1 });
    this.#voice.connect(options.buses.narration);
    this.#bells.connect(options.buses.cues);
  }

  /** Whether it was let go: nothing of it will be heard any more. */
  get dropped(): boolean {
    return this.#dropped;
  }

  /**
   * Loads, decodes and schedules one line at its place on the audio clock. Resolves to false, with nothing scheduled,
   * when its time has passed meanwhile or nobody recorded it, being the person's own. Rejects when the line is missing or damaged.
   */
  async scheduleLine(cue: SayCue): Promise<boolean> {
    if (this.#dropped || cue.line.startsWith(OWN_LINE)) return false;
    const encoded = await this.#load(cue.session, cue.line);
    const decoded = await this.#context.decodeAudioData(encoded);
    if (this.#dropped) return false;
    return this.#play(decoded, this.guide.atSeconds + cue.atSeconds, ATTACK_SECONDS, this.#voice);
  }

  /** Schedules the guide's bells. */
  scheduleBells(seed: number): void {
    const bells = this.guide.timeline.cues.filter((cue) => cue.kind === "bell");
    if (bells.length === 0) return;
    const [left, right] = renderBell(this.#context.sampleRate, { seed });
    const bell = this.#context.createBuffer(2, left.length, this.#context.sampleRate);
    bell.copyToChannel(left, 0);
    bell.copyToChannel(right, 1);
    for (const { atSeconds } of bells) this.#play(bell, this.guide.atSeconds + atSeconds, 0, this.#bells);
  }

  /**
   * Sets the guide's pulses going from a night time on.
   * @param heart the layer that they sound with; undefined where its kernel is not here, and nothing beats
   */
  startPulses(heart: LayerInfo | undefined, seed: number, fromSeconds: number): void {
    const pulses = this.guide.timeline.cues
      .filter((cue): cue is Pulse => cue.kind === "pulse")
      .map((cue) => shift(cue, this.guide.atSeconds));
    if (pulses.length === 0 || !heart) return;
    this.#pulse = new PulseCue({
      context: this.#context,
      layer: heart,
      output: this.#buses.cues,
      seed,
      pulses,
    });
    this.#pulse.start(this.#originTime, fromSeconds);
  }

  /** Lets voice, bells and pulse go over `seconds`, for good. */
  drop(nowSeconds: number, seconds: number): void {
    this.#dropped = true;
    const leaving = leavingCurve(1, nowSeconds, seconds);
    for (const gain of [this.#voice, this.#bells]) layCurve(gain.gain, leaving, this.#originTime, nowSeconds);
    this.#pulse?.drop(nowSeconds, seconds);
    const silentAt = this.#originTime + nowSeconds + seconds;
    for (const source of this.#sources) source.stop(silentAt);
  }

  dispose(): void {
    this.#dropped = true;
    for (const source of this.#sources) source.dispose();
    this.#sources.clear();
    this.#pulse?.dispose();
    this.#voice.dispose();
    this.#bells.dispose();
  }

  /**
   * Schedules a buffer at a night time. What should have begun already is left out live (a voice never breaks in
   * mid-word); offline, where a chunk begins in the middle of it, it is joined there.
   */
  #play(buffer: AudioBuffer, atSeconds: number, fadeIn: number, output: Gain): boolean {
    const now = this.#context.currentTime;
    const at = this.#originTime + atSeconds;
    const missed = Math.max(0, now - at);
    if (missed > 0 && !(this.#context.isOffline && missed < buffer.duration)) return false;
    const source = new ToneBufferSource({
      context: this.#context,
      url: new ToneAudioBuffer(buffer),
      fadeIn: missed > 0 ? 0 : fadeIn,
    });
    source.onended = () => {
      this.#sources.delete(source);
      source.dispose();
    };
    source.connect(output).start(Math.max(now, at), missed);
    this.#sources.add(source);
    return true;
  }
}
