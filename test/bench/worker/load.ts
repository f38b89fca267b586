import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Loaded, LoadPlan } from "./load-plan.ts";

/**
 * Loads a service from a process of its own. One for all that is measured: a new one takes a tenth of its first second to
 * warm up, and what it then waits for itself would count as the service's slowest hundredth.
 */
export class Loader {
  readonly #child = fork(fileURLToPath(import.meta.resolve("./load-process.ts")));
  readonly #ended = once(this.#child, "exit").then(([code]) => {
    throw new Error(`the load ended with ${code}`);
  });
  /** Routes whose requests the process knows. */
  readonly #known = new Set<string>();

  constructor() {
    // It ends when it is stopped, and nobody waits for it then.
    this.#ended.catch(() => {});
  }

  /** @param requests what is asked of the plan's route; sent once: ten thousand of them are 10 MB */
  async load(plan: Omit<LoadPlan, "requests">, requests: readonly string[]): Promise<Loaded> {
    const whole: LoadPlan = { ...plan, requests: this.#known.has(plan.route) ? null : requests };
    this.#known.add(plan.route);
    const answered = once(this.#child, "message");
    this.#child.send(whole);
    const [loaded]: Loaded[] = await Promise.race([answered, this.#ended]);
    if (!loaded) throw new Error("the load said nothing");
    return loaded;
  }

  stop(): void {
    this.#child.kill();
  }
}
