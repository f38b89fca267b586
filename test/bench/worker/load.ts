import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Loaded, LoadPlan } from "./load-plan.ts";

/**
 * Loads a service from a process of its own. One for all that is measured: a new one takes a tenth of its first second to
 * warm up, and what it then waits for itself would count as the service's slowest hundredth.
 */
export class Loader {
  readonly #child: ChildProcess = fork(fileURLToPath(import.meta.resolve("./load-process.ts")));

  async load(plan: LoadPlan): Promise<Loaded> {
    const over = new AbortController();
    const ended = once(this.#child, "exit", { signal: over.signal }).then(([code]) => {
      throw new Error(`the load ended with ${code}`);
    });
    const answered = once(this.#child, "message", { signal: over.signal });
    this.#child.send(plan);
    try {
      const [loaded]: Loaded[] = await Promise.race([answered, ended]);
      if (!loaded) throw new Error("the load said nothing");
      return loaded;
    } finally {
      ended.catch(() => {});
      answered.catch(() => {});
      over.abort();
    }
  }

  stop(): void {
    this.#child.kill();
  }
}
