import { gainToDb } from "../../../src/dsp/db.ts";
import { LoudnessMeter } from "../../../src/dsp/loudness-meter.ts";
import { clicksOf, MOST_CLICK } from "../clicks.ts";
import { peak, rms } from "../levels.ts";
import { steepestOf } from "../rises.ts";

/** A second quieter than this is silent, dBFS. */
const SILENT_DB = -70;
/** -140 dBFS: what no fade's last moments come near. */
const NOTHING = 1e-7;
/** Before the first sample there is silence, and a night rises out of it, seconds. */
const SILENCE_BEFORE_SECONDS = 2;
/** A bed that swells is judged for clicks stretch by stretch, seconds. */
const CLICK_SECONDS = 0.25;

/** A stretch of a bed that stands out above 8 kHz: the bed clicks, or what it is made of does so by nature. */
export interface Click {
  /** Night time. */
  readonly fromSeconds: number;
  readonly seconds: number;
  /** Of its largest peak, in standard deviations of the stretch. */
  readonly deviations: number;
}

/** Hears a night that comes in pieces, whole seconds long, and keeps what is worth knowing of it. */
export class NightEars {
  readonly #sampleRate: number;
  readonly #soundsUntil: number;
  readonly #meter: LoudnessMeter;
  #seconds = 0;
  #peak = 0;
  /** Samples that are no number. */
  notFinite = 0;
  /** Silent seconds before the fade. */
  silentSeconds = 0;
  /** Everything that stands out above 8 kHz before the fade. */
  readonly clicks: Click[] = [];
  /** Night time of the last sample that is anything; null = there was none. */
  lastSoundSeconds: number | null = null;

  /** @param soundsUntil night time up to which it has to sound, seconds */
  constructor(sampleRate: number, soundsUntil: number) {
    this.#sampleRate = sampleRate;
    this.#soundsUntil = soundsUntil;
    this.#meter = new LoudnessMeter(sampleRate);
    const silence = new Float32Array(SILENCE_BEFORE_SECONDS * sampleRate);
    this.#meter.add([silence, silence]);
  }

  /** Takes the next piece: left and right, equally long. */
  hear(piece: readonly [Float32Array, Float32Array]): void {
    const rate = this.#sampleRate;
    this.#meter.add(piece);
    for (const samples of piece) {
      this.notFinite += samples.filter((sample) => !Number.isFinite(sample)).length;
      this.#peak = Math.max(this.#peak, peak(samples));
      const last = samples.findLastIndex((sample) => Math.abs(sample) > NOTHING);
      if (last >= 0)
        this.lastSoundSeconds = Math.max(this.lastSoundSeconds ?? 0, this.#seconds + last / rate);
    }
    const [left] = piece;
    const pieceSeconds = left.length / rate;
    for (let second = 0; second < pieceSeconds; second++) {
      const at = this.#seconds + second;
      const isSilent = gainToDb(rms(left.subarray(second * rate, (second + 1) * rate))) < SILENT_DB;
      if (at >= 1 && at + 1 <= this.#soundsUntil && isSilent) this.silentSeconds++;
    }
    if (this.#seconds + pieceSeconds <= this.#soundsUntil) this.#listenForClicks(left);
    this.#seconds += pieceSeconds;
  }

  #listenForClicks(piece: Float32Array): void {
    for (const [n, deviations] of clicksOf(piece, this.#sampleRate, CLICK_SECONDS).entries()) {
      const fromSeconds = this.#seconds + n * CLICK_SECONDS;
      if (deviations > MOST_CLICK) this.clicks.push({ fromSeconds, seconds: CLICK_SECONDS, deviations });
    }
  }

  /** Highest sample, dBFS. */
  get peakDb(): number {
    return gainToDb(this.#peak);
  }

  /** Part of the startle rule used up where it is most: more than 1 startles. */
  steepest(): number {
    return steepestOf(this.#meter.momentary());
  }
}
