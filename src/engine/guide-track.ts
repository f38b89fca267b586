import type { Context } from "tone/build/esm/core/context/Context.js";
import { Gain } from "tone/build/esm/core/context/Gain.js";
import { ToneAudioBuffer } from "tone/build/esm/core/context/ToneAudioBuffer.js";
import { ToneBufferSource } from "tone/build/esm/source/buffer/ToneBufferSource.js";
import { renderBell } from "../dsp/bell.ts";
import type { LayerInfo } from "../session/catalogue.ts";
import type { Breath, PulseCue as Pulse, SayCue } from "../session/cue.ts";
import { OWN_LINE } from "../session/recording-of.ts";
import type { Buses } from "./buses.ts";
import { COMPANION_GAIN, COMPANION_SESSION, companionPhases } from "./companion.ts";
import { layCurve } from "./curve.ts";
import { leavingCurve } from "./fades.ts";
import { type Guide, type LoadLine, shift } from "./plan.ts";
import { PulseCue } from "./pulse-cue.ts";

/** A voice enters over this time, never suddenly. */
const ATTACK_SECONDS = 0.15;

/** What one guide makes heard: its recorded lines on the narration bus; its bells, pulse and companion's breath on the cue bus. */
export class GuideTrack {
  readonly guide: Guide;
  readonly #context: Context;
  readonly #voice: Gain;
  readonly #bells: Gain;
  readonly #companion: Gain;
  /** The companion's breath, decoded once. */
  readonly #breaths = new Map<string, Promise<AudioBuffer>>();
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
    this.#companion = new Gain({ context: options.context, gain: COMPANION_GAIN });
    this.#voice.connect(options.buses.narration);
    this.#companion.connect(options.buses.cues);
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
    const at = this.guide.atSeconds + cue.atSeconds;
    return this.#play(decoded, at, this.#voice, { fadeIn: ATTACK_SECONDS });
  }

  /** Schedules one breath of a companion, in and out. Rejects when its recordings are missing or damaged. */
  async scheduleCompanion(breath: Breath): Promise<void> {
    for (const { line, atSeconds, seconds } of companionPhases(breath)) {
      if (this.#dropped) return;
      const buffer = await this.#breath(line);
      if (this.#dropped) return;
      this.#play(buffer, this.guide.atSeconds + atSeconds, this.#companion, { seconds });
    }
  }

  #breath(line: string): Promise<AudioBuffer> {
    const decoding =
      this.#breaths.get(line) ??
      this.#load(COMPANION_SESSION, line).then((encoded) => this.#context.decodeAudioData(encoded));
    this.#breaths.set(line, decoding);
    return decoding;
  }

  /** Schedules the guide's bells. */
  scheduleBells(seed: number): void {
    const bells = this.guide.timeline.cues.filter((cue) => cue.kind === "bell");
    if (bells.length === 0) return;
    const [left, right] = renderBell(this.#context.sampleRate, { seed });
    const bell = this.#context.createBuffer(2, left.length, this.#context.sampleRate);
    bell.copyToChannel(left, 0);
    bell.copyToChannel(right, 1);
    for (const { atSeconds } of bells) this.#play(bell, this.guide.atSeconds + atSeconds, this.#bells);
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
    for (const [output, gain] of [
      [this.#voice, 1],
      [this.#bells, 1],
      [this.#companion, COMPANION_GAIN],
    ] as const) {
      layCurve(output.gain, leavingCurve(gain, nowSeconds, seconds), this.#originTime, nowSeconds);
    }
    this.#pulse?.drop(nowSeconds, seconds);
    const silentAt = this.#originTime + nowSeconds + seconds;
    for (const source of this.#sources) source.stop(silentAt);
  }

  dispose(): void {
    this.#dropped = true;
    for (const source of this.#sources) source.dispose();
    this.#sources.clear();
    this.#pulse?.dispose();
    for (const output of [this.#voice, this.#bells, this.#companion]) output.dispose();
  }

  /**
   * Schedules a buffer at a night time. What should have begun already is left out live (a voice never breaks in
   * mid-word); offline, where a chunk begins in the middle of it, it is joined there.
   * @param seconds how long it is to last, by being played slower or faster; left out = as long as it is
   */
  #play(
    buffer: AudioBuffer,
    atSeconds: number,
    output: Gain,
    { fadeIn = 0, seconds = buffer.duration }: { readonly fadeIn?: number; readonly seconds?: number } = {},
  ): boolean {
    const now = this.#context.currentTime;
    const at = this.#originTime + atSeconds;
    const missed = Math.max(0, now - at);
    if (missed > 0 && !(this.#context.isOffline && missed < seconds)) return false;
    const playbackRate = buffer.duration / seconds;
    const source = new ToneBufferSource({
      context: this.#context,
      url: new ToneAudioBuffer(buffer),
      fadeIn: missed > 0 ? 0 : fadeIn,
      playbackRate,
    });
    source.onended = () => {
      this.#sources.delete(source);
      source.dispose();
    };
    source.connect(output).start(Math.max(now, at), missed * playbackRate);
    this.#sources.add(source);
    return true;
  }
}
