import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deviceSpeech } from "../../src/night/speech.ts";
import { settle } from "./helper/rig.ts";

/** What the browser makes of a sentence. */
class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = "";
  rate = 1;
  volume = 1;
  onend = (): void => undefined;
  onerror = (): void => undefined;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function voice(lang: string, name: string, localService: boolean): SpeechSynthesisVoice {
  return { lang, name, localService, default: false, voiceURI: name };
}

/** A device that speaks when it is told to, as far as the test lets it. */
function device(voices: SpeechSynthesisVoice[]) {
  const spoken: Utterance[] = [];
  const underway: Utterance[] = [];
  const synthesis = {
    getVoices: () => voices,
    get speaking() {
      return underway.length > 0;
    },
    pending: false,
    speak: (utterance: Utterance) => {
      spoken.push(utterance);
      underway.push(utterance);
    },
    cancel: () => {
      for (const utterance of underway.splice(0)) utterance.onerror();
    },
  };
  return { spoken, speech: deviceSpeech(synthesis as unknown as SpeechSynthesis) };
}

const VOICES = [
  voice("en-GB", "Kate", true),
  voice("nl-NL", "away", false),
  voice("nl-BE", "here", true),
  voice("nl-NL", "also here", true),
];

beforeEach(() => vi.stubGlobal("SpeechSynthesisUtterance", Utterance));
afterEach(() => vi.unstubAllGlobals());

/** Whether a promise has resolved yet. */
async function done(promise: Promise<void>): Promise<boolean> {
  let resolved = false;
  void promise.then(() => {
    resolved = true;
  });
  await settle();
  return resolved;
}

describe("the device's own speech", () => {
  test("has the language's own voice, one that needs no network first", () => {
    const { speech, spoken } = device(VOICES);
    void speech.say("Het is laat.", "nl", 0);
    expect(spoken[0]).toMatchObject({ text: "Het is laat.", lang: "nl-BE", volume: 1, rate: 0.8 });
    expect(spoken[0]?.voice?.name).toBe("here");
    const away = device(VOICES.slice(0, 2));
    void away.speech.say("Het is laat.", "nl", 0);
    expect(away.spoken[0]?.voice?.name).toBe("away");
  });

  test("is as loud as asked, and never louder than the device allows", () => {
    const { speech, spoken } = device(VOICES);
    void speech.say("It's late.", "en", -6);
    void speech.say("It's late.", "en", 6);
    expect(spoken[0]?.volume).toBeCloseTo(0.5012, 4);
    expect(spoken[1]?.volume).toBe(1);
  });

  test("is over when the sentence ends, and also when it breaks off", async () => {
    const { speech, spoken } = device(VOICES);
    const said = speech.say("It's late.", "en", 0);
    expect(await done(said)).toBe(false);
    spoken[0]?.onend();
    expect(await done(said)).toBe(true);
    const broken = speech.say("It's late.", "en", 0);
    spoken[1]?.onerror();
    expect(await done(broken)).toBe(true);
  });

  test("does not queue: a sentence takes the place of one that is not over", async () => {
    const { speech } = device(VOICES);
    const first = speech.say("It's late.", "en", 0);
    const second = speech.say("That's enough.", "en", 0);
    expect([await done(first), await done(second)]).toEqual([true, false]);
  });

  test("is hushed in the middle of a sentence", async () => {
    const { speech } = device(VOICES);
    const said = speech.say("It's late.", "en", 0);
    speech.hush();
    expect(await done(said)).toBe(true);
  });

  test("without a voice for the language says nothing and holds nothing up", async () => {
    const { speech, spoken } = device([voice("de-DE", "Anna", true)]);
    expect(speech.available("nl")).toBe(false);
    expect(await done(speech.say("Het is laat.", "nl", 0))).toBe(true);
    expect(spoken).toEqual([]);
  });

  test("is not there where the browser has none", async () => {
    const speech = deviceSpeech(undefined);
    expect(speech.available("nl")).toBe(false);
    expect(await done(speech.say("Het is laat.", "nl", 0))).toBe(true);
    speech.hush();
  });
});
