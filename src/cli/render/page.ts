import type { SoundPlan } from "../../engine/plan.ts";
import { renderSound } from "../../engine/render.ts";
import { layerFile } from "../../layers.ts";
import workletUrl from "../../worklet.ts?worker&url";
import { CHUNK_PATH } from "./chunk-path.ts";

/** What the page in Chromium is asked to render. */
export interface PageRequest {
  readonly plan: SoundPlan;
  readonly lines: Readonly<Record<string, string>>;
  readonly sampleRate: number;
  readonly fromSeconds: number;
  readonly seconds: number;
}

declare global {
  /** Takes the wish; {@link nextChunk} renders. */
  var renderNight: (request: PageRequest) => void;
  /** Renders and sends the next chunk; false when there are no more. */
  var nextChunk: () => Promise<boolean>;
}

let chunks: ReturnType<typeof renderSound> | null = null;

globalThis.renderNight = ({ lines, ...request }) => {
  chunks = renderSound({
    ...request,
    workletUrl,
    findLayer: async (id) => layerFile(id),
    load: async (session, line) => {
      const url = lines[`${session}/${line}`];
      if (!url) throw new Error(`line ${session}/${line}: not recorded`);
      return (await fetch(url)).arrayBuffer();
    },
  });
};

globalThis.nextChunk = async () => {
  const next = await chunks?.next();
  if (!next || next.done) return false;
  const [left, right] = next.value;
  await fetch(CHUNK_PATH, { method: "POST", body: new Blob([left.slice(), right.slice()]) });
  return true;
};
