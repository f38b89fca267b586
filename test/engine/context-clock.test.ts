import type { Context } from "tone/build/esm/core/context/Context.js";
import { expect, test, vi } from "vitest";
import { ContextClock } from "../../src/engine/context-clock.ts";

/** A context that says what it is told to say. */
function scripted() {
  const listeners = new Set<(state: AudioContextState) => void>();
  const context = {
    state: "suspended" as AudioContextState,
    rawContext: null,
    on: (_: string, listen: (state: AudioContextState) => void) => listeners.add(listen),
    off: (_: string, listen: (state: AudioContextState) => void) => listeners.delete(listen),
  };
  const say = (state: AudioContextState) => {
    context.state = state;
    for (const listen of [...listeners]) listen(state);
  };
  return { context: context as unknown as Context, say };
}

// On a busy machine a press right after the clock had stopped was taken for pulled headphones.
test("word of a rest that comes after the next run was asked for is no interruption; a stop after that is", async () => {
  const unasked = vi.fn();
  const { context, say } = scripted();
  const clock = new ContextClock(context, unasked);
  const runs = clock.run();
  say("suspended");
  say("running");
  expect(await runs).toBe(true);
  expect(unasked).not.toHaveBeenCalled();
  say("suspended");
  expect(unasked).toHaveBeenCalledExactlyOnceWith("suspended");
});

test("a call that comes before the clock runs is told", () => {
  const unasked = vi.fn();
  const { context, say } = scripted();
  void new ContextClock(context, unasked).run();
  say("interrupted");
  expect(unasked).toHaveBeenCalledExactlyOnceWith("interrupted");
});
