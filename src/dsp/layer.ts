/**
 * The layer contract. A layer is one continuous synthesized sound with parameters: metadata and a kernel, free of
 * Tone and of the DOM, so that the same class runs in an AudioWorklet, in plain Node and in an offline render.
 */

/** Frames in a block: the Web Audio render quantum. Kernels are always called on multiples of it. */
export const BLOCK_FRAMES = 128;

export interface ParamSpec {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Field's unit: "Hz", "dB", "/s", "C", or "" for a plain 0..1 amount or a choice. */
  readonly unit: string;
  /** Whole numbers that stand for named choices, in order (0, 1, 2, ...). Names stand in the language folders. */
  readonly choices?: readonly string[];
  /**
   * Fed by the night, not by a slider. `breath`: the breath clock (0 = lungs empty, 1 = full). `events`: how many of what
   * stands out are left, see {@link EVENTS}.
   */
  readonly role?: "breath" | "events";
}

/**
 * The parameter of every layer with foreground events, under the name `events`: the part of them that is left while
 * the night falls asleep. At 1 the layer renders the very samples that it would without it.
 */
export const EVENTS = { min: 0, max: 1, default: 1, unit: "", role: "events" } as const satisfies ParamSpec;

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

/** Planned value of a parameter at an absolute frame, before or after the frame being rendered. */
export type ParamAt<Name extends string = string> = (name: Name, frame: number) => number;

/**
 * Renders a layer. **Position-addressable**: output is a function of (seed, absolute frame, planned automation).
 * A host that starts anywhere renders `prerollSeconds` before the first frame that counts and drops it.
 */
export interface Kernel<Name extends string = string> {
  /**
   * Writes (not adds) `frames` frames of both channels.
   * @param left samples, nominal -1..1; at least `frames` long
   * @param right as `left`
   * @param frames a multiple of {@link BLOCK_FRAMES}
   * @param frameIndex absolute night frame of the first sample, a multiple of {@link BLOCK_FRAMES}, may be negative
   * @param paramAt planned parameters
   */
  process(
    left: Float32Array,
    right: Float32Array,
    frames: number,
    frameIndex: number,
    paramAt: ParamAt<Name>,
  ): void;
}

export type KernelClass<Name extends string = string> = new (
  sampleRate: number,
  seed: number,
) => Kernel<Name>;

/** Where a layer stands in the catalogue; its folder in sounds/layers. */
export type LayerFamily = "noise" | "nature" | "comfort" | "tone";

/**
 * What the ear hears, and so how the layer suite judges it. `noise`: steady, gaussian. `texture`: a bed of noise with
 * many small events. `events`: something now and then, silence or near silence between. `tone`: pitched, continuous.
 */
export type LayerCharacter = "noise" | "texture" | "events" | "tone";

/** Values for some of a layer's parameters; the others stay at their defaults. */
export type ParamSetting<Name extends string = string> = string extends Name
  ? Readonly<Record<string, number>>
  : Readonly<Partial<Record<Name, number>>>;

export interface LayerDefinition<Specs extends ParamSpecs = ParamSpecs> {
  /** Kebab-case, unique in the catalogue. */
  readonly id: string;
  readonly family: LayerFamily;
  readonly character: LayerCharacter;
  readonly params: Specs;
  /**
   * One slider from calm to lively: what its parameters are at either end. In the middle every one has its default, and
   * between they move in a straight line.
   */
  readonly macro: {
    readonly calm: ParamSetting<Extract<keyof Specs, string>>;
    readonly lively: ParamSetting<Extract<keyof Specs, string>>;
  };
  /** Named settings, in the order in which they are offered; a nature layer has three. Names stand in the language folders. */
  readonly settings?: Readonly<Record<string, ParamSetting<Extract<keyof Specs, string>>>>;
  /** Mean time from one event to the next at default parameters, seconds; where the character is `events`. */
  readonly eventGapSeconds?: number;
  /** Integrated loudness (LUFS, BS.1770) of the bare kernel at default parameters, 48 kHz; measured, checked by a test. */
  readonly loudnessLufs: number;
  /** Filters settle in this time, seconds. */
  readonly prerollSeconds: number;
  /** How long an event of this layer can sound, seconds; the kernel looks back this far by itself. */
  readonly memorySeconds: number;
  readonly kernel: KernelClass<Extract<keyof Specs, string>>;
}

/** Every layer at 0 dB is brought to this level, LUFS. */
export const LAYER_LUFS = -30;

/**
 * Declares a layer; its kernel may read no parameter but its own. Throws, naming the layer, where the description
 * contradicts itself.
 */
export function defineLayer<const Specs extends ParamSpecs>(layer: LayerDefinition<Specs>): LayerDefinition;
export function defineLayer(layer: LayerDefinition): LayerDefinition {
  if (!/^[a-z][a-z0-9-]*$/.test(layer.id)) throw new Error(`layer "${layer.id}": the id must be kebab-case`);
  for (const [name, spec] of Object.entries(layer.params)) {
    if (!(spec.min <= spec.default && spec.default <= spec.max)) {
      throw new Error(
        `layer ${layer.id}: parameter ${name} has its default outside ${spec.min}..${spec.max}`,
      );
    }
  }
  const settings = Object.entries(layer.settings ?? {});
  for (const [setting, values] of [...settings, ...Object.entries(layer.macro)]) {
    for (const [name, value] of Object.entries(values)) {
      const spec = layer.params[name];
      if (!spec) throw new Error(`layer ${layer.id}: ${setting} sets ${name}, no parameter of it`);
      if (!(spec.min <= value && value <= spec.max)) {
        throw new Error(`layer ${layer.id}: ${setting} sets ${name} outside ${spec.min}..${spec.max}`);
      }
    }
  }
  if ((layer.character === "events") !== (layer.eventGapSeconds !== undefined)) {
    throw new Error(`layer ${layer.id}: eventGapSeconds is for events alone`);
  }
  return layer;
}

/** Linear gain that brings the layer's bare kernel to {@link LAYER_LUFS}. */
export function calibrationGain(layer: { readonly loudnessLufs: number }): number {
  return 10 ** ((LAYER_LUFS - layer.loudnessLufs) / 20);
}
