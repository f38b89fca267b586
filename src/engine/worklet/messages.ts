import type { AutomationPlan } from "../../dsp/automation.ts";

/** Name under which the one generic layer processor is registered. */
export const LAYER_PROCESSOR = "luwte-layer";
export const LIMITER_PROCESSOR = "luwte-limiter";
export const SHELF_PROCESSOR = "luwte-shelf";
export const TAP_PROCESSOR = "luwte-tap";

/** When a layer sounds. Frames count on the context's clock. */
export interface LayerTimes {
  /** Context frame at which night frame 0 lies: a multiple of 128, may be negative. */
  readonly originFrame: number;
  /** First frame that sounds, and the one after the last. */
  readonly fromFrame: number;
  readonly untilFrame: number;
}

/** How a layer processor is made. */
export interface LayerProcessorOptions {
  readonly layer: string;
  readonly seed: number;
  /** Plans for parameters; those left out stand at their defaults. */
  readonly automation: Readonly<Record<string, AutomationPlan>>;
  /** Offline renders take all the time a preroll needs; a live one spreads it. */
  readonly offline: boolean;
  readonly when: LayerTimes;
}

/** What a running layer processor is told. */
export type LayerMessage =
  | { readonly kind: "times"; readonly when: LayerTimes }
  | { readonly kind: "until"; readonly untilFrame: number }
  | { readonly kind: "automation"; readonly name: string; readonly plan: AutomationPlan }
  | { readonly kind: "stop" };

export interface LimiterProcessorOptions {
  /** True peak at most, dBTP. */
  readonly ceilingDb: number;
  /** Momentary loudness at most, LUFS; null = none. */
  readonly ceilingLufs: number | null;
}

/** What the limiter is told; it answers `reduction` with its largest reduction since the last time, dB. */
export type LimiterMessage =
  | { readonly kind: "stop" }
  | { readonly kind: "reduction" }
  | { readonly kind: "forget" }
  | { readonly kind: "ceiling"; readonly lufs: number }
  | { readonly kind: "until"; readonly untilFrame: number };

/** What a tap sends: one block of what passes. */
export interface TapBlock {
  /** Context frame of the first sample. */
  readonly frame: number;
  /** Wall-clock time at which the audio thread heard that sample, epoch ms. */
  readonly epochMs: number;
  readonly left: Float32Array;
  readonly right: Float32Array;
}
