import { afterEach, describe, expect, test, vi } from "vitest";
import { Anchor, anchorWav } from "../../src/night/anchor.ts";
import { rms } from "../helper/levels.ts";
import { settle } from "./helper/rig.ts";

type Howler = Awaited<ReturnType<ConstructorParameters<typeof Anchor>[0]>>;

/** Howler as the anchor sees it: it plays or it does not. It comes, or fails to, when the test says so. */
function howler() {
  const made: { options: Record<string, unknown>; plays: boolean }[] = [];
  class FakeHowl {
    readonly #own: (typeof made)[number];
    constructor(options: Record<string, unknown>) {
      this.#own = { options, plays: false };
      made.push(this.#own);
    }
    playing(): boolean {
      return this.#own.plays;
    }
    play(): void {
      if (this.#own.plays) throw new Error("a second sound of the same element");
      this.#own.plays = true;
    }
    pause(): void {
      this.#own.plays = false;
    }
  }
  const waiting: { resolve(howler: Howler): void; reject(error: Error): void }[] = [];
  const anchor = new Anchor(() => new Promise((resolve, reject) => void waiting.push({ resolve, reject })));
  return {
    anchor,
    made,
    async arrives() {
      for (const { resolve } of waiting) resolve({ Howl: FakeHowl, Howler: {} } as unknown as Howler);
      await settle();
    },
    async fails() {
      for (const { reject } of waiting.splice(0)) reject(new Error("no connection"));
      await settle();
    },
  };
}

describe("the lock-screen anchor", () => {
  test("is made without playing, streams through an element, and plays once wanted", async () => {
    const { anchor, made, arrives } = howler();
    void anchor.prepare();
    await arrives();
    expect(made).toMatchObject([{ plays: false, options: { html5: true, volume: 1 } }]);
    anchor.start();
    anchor.start();
    await settle();
    expect(made).toMatchObject([{ plays: true }]);
    anchor.pause();
    expect(made).toMatchObject([{ plays: false }]);
  });

  test("that comes late plays, unless the night was held meanwhile", async () => {
    const late = howler();
    late.anchor.start();
    await late.arrives();
    expect(late.made).toMatchObject([{ plays: true }]);
    const held = howler();
    held.anchor.start();
    held.anchor.pause();
    await held.arrives();
    expect(held.made).toMatchObject([{ plays: false }]);
  });

  test("is one element, also when a night begins while it is being fetched", async () => {
    const { anchor, made, arrives } = howler();
    void anchor.prepare();
    anchor.start();
    await arrives();
    expect(made).toMatchObject([{ plays: true }]);
  });

  test("that does not come leaves the night alone, and comes the next time", async () => {
    const { anchor, made, arrives, fails } = howler();
    anchor.start();
    await fails();
    expect(made).toEqual([]);
    anchor.start();
    await arrives();
    expect(made).toMatchObject([{ plays: true }]);
  });
});

describe("its element", () => {
  /** An audio element as far as the anchor goes; `allowed` = the browser lets it play by itself. */
  class FakeAudio extends EventTarget {
    paused = true;
    allowed = true;
    async play(): Promise<void> {
      if (!this.allowed) throw new Error("not allowed");
      this.paused = false;
    }
    /** As the system does it: the page is told afterwards. */
    stopped(): () => void {
      this.paused = true;
      return () => this.dispatchEvent(new Event("pause"));
    }
  }

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  async function playing() {
    vi.stubGlobal("HTMLAudioElement", FakeAudio);
    const element = new FakeAudio();
    class FakeHowl {
      readonly _sounds = [{ _node: element }];
      playing = () => !element.paused;
      play = () => element.play();
      pause = () => element.stopped()();
    }
    const anchor = new Anchor(async () => ({ Howl: FakeHowl, Howler: {} }) as unknown as Howler);
    let taken = 0;
    anchor.onTaken(() => taken++);
    anchor.start();
    await settle();
    return { anchor, element, taken: () => taken };
  }

  test("paused by the system tells of it; by the night, not", async () => {
    const system = await playing();
    system.element.stopped()();
    expect(system.taken()).toBe(1);
    const night = await playing();
    night.anchor.pause();
    expect(night.taken()).toBe(0);
  });

  test("that stopped because the page was frozen plays on when it wakes, and nobody has taken it", async () => {
    const { anchor, element, taken } = await playing();
    const tell = element.stopped();
    anchor.thaw();
    tell();
    await settle();
    expect([element.paused, taken()]).toEqual([false, 0]);
  });

  test("that may not play on is as good as taken; that of a held night stays still", async () => {
    const refused = await playing();
    const tell = refused.element.stopped();
    refused.element.allowed = false;
    refused.anchor.thaw();
    tell();
    await settle();
    expect(refused.taken()).toBeGreaterThan(0);
    const held = await playing();
    held.anchor.pause();
    held.anchor.thaw();
    await settle();
    expect(held.element.paused).toBe(true);
  });
});

describe("its noise", () => {
  const bytes = anchorWav();
  const view = new DataView(bytes);
  const text = (at: number) => String.fromCharCode(...new Uint8Array(bytes, at, 4));

  test("is a WAV file of 12 s", () => {
    expect([text(0), text(8), text(12), text(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
    expect(view.getUint32(4, true)).toBe(bytes.byteLength - 8);
    expect(view.getUint32(40, true)).toBe(bytes.byteLength - 44);
    const [pcm, channels, bits] = [20, 22, 34].map((at) => view.getUint16(at, true));
    expect([pcm, channels, bits]).toEqual([1, 1, 16]);
    const rate = view.getUint32(24, true);
    const bytesPerSecond = view.getUint32(28, true);
    expect(bytesPerSecond).toBe(rate * view.getUint16(32, true));
    expect(view.getUint32(40, true) / bytesPerSecond).toBe(12);
  });

  test("is at -58 dBFS: heard by the browser, not by people; around nothing", () => {
    const samples = Float32Array.from(new Int16Array(bytes, 44), (value) => value / 32768);
    expect(Math.abs(20 * Math.log10(rms(samples)) + 58)).toBeLessThan(0.5);
    expect(Math.abs(samples.reduce((sum, value) => sum + value, 0) / samples.length)).toBeLessThan(1e-4);
  });
});
