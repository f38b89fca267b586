import { ModalBank, type Mode } from "./modal-bank.ts";
import { OnePole } from "./one-pole.ts";
import { Random } from "./random.ts";

/** Floor, bogie and wheel, as they ring in the carriage, and how strongly each is struck. */
const MODES: readonly (Mode & { readonly gain: number })[] = [
  { hz: 72, decaySeconds: 0.035, gain: 0.8 },
  { hz: 128, decaySeconds: 0.03, gain: 1 },
  { hz: 215, decaySeconds: 0.022, gain: 0.9 },
  { hz: 340, decaySeconds: 0.016, gain: 0.6 },
  { hz: 520, decaySeconds: 0.012, gain: 0.4 },
  { hz: 830, decaySeconds: 0.008, gain: 0.2 },
];
/** No two knocks ring quite alike: pitch, part either way. */
const DETUNE = 0.06;
/** The rattle in a knock: noise that dies away, above the cutoff the softer the higher. */
const RATTLE = { gain: 1.6, decaySeconds: 0.02, cutoffHz: 500 };
const ATTACK_SECONDS = 0.006;

/** Knocks of a wheel on a rail joint, softened above 1 kHz, each a little different. */
export function railKnocks(
  seed: number,
  count: number,
  seconds: number,
  sampleRate: number,
): readonly Float64Array[] {
  const random = new Random();
  return Array.from({ length: count }, (_, variant) => {
    random.seed(seed, variant, 9);
    const modes = MODES.map((mode) => ({ ...mode, hz: mode.hz * (1 + DETUNE * random.signed()) }));
    const bank = new ModalBank(modes, sampleRate);
    for (const [index, { gain }] of MODES.entries()) bank.gains[index] = gain;
    const knock = rattle(random, Math.ceil(seconds * sampleRate), sampleRate);
    bank.add(knock, knock.length);
    return knock.map((sample, frame) => {
      const attack = Math.min(1, frame / sampleRate / ATTACK_SECONDS);
      return (
        sample *
        (0.5 - 0.5 * Math.cos(Math.PI * attack)) *
        Math.min(1, (4 * (knock.length - frame)) / knock.length)
      );
    });
  });
}

/** The same at any rate: drawn at 48 kHz's density, its power in Hz kept. */
function rattle(random: Random, length: number, sampleRate: number): Float64Array {
  const density = RATTLE.gain * Math.sqrt(sampleRate / 48_000);
  const noise = Float64Array.from(
    { length },
    (_, frame) => density * random.normal() * Math.exp(-frame / sampleRate / RATTLE.decaySeconds),
  );
  new OnePole(RATTLE.cutoffHz, sampleRate).process(noise);
  return noise;
}
