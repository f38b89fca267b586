import type { Ears } from "../../../src/engine/ears.ts";
import type { Levels } from "../../../src/engine/level-tap.ts";
import type { FaultKind } from "../../helper/soak/faults.ts";

/** What the soak does inside a page. */
export interface Soak {
  /** Lets a fault happen; resolves when it is over. Not for what only the browser can do: `frozen`, `shown`. */
  suffer(kind: FaultKind, seconds: number): Promise<{ readonly fromMs: number; readonly untilMs: number }>;
  /** Presses a button of the screen. @returns whether it was there */
  press(button: string): boolean;
  /** Everything that was heard, one course for each context. */
  heard(): (Levels & { readonly sampleRate: number; readonly endSeconds: number })[];
}

declare global {
  var soak: Soak;
}

/** Installs {@link Soak} before the app's own scripts. Runs in the page: nothing from outside can be used. */
export function installSoak(): void {
  const contexts: AudioContext[] = [];
  const ears: Ears[] = [];
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  globalThis.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.push(this);
    }
  };
  Object.defineProperty(globalThis, "luwteEars", {
    get: () => ears.at(-1),
    set: (each: Ears) => ears.push(each),
  });
  const block = (ms: number) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
  const press = (name: string) => {
    const buttons = [...document.querySelectorAll("button")];
    const found = buttons.find((button) => button.textContent?.trim() === name);
    found?.click();
    return found !== undefined;
  };
  const fail = (error: unknown) => {
    throw error;
  };
  globalThis.soak = {
    press,
    heard: () =>
      ears.map((each) => ({
        ...each.levels(),
        sampleRate: each.sampleRate,
        endSeconds: each.endSeconds(),
      })),
    async suffer(kind, seconds) {
      const context = contexts.at(-1);
      if (!context) throw new Error("soak: the app has no context");
      const fromMs = performance.now();
      const ms = seconds * 1000;
      switch (kind) {
        case "blocked":
          block(ms);
          break;
        case "suspended":
          await context.suspend();
          await wait(ms);
          press("Go on");
          break;
        case "flickering":
          await context.suspend();
          await wait(ms / 2);
          await context.resume();
          await wait(ms / 2);
          press("Go on");
          break;
        case "stunned":
          context.suspend().catch(fail);
          block(ms);
          // The app hears of it now.
          await wait(200);
          press("Go on");
          break;
        case "closed":
          await context.close();
          break;
        case "called":
          // As iOS has it: the context says by itself that somebody else has the sound.
          Object.defineProperty(context, "state", { configurable: true, get: () => "interrupted" });
          await context.suspend();
          await wait(ms);
          Reflect.deleteProperty(context, "state");
          await context.resume();
          break;
        default:
          throw new Error(`soak: ${kind} is the browser's to do`);
      }
      return { fromMs, untilMs: performance.now() };
    },
  };
}
