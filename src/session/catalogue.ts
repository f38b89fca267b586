/** A layer as the catalogue describes it: plain data, generated from sounds/layers. */
export interface LayerInfo {
  readonly id: string;
  readonly family: "noise" | "nature" | "comfort" | "tone";
  readonly loudnessLufs: number;
  readonly params: Readonly<Record<string, ParamInfo>>;
  /** One slider from calm to lively: parameters at its ends; in the middle all have their defaults. */
  readonly macro: { readonly calm: ParamValues; readonly lively: ParamValues };
  /** Named settings, in the order in which they are offered. */
  readonly settings?: Readonly<Record<string, ParamValues>>;
}

/** Values for some of a layer's parameters; the others have their defaults. */
export type ParamValues = Readonly<Record<string, number>>;

export interface ParamInfo {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly unit: string;
  readonly choices?: readonly string[];
  readonly role?: "breath" | "events";
}
