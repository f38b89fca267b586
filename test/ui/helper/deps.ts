import { entryOf } from "../../../src/api/entryOf.ts";
import { languages } from "../../../src/i18n/language.ts";
import { loadMessages } from "../../../src/i18n/load.ts";
import { loadNames } from "../../../src/i18n/names.ts";
import { wordsOf } from "../../../src/i18n/words.ts";
import type { Routine } from "../../../src/session/routine.ts";
import type { Language } from "../../../src/session/schema.ts";
import { DEFAULT_ROUTINE } from "../../../src/store/routine.ts";
import type { AppDeps } from "../../../src/ui/model/deps.ts";
import { createNotices } from "../../../src/ui/model/notices.ts";
import { FakePlayer } from "./fakePlayer.ts";
import { LAYERS, PACKS, RAIN, WIND_DOWN } from "./sessions.ts";

/** 24 November 2026, 23:40, wherever the test runs. */
export const BEDTIME_MS = new Date(2026, 10, 24, 23, 40).getTime();

async function wordsIn(language: Language) {
  const { messages, missing } = await loadMessages(language);
  return { words: wordsOf(language, language === "nl" ? "nl-BE" : "en-GB", messages), missing };
}

/** Everything the screen stands on, with a scripted night and nothing on disk. */
export async function testDeps(
  options: {
    readonly language?: Language;
    readonly routine?: Partial<Routine>;
    readonly damaged?: readonly string[];
    readonly player?: FakePlayer;
    readonly account?: AppDeps["account"];
    /** Wall clock, epoch ms. */
    readonly now?: () => number;
  } = {},
): Promise<{ readonly deps: AppDeps; readonly player: FakePlayer; readonly saved: Routine[] }> {
  const now = options.now ?? (() => BEDTIME_MS);
  const player = options.player ?? new FakePlayer(now);
  const saved: Routine[] = [];
  const sessions = [RAIN, WIND_DOWN];
  const session = async (id: string) => sessions.find((each) => each.id === id) ?? null;
  const { words, missing } = await wordsIn(options.language ?? "nl");
  const deps: AppDeps = {
    player,
    words,
    missing,
    firstSession: RAIN,
    notices: createNotices(),
    routines: {
      readRoutine: async () => ({
        routine: { ...DEFAULT_ROUTINE, ...options.routine },
        damaged: options.damaged ?? [],
      }),
      saveRoutine: async (routine) => void saved.push(routine),
      protect: async () => true,
    },
    library: {
      session,
      newestSession: session,
      entries: async () => sessions.map(entryOf),
      ownEntries: async () => [],
      newestEntries: async () => ({ entries: sessions.map(entryOf), reached: true }),
      layers: async () => LAYERS,
      narrators: async () => PACKS,
    },
    account: options.account ?? (() => Promise.reject(new Error("this test has no account"))),
    loadWords: wordsIn,
    loadNames,
    languages,
    now,
  };
  return { deps, player, saved };
}
