import { MovingResonator } from "../../dsp/moving-resonator.ts";
import { Random } from "../../dsp/random.ts";
import { seedFor } from "../../dsp/seed-for.ts";

/** The two halves of a companion's breath. */
export const COMPANION_PHASES = ["in", "out"] as const;
export type CompanionPhase = (typeof COMPANION_PHASES)[number];

/** A hollow through which the air goes: where it resonates at the beginning and at the end of the phase, Hz. */
interface Hollow {
  readonly fromHz: number;
  readonly toHz: number;
  readonly q: number;
  readonly gain: number;
}

interface Phase {
  readonly seconds: number;
  /** Where the air is strongest: where the part of the phase that has passed, raised to this power, is a half. */
  readonly skew: number;
  readonly hollows: readonly Hollow[];
}

/**
 * A breath through the nose of someone at rest, in the proportion of four in and six out, about nine a minute: it is played a little slower or
 * faster to fit each breath. The air rises in pitch as it comes and sinks as it goes.
 * @source Own choice: dark, nearly all below 2 kHz, looked at as a spectrogram.
 */
const PHASES: Readonly<Record<CompanionPhase, Phase>> = {
  in: {
    seconds: 2.8,
    skew: 0.85,
    hollows: [
      { fromHz: 430, toHz: 620, q: 1.1, gain: 1 },
      { fromHz: 1250, toHz: 1750, q: 1.4, gain: 0.32 },
    ],
  },
  out: {
    seconds: 4.2,
    skew: 0.55,
    hollows: [
      { fromHz: 390, toHz: 280, q: 1, gain: 1 },
      { fromHz: 980, toHz: 700, q: 1.2, gain: 0.22 },
    ],
  },
};

const BLOCK = 128;

/** One half of a companion's breath, mono, at no particular level: the same samples each time. */
export function companionBreath(phase: CompanionPhase, sampleRate: number): Float32Array {
  const { seconds, skew, hollows } = PHASES[phase];
  const frames = Math.round(seconds * sampleRate);
  const samples = new Float32Array(frames);
  const random = new Random();
  random.seed(seedFor(1, `companion/${phase}`), 0);
  const resonators = hollows.map(({ q }) => new MovingResonator(q, sampleRate));
  const air = new Float64Array(BLOCK);
  const sound = new Float64Array(BLOCK);
  for (let start = 0; start < frames; start += BLOCK) {
    for (let i = 0; i < BLOCK; i++) air[i] = random.signed();
    sound.fill(0);
    for (const [index, { fromHz, toHz, gain }] of hollows.entries()) {
      const resonator = resonators[index];
      if (!resonator) continue;
      resonator.hz = fromHz * (toHz / fromHz) ** (start / frames);
      resonator.gain.from = resonator.gain.to = gain;
      resonator.add(sound, air);
    }
    for (let i = 0; i < BLOCK && start + i < frames; i++) {
      samples[start + i] = (sound[i] ?? 0) * strength((start + i) / frames, skew);
    }
  }
  return samples;
}

/** How strongly the air goes, 0 at both ends: a raised sine, leaning to one side. */
function strength(part: number, skew: number): number {
  return Math.sin(Math.PI * part ** skew) ** 1.4;
}
