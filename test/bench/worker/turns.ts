import type { Served } from "../../../src/cli/serve/workerd.ts";
import { Loader } from "./load.ts";
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

/** Loads one route after another, and keeps in mind which profiles are in use. */
export class Turns {
  readonly #seconds: number;
  readonly #loader = new Loader();
  #windowStart = 0;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  async take(served: Served, { name, socket, requests, connections }: Route): Promise<Turn> {
    const moving = requests.length > WINDOW;
    const began = processorSeconds(served.processId);
    const plan = {
      port: await served.portOf(socket),
      connections,
      seconds: this.#seconds,
      route: name,
      window: Math.min(WINDOW, requests.length),
      windowStart: moving ? this.#windowStart : 0,
      windowPerSecond: moving ? WINDOW_PER_SECOND : 0,
    };
    const loaded = await this.#loader.load(plan, requests);
    if (moving) this.#windowStart = loaded.windowStart;
    return { ...loaded, processorSeconds: processorSeconds(served.processId) - began };
  }

  stop(): void {
    this.#loader.stop();
  }
}
