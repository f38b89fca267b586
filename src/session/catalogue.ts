/** A layer as the catalogue describes it: plain data, generated from sounds/layers. */
export interface LayerInfo {
  readonly id: string;
  readonly family: "noise" | "nature" | "tone";
  readonly loudnessLufs: number;
  readonly params: Readonly<Record<string, ParamInfo>>;
}

export interface ParamInfo {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly unit: string;
  readonly choices?: readonly string[];
  readonly role?: "breath";
}
