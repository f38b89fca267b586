/** A part of the tree with one task. */
export interface Zone {
  readonly name: string;
  /** Paths that belong to it, the first zone that fits. */
  readonly paths: RegExp;
  /** Zones it may import besides itself; "all" for composition roots. */
  readonly may: readonly string[] | "all";
  readonly why: string;
}

/** Who may import whom: one direction, no back-stairs. */
export const ZONES: readonly Zone[] = [
  {
    name: "generated module",
    paths: /^sounds\/built\/.*\.ts$/,
    may: ["built", "layers", "engine"],
    why: "it hands one layer to the audio thread",
  },
  { name: "built", paths: /^sounds\/built\//, may: [], why: "it is generated data" },
  {
    name: "composition root",
    paths: /^src\/(main|worklet|layers|gallery|picture|account)\.tsx?$/,
    may: "all",
    why: "this is where the parts are put together",
  },
  { name: "cli", paths: /^src\/cli\//, may: "all", why: "commands put the parts together too" },
  { name: "session", paths: /^src\/session\//, may: [], why: "the document is pure and known by all" },
  { name: "dsp", paths: /^src\/dsp\//, may: [], why: "kernels run anywhere, without Tone or the DOM" },
  {
    name: "engine",
    paths: /^src\/engine\//,
    may: ["session", "dsp"],
    why: "the sound knows no document store, no network and no screen",
  },
  {
    name: "layers",
    paths: /^sounds\/layers\//,
    may: ["dsp"],
    why: "a layer is metadata and a kernel, nothing else",
  },
  {
    name: "night",
    paths: /^src\/night\//,
    may: ["engine", "session"],
    why: "the night drives the engine and knows neither screen nor storage",
  },
  {
    name: "store",
    paths: /^src\/store\//,
    may: ["session"],
    why: "what is kept is known by its document alone",
  },
  {
    name: "api",
    paths: /^src\/api\//,
    may: ["session", "built"],
    why: "it brings documents, from the Worker or bundled, and plays nothing",
  },
  {
    name: "i18n",
    paths: /^src\/i18n\//,
    may: ["session"],
    why: "words depend on nothing but the list of languages",
  },
  {
    name: "ui",
    paths: /^src\/ui\//,
    may: ["night", "store", "api", "session", "i18n"],
    why: "the screen asks the night; it never touches the sound and times nothing itself",
  },
  {
    name: "worker",
    paths: /^worker\//,
    may: ["session", "built", "package"],
    why: "the Worker serves documents and content, and never makes sound",
  },
  { name: "package", paths: /^package\.json$/, may: [], why: "it is the project's own description" },
  { name: "test", paths: /^test\//, may: "all", why: "tests reach everything" },
];

/** Packages that only some zones may import. A package that is not named here is free. */
export const PACKAGES: Readonly<Record<string, { readonly zones: readonly string[]; readonly why: string }>> =
  {
    tone: { zones: ["engine"], why: "Tone is the graph and the clock of the engine" },
    howler: {
      zones: ["engine", "night"],
      why: "Howler plays what streams through an HTML element, for the night",
    },
    hono: { zones: ["worker"], why: "only the Worker answers requests" },
    preact: { zones: ["ui", "composition root"], why: "only the screen is drawn" },
    "@preact/signals": { zones: ["ui", "composition root"], why: "only the screen is drawn" },
    idb: { zones: ["store"], why: "the store alone keeps things on the device" },
    node: { zones: ["cli", "test"], why: "the rest runs in browsers, worklets and workerd" },
  };

export function zoneOf(path: string): Zone | undefined {
  return ZONES.find((zone) => zone.paths.test(path));
}
