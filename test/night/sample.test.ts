import { describe, expect, test } from "vitest";
import type { Pack } from "../../src/night/deps.ts";
import { playSample } from "../../src/night/sample.ts";
import { SamplePlayer } from "../../src/night/sample-player.ts";
import { settle, spoken } from "./helper/rig.ts";

/** What a sample is played with. @param speaks whether the device has a voice */
function player(speaks = true) {
  const heard: string[] = [];
  const stopped: string[] = [];
  const pack: Pack = {
    seconds: () => 2,
    sampleUrl: "/fenna.mp3",
    load: () => Promise.reject(new Error("a sample is not decoded")),
  };
  return {
    heard,
    stopped,
    deps: {
      pack: async (language: string, narrator: string) => {
        if (narrator !== "fenna") throw new Error(`narration: there is no ${language}/${narrator}`);
        return pack;
      },
      samples: { play: async (url: string) => void heard.push(url), stop: () => void stopped.push("file") },
      opening: async () => spoken("opening", ["usual", "sample"]),
      speech: {
        available: () => speaks,
        say: async (text: string, language: string, gainDb: number) =>
          void heard.push(`${language} ${gainDb} dB: ${text}`),
        hush: () => void stopped.push("speech"),
      },
    },
  };
}

describe("a narrator's sample", () => {
  test("is the recording that its pack names", async () => {
    const { deps, heard } = player();
    await playSample(deps, { kind: "pack", id: "fenna" }, "nl");
    expect(heard).toEqual(["/fenna.mp3"]);
  });

  test("is the opening's own line where the device speaks", async () => {
    const { deps, heard } = player();
    await playSample(deps, { kind: "device" }, "nl");
    expect(heard).toEqual(["nl 0 dB: Dit is sample."]);
  });

  test("takes the place of whatever is heard now", async () => {
    for (const narrator of [{ kind: "pack", id: "fenna" }, { kind: "device" }] as const) {
      const { deps, stopped } = player();
      await playSample(deps, narrator, "nl");
      expect(stopped).toEqual(["file", "speech"]);
    }
  });

  test("is silence where there are no spoken words", async () => {
    const { deps, heard } = player();
    await playSample(deps, { kind: "captions" }, "nl");
    await playSample(deps, { kind: "none" }, "nl");
    expect(heard).toEqual([]);
  });

  test("is refused where there is no such pack, or no voice", async () => {
    const { deps, heard } = player(false);
    await expect(playSample(deps, { kind: "pack", id: "gone" }, "nl")).rejects.toThrow("nl/gone");
    await expect(playSample(deps, { kind: "device" }, "nl")).rejects.toThrow("no voice for nl");
    expect(heard).toEqual([]);
  });
});

describe("a file played through Howler", () => {
  type Load = ConstructorParameters<typeof SamplePlayer>[0];
  type Options = { src: string[]; html5: boolean; onend(): void; onloaderror(): void; onplayerror(): void };

  /** Howler up to its elements: what each was given, and whether it plays or has been let go. */
  function howler() {
    const elements: { options: Options; played: number; unloaded: number }[] = [];
    class FakeHowl {
      readonly #element: (typeof elements)[number];
      constructor(options: Options) {
        this.#element = { options, played: 0, unloaded: 0 };
        elements.push(this.#element);
      }
      play(): void {
        this.#element.played++;
      }
      unload(): void {
        this.#element.unloaded++;
      }
    }
    const load = (async () => ({ Howl: FakeHowl })) as unknown as Load;
    return { elements, samples: new SamplePlayer(load) };
  }

  test("streams through an element, is over at its end, and the element is let go", async () => {
    const { elements, samples } = howler();
    const playing = samples.play("/fenna.mp3");
    await settle();
    expect(elements).toMatchObject([
      { played: 1, unloaded: 0, options: { src: ["/fenna.mp3"], html5: true } },
    ]);
    elements[0]?.options.onend();
    await playing;
    expect(elements[0]?.unloaded).toBe(1);
  });

  test.each(["onloaderror", "onplayerror"] as const)("that fails (%s) says so", async (event) => {
    const { elements, samples } = howler();
    const playing = samples.play("/fenna.mp3");
    await settle();
    elements[0]?.options[event]();
    await expect(playing).rejects.toThrow("sample: could not be");
    expect(elements[0]?.unloaded).toBe(1);
  });

  test("makes way for the next one, and is over", async () => {
    const { elements, samples } = howler();
    const first = samples.play("/fenna.mp3");
    await settle();
    const second = samples.play("/wessel.mp3");
    await first;
    await settle();
    expect(elements).toMatchObject([{ unloaded: 1 }, { played: 1, unloaded: 0 }]);
    samples.stop();
    await second;
    expect(elements[1]?.unloaded).toBe(1);
    samples.stop();
    expect(elements[1]?.unloaded).toBe(1);
  });

  test("that is stopped before it has come is not heard", async () => {
    const { elements, samples } = howler();
    const playing = samples.play("/fenna.mp3");
    samples.stop();
    await playing;
    expect(elements).toEqual([]);
  });
});
