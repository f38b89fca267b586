import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Words } from "../../i18n/words.ts";
import type { NightRequest, NightState } from "../../night/night.ts";
import type { Routine } from "../../session/routine.ts";
import type { Language, SessionDocument } from "../../session/schema.ts";
import { DEFAULT_ROUTINE } from "../../store/routine.ts";
import type { AppDeps } from "./deps.ts";
import type { Notices } from "./notices.ts";
import { endOf, requestFor } from "./request.ts";
import { createSheets, type Sheets } from "./sheets.ts";

/** A night that a reload broke off. */
type Unfinished = Awaited<ReturnType<AppDeps["player"]["unfinished"]>>;

/** Longest wait for a remembered session after a press, milliseconds; then the default bed begins. */
const SESSION_WAIT_MS = 800;

/** State of the screen, and what a press does. Components read its signals and call its functions. */
export interface App {
  readonly deps: AppDeps;
  readonly night: ReadonlySignal<NightState>;
  readonly view: ReadonlySignal<"home" | "night" | "ended">;
  readonly routine: ReadonlySignal<Routine>;
  /** The session that Begin starts. */
  readonly session: ReadonlySignal<SessionDocument>;
  readonly words: ReadonlySignal<Words>;
  readonly unfinished: Signal<Unfinished>;
  readonly notices: Notices;
  readonly sheets: Sheets;
  /** True once this page's night is one that went on after a reload: it has had its first minute. */
  readonly wentOn: ReadonlySignal<boolean>;
  /** Resolves when the routine is as it was kept, or as it has been chosen since. */
  readonly routineRead: Promise<void>;
  /** Reads what is kept; resolves when the screen is as the person left it. */
  restore(): Promise<void>;
  change(routine: Partial<Routine>): void;
  /** Takes over a routine that was chosen elsewhere. It is kept already. */
  adopt(routine: Routine): void;
  choose(session: SessionDocument): void;
  speak(language: Language): Promise<void>;
  begin(): Promise<void>;
  /** Awake in the middle of the night: one press, wordless, softer, soon over. */
  beginAtThree(): Promise<void>;
  goOn(): Promise<void>;
  leaveEnded(): void;
}

