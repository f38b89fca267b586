import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Turns } from "../../worker/limits/turns.ts";

/** So many come back at once. */
const AT_ONCE = 1;

/** A system that is asked when the test says so. */
class System {
  #waiting: (() => void)[] = [];
  readonly turns = new Turns(() => new Promise((resolve) => this.#waiting.push(resolve)));

  /** All who wait for it go on; what they began is over when it resolves. */
  async isAsked(): Promise<void> {
    for (const resolve of this.#waiting.splice(0)) resolve();
    await settled();
  }

  /** The question that was put last, or first, is answered, and no other. */
  async answersThe(which: "last" | "first"): Promise<void> {
    const resolve = which === "last" ? this.#waiting.pop() : this.#waiting.shift();
    resolve?.();
    await settled();
  }

  /** @returns whether the connection has had its turn by now */
  async comes(connection: string): Promise<() => boolean> {
    let had = false;
    this.turns
      .take(connection, () => {})
      .then(() => {
        had = true;
      });
    await settled();
    return () => had;
  }

  /** Connections that come, and come back until no more of them may at once. */
  static async full(...connections: readonly string[]): Promise<System> {
    const system = new System();
    for (const connection of connections) await system.comes(connection);
    for (let i = 0; i < AT_ONCE; i++) await system.comes(connections[0] ?? "");
    return system;
  }
}

async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

describe("turns", () => {
  it("let everyone go at once who has not had one", async () => {
    const system = await System.full("a", "b");
    for (const connection of ["c", "d", "e"]) expect((await system.comes(connection))()).toBe(true);
  });

  it("let one come back at once, and the others when the system has been asked", async () => {
    const system = new System();
    for (const connection of ["a", "b", "c"]) await system.comes(connection);
    expect((await system.comes("a"))()).toBe(true);
    const back = await system.comes("b");
    expect(back()).toBe(false);
    await system.isAsked();
    expect(back()).toBe(true);
    expect((await system.comes("c"))()).toBe(true);
  });

  it("go on when the request that began a round is given up, and its question with it", async () => {
    const system = await System.full("a", "b");
    const back = await system.comes("a");
    await system.answersThe("last");
    expect(back()).toBe(true);
  });

  it("let two that cannot be told apart wait for each other", async () => {
    const system = await System.full("a", "b");
    const waiting = [];
    for (let i = 0; i < AT_ONCE + 2; i++) waiting.push(await system.comes("a"));
    await system.isAsked();
    expect(waiting.map((had) => had())).toEqual([...Array(AT_ONCE + 1).fill(true), false]);
    await system.isAsked();
    expect(waiting.at(-1)?.()).toBe(true);
  });

  it("are not over because a question of the round before is answered late", async () => {
    const system = await System.full("a", "b");
    await system.comes("a");
    await system.answersThe("last");
    for (let i = 0; i <= AT_ONCE; i++) await system.comes("b");
    // The first round's own question, after the second has begun and put its own.
    await system.answersThe("first");
    expect((await system.comes("b"))()).toBe(false);
  });

  it("let each connection have one before the system has been asked, but for one, and everyone then", async () => {
    const step = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(..."abcdefgh") }, fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const system = new System();
        const waiting = new Map<string, () => boolean>();
        const had = new Set<string>();
        let back = 0;
        for (const connection of steps) {
          if (connection === null) {
            await system.isAsked();
            for (const hasHad of waiting.values()) expect(hasHad()).toBe(true);
            had.clear();
            for (const waited of waiting.keys()) had.add(waited);
            waiting.clear();
            back = 0;
          } else if (!waiting.has(connection)) {
            // A connection sends nothing more until it has been answered.
            const hasHad = await system.comes(connection);
            expect(hasHad()).toBe(!had.has(connection) || back < AT_ONCE);
            if (!hasHad()) waiting.set(connection, hasHad);
            else if (had.has(connection)) back++;
            had.add(connection);
          }
        }
      }),
    );
  });
});
