import { describe, expect, test } from "vitest";
import type { Pack } from "../../src/night/deps.ts";
import { playSample } from "../../src/night/sample.ts";
import { playFile } from "../../src/night/sample-player.ts";
import { settle, spoken } from "./helper/rig.ts";

/** What a sample is played with. @param speaks whether the device has a voice */
function player(speaks = true) {
  const heard: string[] = [];
  const pack: Pack = {
    seconds: () => 2,
    sampleUrl: "/fenna.mp3",
    load: () => Promise.reject(new Error("a sample is not decoded")),
  };
  return {
    heard,
    deps: {
      pack: async (language: string, narrator: string) => {
        if (narrator !== "fenna") throw new Error(`narration: there is no ${language}/${narrator}`);
        return pack;
      },
      playFile: async (url: string) => void heard.push(url),
      opening: async () => spoken("opening", ["usual", "sample"]),
      speech: {
        available: () => speaks,
        say: async (text: string, language: string, gainDb: number) =>
          void heard.push(`${language} ${gainDb} dB: ${text}`),
        hush: () => undefined,
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
  type Load = Parameters<typeof playFile>[0];
  type Options = { src: string[]; html5: boolean; onend(): void; onloaderror(): void; onplayerror(): void };

  /** Howler up to the element: what it was given, and whether it plays or has let go of it. */
  function howler() {
    const seen = { options: null as Options | null, played: 0, unloaded: 0 };
    class FakeHowl {
      constructor(options: Options) {
        seen.options = options;
      }
      play(): void {
        seen.played++;
      }
      unload(): void {
        seen.unloaded++;
      }
    }
    const load = (async () => ({ Howl: FakeHowl })) as unknown as Load;
    return { seen, load };
  }

  test("streams through an element, is over at its end, and the element is let go", async () => {
    const { seen, load } = howler();
    const playing = playFile(load, "/fenna.mp3");
    await settle();
    expect(seen).toMatchObject({ played: 1, unloaded: 0, options: { src: ["/fenna.mp3"], html5: true } });
    seen.options?.onend();
    await playing;
    expect(seen.unloaded).toBe(1);
  });

  test.each(["onloaderror", "onplayerror"] as const)("that fails (%s) says so", async (event) => {
    const { seen, load } = howler();
    const playing = playFile(load, "/fenna.mp3");
    await settle();
    seen.options?.[event]();
    await expect(playing).rejects.toThrow("sample: could not be");
    expect(seen.unloaded).toBe(1);
  });
});
