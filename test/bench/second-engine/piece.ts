import type { SoundPlan } from "../../../src/engine/plan.ts";

/** Where the page posts the samples of a rendered piece. */
export const SAMPLES_PATH = "/piece";

export const RATE = 48_000;

/** One thing that two browsers render: plain data, so that both get the same. */
export type Piece =
  /** A layer alone: its kernel in the audio thread, through its level at 0 dB. */
  | { readonly kind: "layer"; readonly id: string; readonly seconds: number }
  /** A course of a parameter, laid as the engine lays it, on a constant. */
  | { readonly kind: "ramp"; readonly id: string }
  /** A stretch of a night through the whole graph. */
  | {
      readonly kind: "night";
      readonly id: string;
      readonly plan: SoundPlan;
      readonly fromSeconds: number;
      readonly seconds: number;
    };
