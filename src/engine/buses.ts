import type { Context } from "tone/build/esm/core/context/Context.js";
import { Gain } from "tone/build/esm/core/context/Gain.js";
import { connect, connectSeries } from "tone/build/esm/core/context/ToneAudioNode.js";
import { createLimiter, type LimiterNode } from "./limiter-node.ts";
import { createShelf, type ShelfNode } from "./shelf.ts";

/** True peak that nothing passes, dBTP. */
export const CEILING_DB = -1;

/** The mix points that can be listened to. `narration` is dry: before the room. */
export const BUS_NAMES = ["layers", "narration", "cues", "master"] as const;
export type BusName = (typeof BUS_NAMES)[number];

/**
 * The signal flow of a night:
 * ```
 * layers → ducker → sleep shelf ┐
 * narration (+ room) ───────────┼→ presence → master fade → night ceiling, limiter, end gate → destination
 * cues ─────────────────────────┘
 * ```
 * `presence` is how the night enters, is held and returns; the master fade is how it ends.
 */
export class Buses {
  readonly layers: Gain;
  readonly ducker: Gain;
  readonly shelf: ShelfNode;
  /** What narration sources connect to, dry. */
  readonly narration: Gain;
  readonly cues: Gain;
  readonly presence: Gain;
  readonly ending: Gain;
  readonly limiter: LimiterNode;

  /** @param ceilingLufs loudness that the whole may not pass */
  constructor(context: Context, ceilingLufs: number | null = null) {
    const gain = (value: number) => new Gain({ context, gain: value });
    this.layers = gain(1);
    this.ducker = gain(1);
    this.shelf = createShelf(context);
    this.narration = gain(1);
    this.cues = gain(1);
    this.presence = gain(0);
    this.ending = gain(1);
    this.limiter = createLimiter(context, { ceilingDb: CEILING_DB, ceilingLufs });
    connectSeries(this.layers, this.ducker, this.shelf.node, this.presence);
    this.narration.connect(this.presence);
    this.cues.connect(this.presence);
    connectSeries(this.presence, this.ending, this.limiter.node);
    connect(this.limiter.node, context.rawContext.destination);
  }

  /** Where a bus can be heard. */
  output(bus: BusName): Gain | AudioNode {
    switch (bus) {
      case "layers":
        return this.ducker;
      case "narration":
        return this.narration;
      case "cues":
        return this.cues;
      case "master":
        return this.limiter.node;
    }
  }

  dispose(): void {
    this.limiter.dispose();
    this.shelf.dispose();
    for (const node of [this.layers, this.ducker, this.narration, this.cues]) node.dispose();
    this.presence.dispose();
    this.ending.dispose();
  }
}
