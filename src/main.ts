import { effect } from "@preact/signals";
import type { FindLayer } from "./engine/audio-thread.ts";
import { Engine } from "./engine/engine.ts";
import { languages, localeFor, pickLanguage } from "./i18n/language.ts";
import { loadMessages } from "./i18n/load.ts";
import { wordsOf } from "./i18n/words.ts";
import { Anchor } from "./night/anchor.ts";
import { claimNight, nightIsTaken } from "./night/claim-night.ts";
import { LockScreen } from "./night/lock-screen.ts";
import { NightPlayer } from "./night/player.ts";
import { SamplePlayer } from "./night/sample-player.ts";
import { ScreenAwake } from "./night/screen-awake.ts";
import { deviceSpeech } from "./night/speech.ts";
import type { LayerInfo } from "./session/catalogue.ts";
import type { Language, SessionDocument } from "./session/schema.ts";
import { NEW_PERSON, PERSON } from "./store/person.ts";
import type { Account } from "./ui/account/account.ts";
import type { App } from "./ui/model/app.ts";
import { arrivalFrom } from "./ui/model/arrival.ts";
import { createNotices } from "./ui/model/notices.ts";
import { layersTonight } from "./ui/model/tonight.ts";
import { mountApp } from "./ui/mount.tsx";
import workletUrl from "./worklet.ts?worker&url";

declare global {
  interface Navigator {
    /** Audio Session API (W3C draft): Safari since 16.4. */
    readonly audioSession?: { type: string };
  }
}

/** What the first night's bed needs; all other content is loaded after the first paint. */
interface FirstBed {
  readonly session: SessionDocument;
  readonly layers: readonly LayerInfo[];
}
const [first] = Object.values(import.meta.glob<FirstBed>("../sounds/built/first/bed.ts", { eager: true }));
const everyLayer = once(() => import("./layers.ts"));

/** The first bed's kernels come with the audio thread's host; any other is in a module of its own. */
const findLayer: FindLayer = async (id) => {
  const info = first?.layers.find((layer) => layer.id === id);
  return info ? { info, moduleUrl: workletUrl } : (await everyLayer()).layerFile(id);
};

/** Ids of sessions that are the person's own, or shared with them. */
const OWN_SESSION = /^(mix|shared)-/;

/** What the first sound does not need is fetched after this. */
const later = new Promise((resolve) => setTimeout(resolve, 3000));

const notices = createNotices();

/** What this device keeps. */
const storing = import("./store/store.ts").then(({ openStore }) =>
  openStore((trouble) => notices.tell({ key: `problem.storage-${trouble}` })),
);

const ask: typeof fetch = (input, init) => fetch(input, init);

/** Sessions and their list, with the Worker and without it. */
const serving = once(async () => {
  const [{ presetsClient }, { presetListClient }, { bundled }, { catalogue }, store] = await Promise.all([
    import("./api/presets.ts"),
    import("./api/presetList.ts"),
    import("./api/bundled.ts"),
    everyLayer(),
    storing,
  ]);
  const presets = presetsClient({
    fetch: ask,
    keep: store.keep,
    bundled,
    layers: new Set(catalogue.map(({ id }) => id)),
    onDamaged: () => notices.tell({ key: "problem.preset-damaged" }),
  });
  return { presets, list: presetListClient({ fetch: ask, keep: store.keep, bundled, presets }) };
});

/** What stands around a guided session. */
const care = once(async () => {
  const [{ createCare }, { keep }] = await Promise.all([import("./ui/care/care.ts"), storing]);
  return createCare(keep);
});

const narrators = once(async () => (await import("./api/narrators.ts")).loadNarration());
/** Howler for what streams through an HTML element; it opens no audio context of its own. */
const howler = once(async () => {
  const howler = await import("howler");
  howler.Howler.usingWebAudio = false;
  howler.Howler.autoSuspend = false;
  return howler;
});
const anchor = new Anchor(howler);
document.addEventListener("resume", () => anchor.thaw());
const samples = new SamplePlayer(howler);
const speech = deviceSpeech(globalThis.speechSynthesis);
const opening = async () => (await import("./api/opening.ts")).loadOpening();

let accountOpening: Promise<Account> | null = null;
/** Devices, own mixes and shares; nothing of it is loaded before it is used. */
function account(app: App): Promise<Account> {
  accountOpening ??= Promise.all([import("./account.ts"), storing])
    .then(([{ openAccount }, { keep }]) => openAccount(app, keep, ask))
    .catch((error: unknown) => {
      accountOpening = null;
      throw error;
    });
  return accountOpening;
}

/** With `?ears` in the address the end-to-end tests hear what passes through the buses. */
const earsKeep = new URLSearchParams(location.search).get("ears");
const ears = earsKeep === null ? null : import("./engine/ears.ts");

/** Listening in the gallery is no night to go on with. */
const IN_GALLERY = location.pathname === "/gallery";
const FORGETS = { get: async () => null, put: async () => undefined, clear: async () => undefined };

