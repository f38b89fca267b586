import type { AudioThread } from "./audio-thread.ts";
import type { GuideTrack } from "./guide-track.ts";
import type { feedLines } from "./line-feeder.ts";
import type { createRoom } from "./room.ts";

/** What only a guide needs: its lines and bells, how they come, and the room that it speaks in. */
export interface GuideParts {
  readonly GuideTrack: typeof GuideTrack;
  readonly feedLines: typeof feedLines;
  readonly createRoom: typeof createRoom;
}

/** Brings them: a bed is heard without. Rejects where they cannot be had. */
export async function bringGuideParts(thread: AudioThread): Promise<GuideParts> {
  const [{ GuideTrack }, { feedLines }, { bringRoom, createRoom }] = await Promise.all([
    import("./guide-track.ts"),
    import("./line-feeder.ts"),
    import("./room.ts"),
  ]);
  await bringRoom(thread);
  return { GuideTrack, feedLines, createRoom };
}
