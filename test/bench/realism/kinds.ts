/** The kind of recording that each layer is compared with; layers whose kind nobody recorded are left out. */
export const KIND_OF: Readonly<Record<string, string>> = {
  rain: "rain",
  ocean: "waves",
  fire: "fire",
  wind: "wind",
  "wind-in-trees": "wind",
  crickets: "crickets",
  night: "crickets",
  birds: "birds",
  train: "train",
  stream: "stream",
  thunder: "thunder",
  frogs: "frogs",
  owl: "owl",
  purr: "purr",
  fan: "fan",
  bowl: "bowl",
  white: "white",
  pink: "pink",
  brown: "brown",
};

/** Kinds with enough recordings to rank by, whose layers must come first with a ratio of at most 1. */
export const RANKED_KINDS: readonly string[] = ["rain", "waves", "fire"];
/** Noise is its own control. */
export const NOISE_KINDS: readonly string[] = ["white", "pink", "brown"];
