import { Convolver } from "tone/build/esm/component/filter/Convolver.js";
import type { Context } from "tone/build/esm/core/context/Context.js";
import { Gain } from "tone/build/esm/core/context/Gain.js";
import { ToneAudioBuffer } from "tone/build/esm/core/context/ToneAudioBuffer.js";
import { dbToGain } from "../dsp/db.ts";
import { Random } from "../dsp/random.ts";

/** Reverberation time of the room a narrator speaks in, seconds (sound-spec: 0.8-1.5). */
const RT60_SECONDS = 1;
/** Level of the room beside the dry voice. */
const WET_DB = -20;
/** Walls are soft: one-pole low-pass on the impulse, Hz. */
const LOW_PASS_HZ = 5000;
/** What the room begins with, after the direct sound, seconds. */
const PREDELAY_SECONDS = 0.012;

/** A small soft room as a send: a seeded impulse in a Convolver, so that it is the same room each night. */
export function createRoom(context: Context): { input: Gain; output: Convolver; dispose(): void } {
  const input = new Gain({ context, gain: dbToGain(WET_DB) });
  const output = new Convolver({ context, normalize: false });
  output.buffer = new ToneAudioBuffer(impulse(context));
  input.connect(output);
  return {
    input,
    output,
    dispose() {
      input.dispose();
      output.dispose();
    },
  };
}

/** Exponentially decaying, low-passed noise of unit energy, stereo. */
function impulse(context: Context): AudioBuffer {
  const rate = context.sampleRate;
  const buffer = context.createBuffer(2, Math.ceil(RT60_SECONDS * rate), rate);
  const random = new Random();
  const pole = Math.exp((-2 * Math.PI * LOW_PASS_HZ) / rate);
  for (let channel = 0; channel < 2; channel++) {
    const samples = buffer.getChannelData(channel);
    random.seed(1, 0, channel);
    let low = 0;
    let energy = 0;
    for (let i = Math.ceil(PREDELAY_SECONDS * rate); i < samples.length; i++) {
      low = random.signed() * (1 - pole) + low * pole;
      const sample = low * 10 ** ((-3 * i) / samples.length);
      samples[i] = sample;
      energy += sample * sample;
    }
    const scale = 1 / Math.sqrt(energy);
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) * scale;
  }
  return buffer;
}