export function createApp(deps: AppDeps): App {
  const { player, routines, library, notices } = deps;
  const night = signal<NightState>(player.state);
  const routine = signal<Routine>(DEFAULT_ROUTINE);
  const session = signal<SessionDocument>(deps.firstSession);
  const words = signal<Words>(deps.words);
  const unfinished = signal<Unfinished>(null);
  const wentOn = signal(false);
  const endedSeen = signal(true);
  const sheets = createSheets();
  let sessionLoading: Promise<void> | null = null;
  let routineIsRead = () => {};
  const routineRead = new Promise<void>((resolve) => {
    routineIsRead = resolve;
  });
  let touched = false;
  let protectedOnce = false;

  const view = computed(() => {
    const { phase } = night.value;
    if (phase === "idle") return "home";
    if (phase === "ended") return endedSeen.value ? "home" : "ended";
    return "night";
  });

  if (deps.missing) notices.tell(languageNotice(deps.missing, deps.words));

  player.subscribe((state) => {
    batch(() => {
      if (state.phase === "ended" && night.value.phase !== "ended") endedSeen.value = false;
      // Nothing about a night can be chosen once it is over, or will be in a moment.
      if ((state.phase === "ended" || state.stopping) && view.value === "night") sheets.closeAll();
      if (state.problem && state.problem !== night.value.problem) {
        notices.tell({ key: `problem.${state.problem}` });
      }
      night.value = state;
    });
  });

  async function loadChosen(id: string): Promise<void> {
    if (id === session.value.id) return;
    const found = await library.session(id).catch(() => null);
    if (found && routine.value.session === id) session.value = found;
  }

  /** A newer version of the chosen session, had quietly, is for the next night. */
  async function refreshChosen(): Promise<void> {
    const id = session.value.id;
    const newest = await library.newestSession(id).catch(() => null);
    if (newest && session.value.id === id && view.value === "home") session.value = newest;
  }

  function change(changes: Partial<Routine>): void {
    touched = true;
    routine.value = { ...routine.value, ...changes };
    routines.saveRoutine(routine.value).catch(() => notices.tell({ key: "problem.storage-closed" }));
    // A mix of one's own is the first thing that would be missed.
    if (changes.levels && !protectedOnce) {
      protectedOnce = true;
      void routines.protect().catch(() => false);
    }
  }

  async function speak(language: Language): Promise<void> {
    change({ language });
    await show(language);
    const { narrator } = routine.value;
    if (narrator?.kind !== "pack") return;
    const packs = await library.narrators().catch(() => []);
    const spoken = packs.some((pack) => pack.id === narrator.id && pack.language === language);
    if (!spoken) change({ narrator: null });
  }

  async function show(language: Language): Promise<void> {
    const loaded = await deps.loadWords(language).catch(() => null);
    if (!loaded) return;
    words.value = loaded.words;
    if (loaded.missing) notices.tell(languageNotice(loaded.missing, loaded.words));
  }

  async function restore(): Promise<void> {
    const [read, broken] = await Promise.all([
      routines.readRoutine().catch(() => null),
      player.unfinished().catch(() => null),
    ]);
    unfinished.value = night.value.phase === "idle" ? broken : null;
    // What was chosen on the screen meanwhile is newer than what was kept.
    if (read && !touched) routine.value = read.routine;
    routineIsRead();
    if (!read || touched) return;
    if (read.damaged.length > 0) notices.tell({ key: "problem.routine-damaged" });
    sessionLoading = loadChosen(read.routine.session).finally(() => {
      sessionLoading = null;
    });
    const { language } = read.routine;
    if (language && language !== words.value.language) await show(language);
    await sessionLoading;
    void refreshChosen();
  }

  /** Asks for sound, first thing in a touch. @returns false where there is no Web Audio to ask, and says so */
  function wake(): boolean {
    try {
      player.wake();
      return true;
    } catch {
      notices.tell({ key: "problem.audio-unsupported" });
      return false;
    }
  }

  async function begin(): Promise<void> {
    if (!wake()) return;
    if (sessionLoading) {
      const waited = new Promise<void>((resolve) => setTimeout(resolve, SESSION_WAIT_MS));
      await Promise.race([sessionLoading, waited]);
    }
    if (session.value.kind === "guided" && routine.value.narrator === null) {
      sheets.push({ kind: "guide", thenBegin: true });
      return;
    }
    sheets.closeAll();
    unfinished.value = null;
    wentOn.value = false;
    await player.begin(tonight());
  }

  function tonight(): NightRequest {
    return {
      ...requestFor(session.value, routine.value, words.value.language),
      ...endOf(routine.value, deps.now()),
    };
  }

  return {
    deps,
    night,
    view,
    routine,
    session,
    words,
    unfinished,
    notices,
    sheets,
    wentOn,
    routineRead,
    restore,
    change,
    adopt(adopted) {
      routine.value = adopted;
      void loadChosen(adopted.session);
      const { language } = adopted;
      if (language && language !== words.value.language) void show(language);
    },
    choose(chosen) {
      session.value = chosen;
      change({ session: chosen.id });
    },
    speak,
    begin,
    async beginAtThree() {
      if (!wake()) return;
      const { atThree } = await import("../../night/at-three.ts");
      unfinished.value = null;
      wentOn.value = true;
      await player.begin(atThree(tonight()));
    },
    async goOn() {
      if (!wake()) return;
      unfinished.value = null;
      wentOn.value = true;
      await player.goOn();
    },
    leaveEnded() {
      endedSeen.value = true;
    },
  };
}

/** "Nederlands kon niet laden", said in the language that is shown. */
export function languageNotice(missing: Language, shown: Words) {
  const names = new Intl.DisplayNames(shown.locale, { type: "language" });
  return {
    key: "problem.language-missing",
    values: { wanted: names.of(missing) ?? missing, shown: names.of(shown.language) ?? shown.language },
  } as const;
}
