const TAU = 2 * Math.PI;
/** A beat is heard no longer than this, seconds. */
const SECONDS = 0.4;
const FADE_SECONDS = 0.05;
/** Every partial begins this part higher and falls to its pitch. */
const GLIDE = { part: 0.25, seconds: 0.05 };

export interface HeartSound {
  readonly attackSeconds: number;
  readonly decaySeconds: number;
  /** [Hz, amplitude]; those from 100 to 400 Hz are what a phone can play. */
  readonly partials: readonly (readonly [number, number])[];
}

/** The first sound: the valves between chambers close as the heart contracts. */
export const FIRST_SOUND: HeartSound = {
  attackSeconds: 0.04,
  decaySeconds: 0.055,
  partials: [
    [50, 1],
    [100, 0.5],
    [150, 0.6],
    [210, 0.3],
    [290, 0.15],
  ],
};

/** The second sound: the valves of the arteries close; shorter, higher, softer. */
export const SECOND_SOUND: HeartSound = {
  attackSeconds: 0.03,
  decaySeconds: 0.04,
  partials: [
    [62, 0.6],
    [125, 0.4],
    [190, 0.4],
    [260, 0.2],
    [350, 0.1],
  ],
};

/**
 * One heart sound as a waveform: decaying partials that glide down as the tissue relaxes, begun softly.
 * @param openness 0 (heard through the body: each octave above 60 Hz 9 dB softer) .. 1 (as at the chest)
 */
export function heartSound(sound: HeartSound, openness: number, sampleRate: number): Float64Array {
  const { attackSeconds, decaySeconds } = sound;
  const partials = sound.partials.map(
    ([hz, amplitude]) => [hz, amplitude * (60 / hz) ** (1.5 * (1 - openness))] as const,
  );
  return Float64Array.from({ length: Math.ceil(SECONDS * sampleRate) }, (_, frame) => {
    const seconds = frame / sampleRate;
    const attack = 0.5 - 0.5 * Math.cos(Math.PI * Math.min(1, seconds / attackSeconds));
    const fade = Math.min(1, (SECONDS - seconds) / FADE_SECONDS);
    // The integral of 1 + part e^(-t / seconds).
    const glided = seconds + GLIDE.part * GLIDE.seconds * (1 - Math.exp(-seconds / GLIDE.seconds));
    const envelope = attack * fade * Math.exp(-seconds / decaySeconds);
    let sum = 0;
    for (const [hz, amplitude] of partials) sum += envelope * amplitude * Math.sin(TAU * hz * glided);
    return sum;
  });
}
