import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Loaded, LoadPlan } from "./load-plan.ts";

/** Loads a service from a process of its own. */
export async function load(plan: LoadPlan): Promise<Loaded> {
  const child = fork(fileURLToPath(import.meta.resolve("./load-process.ts")));
  try {
    child.send(plan);
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`the load ended with ${code}`);
    });
    const [loaded]: Loaded[] = await Promise.race([once(child, "message"), failed]);
    if (!loaded) throw new Error("the load said nothing");
    return loaded;
  } finally {
    child.kill();
  }
}
