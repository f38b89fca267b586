import type { Served } from "../../../src/cli/serve/workerd.ts";
import { load } from "./load.ts";
import type { Loaded } from "./load-plan.ts";
import type { Route } from "./routes.ts";
import { processorSeconds } from "./service.ts";

/** Profiles in use at a time, and how many new ones come to them a second: with those of the last 10 s, 200 are live. */
const WINDOW = 100;
const WINDOW_PER_SECOND = 10;
export const LIVE = 200;

export interface Turn extends Loaded {
  readonly processorSeconds: number;
}

/** Loads one route after another, and keeps in mind what the profiles hold by now and which of them are in use. */
export class Turns {
  readonly #seconds: number;
  #revisions: readonly number[];
  #windowStart = 0;

  constructor(profiles: number, seconds: number) {
    this.#seconds = seconds;
    this.#revisions = Array(profiles).fill(1);
  }

  async take(served: Served, { name, socket, requests, connections }: Route): Promise<Turn> {
    const moving = requests.length > WINDOW;
    const began = processorSeconds(served.processId);
    const loaded = await load({
      port: await served.portOf(socket),
      connections,
      seconds: this.#seconds,
      requests,
      window: Math.min(WINDOW, requests.length),
      windowStart: moving ? this.#windowStart : 0,
      windowPerSecond: moving ? WINDOW_PER_SECOND : 0,
      revisions: this.#revisions,
    });
    if (moving) this.#windowStart = loaded.windowStart;
    if (name === "write") this.#revisions = loaded.revisions;
    return { ...loaded, processorSeconds: processorSeconds(served.processId) - began };
  }
}