function createPlayer(): NightPlayer {
  return new NightPlayer({
    createEngine: (options) =>
      new Engine({
        findLayer,
        workletUrl,
        ...options,
        onSound: (context, sound) =>
          void ears?.then(({ listen }) => {
            globalThis.luwteEars = listen(context, sound, earsKeep ?? "");
          }),
      }),
    clock: {
      now: () => Date.now(),
      after(ms, call) {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    keep: IN_GALLERY
      ? FORGETS
      : {
          get: async () => (await storing).night.get(),
          put: async (night) => (await storing).night.put(night),
          clear: async () => (await storing).night.clear(),
        },
    anchor,
    speech,
    async pack(language, narrator) {
      const [{ recordedPack }, packs] = await Promise.all([import("./api/packs.ts"), narrators()]);
      const pack = packs.find((each) => each.language === language && each.id === narrator);
      if (!pack) throw new Error(`narration: there is no ${language}/${narrator}`);
      return recordedPack(pack, ask);
    },
    opening,
    async grounding() {
      const grounding = await (await serving()).presets.atHand("grounding");
      if (!grounding) throw new Error("grounding: not in the content");
      return grounding;
    },
    samples,
    lockScreen: (actions) => new LockScreen(navigator.mediaSession, actions),
    claimNight: () => claimNight(navigator.locks),
    nightIsTaken: () => nightIsTaken(navigator.locks),
    screen: new ScreenAwake(navigator.wakeLock),
    onVisibility: (listener) =>
      document.addEventListener("visibilitychange", () => listener(document.visibilityState === "visible")),
    vibrate: (pattern) => void navigator.vibrate?.(pattern),
    beforeAudio() {
      if (navigator.audioSession) navigator.audioSession.type = "playback";
    },
  });
}

/** Does something the first time it is asked for and hands out the same promise ever after; a failure is tried again. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

const loadNames = async (language: Language) => (await import("./i18n/names.ts")).loadNames(language);

async function loadWords(language: Language) {
  const loaded = await loadMessages(language);
  const locale = localeFor(loaded.language, navigator.languages);
  return { words: wordsOf(loaded.language, locale, loaded.messages), missing: loaded.missing };
}

/** Help is there without a connection too, and so is what is asked before a session. */
async function bringCare(app: App): Promise<void> {
  await (await app.openCare()).bringPages(app.words.value.language);
}

async function start(): Promise<void> {
  const root = document.querySelector("#app");
  if (!root || !first) throw new Error("the page or its content is incomplete: run npm run content");
  const player = createPlayer();
  player.subscribe(({ phase }) => {
    if (phase !== "loading") return;
    // A narrator's sample that is still heard makes way for the night.
    samples.stop();
    speech.hush();
  });
  const { words, missing } = await loadWords(pickLanguage(navigator.languages));
  if (IN_GALLERY) {
    const [{ openGallery }, { catalogue }, { takeSheetWords }] = await Promise.all([
      import("./gallery.ts"),
      everyLayer(),
      import("./ui/parts/takeSheetWords.ts"),
    ]);
    await takeSheetWords(words);
    openGallery(root, { player, words, names: await loadNames(words.language), layers: catalogue });
    void player.prepare([]);
    return;
  }
  /** The account, where there is anything of one on this device. */
  const ownAccount = async () => ((await (await storing).hasAccount()) ? account(app) : null);
  const { app, restored } = mountApp(root, {
    player,
    words,
    missing,
    firstSession: first.session,
    notices,
    routines: {
      readRoutine: async () => (await storing).readRoutine(),
      saveRoutine: async (routine) => (await storing).saveRoutine(routine),
      protect: async () => (await storing).protect(),
    },
    own: {
      async readPerson() {
        const kept = await (await storing).keep.get(PERSON);
        // On a first evening there is nothing to read, and nothing to read it with.
        return kept === undefined ? NEW_PERSON : (await care()).parsePerson(kept);
      },
      savePerson: async (person) => (await storing).keep.put(PERSON, person),
    },
    library: {
      session: async (id) =>
        OWN_SESSION.test(id) ? (await account(app)).session(id) : (await serving()).presets.atHand(id),
      newestSession: async (id) => {
        if (OWN_SESSION.test(id)) return null;
        await later;
        return (await serving()).presets.newest(id);
      },
      entries: async () => (await serving()).list.atHand(),
      ownEntries: async () => (await ownAccount())?.entries() ?? [],
      newestEntries: async () => (await serving()).list.newest(),
      layers: async () => (await everyLayer()).catalogue,
      narrators,
    },
    care,
    account,
    loadWords,
    loadNames,
    languages,
    now: () => Date.now(),
  });
  // Not before the screen is there: two frames later it has been painted.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => effect(() => void player.prepare(layersTonight(app)))),
  );
  const arrive = () => {
    const arrival = arrivalFrom(location.pathname, location.hash);
    if (!arrival) return;
    // A secret stays in no address bar and no list of pages.
    history.replaceState(null, "", "/");
    app.sheets.push({ kind: "account", ...arrival });
  };
  arrive();
  addEventListener("hashchange", arrive);
  // A chosen narrator's list of lines is needed at the press; the rest in time for the first minute.
  await restored;
  if (app.routine.value.narrator?.kind === "pack") void narrators();
  await later;
  await Promise.allSettled([anchor.prepare(), opening(), everyLayer(), ownAccount(), bringCare(app)]);
}

start().catch((error: unknown) => {
  document.querySelector("#stuck")?.removeAttribute("hidden");
  throw error;
});
