import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Turns } from "../../worker/limits/turns.ts";

/** A system that is asked when the test says so. */
class System {
  readonly turns = new Turns(() => new Promise((resolve) => this.#waiting.push(resolve)));
  #waiting: (() => void)[] = [];

  get timesToAsk(): number {
    return this.#waiting.length;
  }

  /** All who wait for it go on; what they began is over when it resolves. */
  async isAsked(): Promise<void> {
    for (const resolve of this.#waiting.splice(0)) resolve();
    await settled();
  }

  /** @returns whether the connection has had its turn by now */
  async comes(connection: string): Promise<() => boolean> {
    let had = false;
    const taken = this.turns.take(connection, () => {});
    taken.then(() => {
      had = true;
    });
    await settled();
    return () => had;
  }
}

async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

describe("turns", () => {
  it("let everyone go at once who has not had one", async () => {
    const system = new System();
    for (const connection of ["a", "b", "c"]) expect((await system.comes(connection))()).toBe(true);
  });

  it("let one that comes back wait until the system has been asked", async () => {
    const system = new System();
    await system.comes("a");
    await system.comes("b");
    const back = await system.comes("a");
    expect(back()).toBe(false);
    await system.isAsked();
    expect(back()).toBe(true);
    expect((await system.comes("b"))()).toBe(true);
  });

  it("let one that is alone wait each sixteenth time only", async () => {
    const system = new System();
    for (let i = 0; i < 16; i++) expect((await system.comes("a"))()).toBe(true);
    const back = await system.comes("a");
    expect(back()).toBe(false);
    await system.isAsked();
    expect(back()).toBe(true);
  });

  it("go on when the request that began a round is given up, and its question with it", async () => {
    const waiting: (() => void)[] = [];
    let asked = 0;
    const turns = new Turns(() =>
      asked++ === 0 ? new Promise(() => {}) : new Promise((on) => waiting.push(on)),
    );
    await turns.take("a", () => {});
    await turns.take("b", () => {});
    const back = turns.take("a", () => {});
    await settled();
    for (const resolve of waiting) resolve();
    await back;
  });

  it("let two that cannot be told apart go one after the other", async () => {
    const system = new System();
    await system.comes("a");
    await system.comes("b");
    await system.comes("b");
    const first = await system.comes("a");
    const second = await system.comes("a");
    await system.isAsked();
    expect([first(), second()]).toEqual([true, false]);
    await system.isAsked();
    expect(second()).toBe(true);
  });

  it("are not over because a question of the round before is answered late", async () => {
    const answers: (() => void)[] = [];
    const turns = new Turns(() => new Promise((resolve) => answers.push(resolve)));
    await turns.take("a", () => {});
    await turns.take("b", () => {});
    const back = turns.take("a", () => {});
    const [ofTheRound, ofA] = answers;
    ofA?.();
    await back;
    await turns.take("b", () => {});
    ofTheRound?.();
    await settled();
    let again = false;
    turns
      .take("b", () => {})
      .then(() => {
        again = true;
      });
    await settled();
    expect(again).toBe(false);
  });

  it("never let one of several have a second turn before the system has been asked, and let everyone have it then", async () => {
    const step = fc.oneof({ weight: 3, arbitrary: fc.constantFrom("a", "b", "c", "d") }, fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const system = new System();
        const waiting = new Map<string, () => boolean>();
        await system.comes("someone else");
        const had = new Set<string>();
        for (const connection of steps) {
          // As a connection does, which sends nothing more until it has been answered.
          if (connection !== null && !waiting.has(connection)) {
            const hasHad = await system.comes(connection);
            expect(hasHad()).toBe(!had.has(connection));
            if (hasHad()) had.add(connection);
            else waiting.set(connection, hasHad);
          }
          if (connection === null) {
            await system.isAsked();
            for (const hasHad of waiting.values()) expect(hasHad()).toBe(true);
            await system.comes("someone else");
            had.clear();
            for (const connection of waiting.keys()) had.add(connection);
            waiting.clear();
          }
        }
      }),
    );
  });
});
