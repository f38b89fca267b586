import type { NarrationPack } from "../session/narration.ts";
import { recordingOf } from "../session/recording-of.ts";
import type { Fetch } from "./answer.ts";

/** A recorded pack as the night plays it. */
export interface RecordedPack {
  /** Length of a line, seconds; null where it has not been recorded. */
  seconds(session: string, line: string): number | null;
  /** Address of the line to choose the narrator by. */
  readonly sampleUrl: string;
  /** Fetches a line's recording. Rejects where it cannot be had. */
  load(session: string, line: string): Promise<ArrayBuffer>;
}

/** A line that takes longer is left to its caption, so that the next ones still come. */
const PATIENCE_MS = 20_000;

export function recordedPack(pack: NarrationPack, fetch: Fetch): RecordedPack {
  const lineOf = (session: string, line: string) => recordingOf(pack, session, line);
  return {
    seconds: (session, line) => lineOf(session, line)?.seconds ?? null,
    sampleUrl: pack.lines[pack.sample]?.url ?? "",
    async load(session, line) {
      const recording = lineOf(session, line);
      if (!recording) throw new Error(`narration: ${pack.id} has no ${session}/${line}`);
      const response = await fetch(recording.url, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!response.ok) throw new Error(`narration: ${recording.url} answered ${response.status}`);
      return await response.arrayBuffer();
    },
  };
}
