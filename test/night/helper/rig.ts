import type { Ending } from "../../../src/engine/fades.ts";
import type { Guide, SoundPlan } from "../../../src/engine/plan.ts";
import type { KeptNight, NightEngine, PlayerDeps } from "../../../src/night/deps.ts";
import type { LockScreenActions } from "../../../src/night/lock-screen.ts";
import { NightPlayer } from "../../../src/night/player.ts";
import type { SessionDocument } from "../../../src/session/schema.ts";
import { bedSession } from "./request.ts";

/** A player on an engine of paper: a clock that is turned by hand, and a record of all that was asked of the sound. */
export class Rig {
  /** Wall clock, epoch ms. */
  now = 1_000_000_000_000;
  /** Night time at `anchorNow`, and whether the audio clock runs. */
  #nightAt = 0;
  #since = this.now;
  #attempt = 0;
  running = false;
  /** The clock stands though it is said to run. */
  stands = false;
  /** Sample rate of the output. */
  rate = 48_000;
  /** The lock screen, or a headset. */
  outside: LockScreenActions | null = null;
  /** The system pauses the lock-screen anchor. */
  unplug: () => void = () => undefined;
  /** What the browser answers when it is asked for sound. */
  allows = true;
  /** Held back by a test: what it waits for before a night is claimed, and before its sound begins. */
  claiming: Promise<void> = Promise.resolve();
  loading: Promise<void> = Promise.resolve();
  /** How long the browser takes to let sound begin. */
  slowSeconds = 0;
  kept: KeptNight | null = null;
  keepFails = false;
  claimed = false;
  readonly endings: (Ending | null)[] = [];
  readonly guides: Guide[] = [];
  readonly asked: string[] = [];
  readonly timers: { at: number; call: () => void }[] = [];
  readonly marks: { seconds: number; call: () => void }[] = [];
  plan: SoundPlan | null = null;
  engineOptions: Parameters<PlayerDeps["createEngine"]>[0] | null = null;
  /** Hides the page or shows it again. */
  show: (visible: boolean) => void = () => undefined;
  readonly player: NightPlayer;

  constructor() {
    this.player = new NightPlayer(this.#deps());
  }

  get seconds(): number {
    return this.running ? this.#nightAt + (this.now - this.#since) / 1000 : this.#nightAt;
  }

  /** Lets time pass, on both clocks or (the audio clock held) on the wall alone. */
  async pass(seconds: number): Promise<void> {
    const end = this.now + seconds * 1000;
    while (this.now < end) {
      this.now = Math.min(end, this.now + 500);
      for (const timer of this.timers.splice(0))
        (timer.at <= this.now ? timer.call : () => this.timers.push(timer))();
      if (this.running) {
        for (const mark of this.marks.splice(0)) {
          if (mark.seconds <= this.seconds) mark.call();
          else this.marks.push(mark);
        }
      }
      await settle();
    }
  }

  /** The audio clock stands still, or moves again, and says nothing of it. */
  freeze(stands: boolean): void {
    this.#hold(!stands);
    this.stands = stands;
  }

  #hold(running: boolean): void {
    this.#nightAt = this.seconds;
    this.#since = this.now;
    this.running = running;
  }

  /** The system stops the audio clock, or lets it run again, without being asked. */
  system(state: AudioContextState): void {
    this.#hold(state === "running");
    this.engineOptions?.onInterruption(state);
  }

  #engine(): NightEngine {
    const rig = this;
    return {
      get seconds() {
        return rig.seconds;
      },
      prepare: () => Promise.reject(new Error("not used on paper")),
      wake: () => rig.asked.push("wake"),
      begin: async (plan, fromSeconds = 0) => {
        const attempt = ++rig.#attempt;
        await rig.loading;
        if (attempt !== rig.#attempt) return "called-off";
        if (!rig.allows) return "refused";
        rig.now += rig.slowSeconds * 1000;
        rig.plan = plan;
        rig.endings.push(plan.ending);
        rig.#nightAt = fromSeconds;
        rig.#since = rig.now;
        rig.running = true;
        return "sounds";
      },
      setEnding: (ending) => rig.endings.push(ending),
      setLevel: (layer, gainDb) => rig.asked.push(`level ${layer} ${gainDb}`),
      setParam: (layer, name, value) => rig.asked.push(`param ${layer} ${name} ${value}`),
      setCeiling: (lufs) => rig.asked.push(`ceiling ${lufs}`),
      crossfade: (levels) => rig.asked.push(`crossfade ${levels.map(({ gainDb }) => gainDb).join(" ")}`),
      setGuideLevel: (gainDb) => rig.asked.push(`guide ${gainDb}`),
      addGuide: (guide) => rig.guides.push(guide),
      get guides() {
        return rig.plan?.guides ?? [];
      },
      dropWords: () => rig.asked.push("drop words"),
      dropGuides: () => rig.asked.push("drop guides"),
      at: (seconds, call) => rig.marks.push({ seconds, call }),
      eachBreath: () => () => undefined,
      hold: () => {
        rig.asked.push("hold");
        rig.#hold(false);
      },
      drop: () => {
        rig.asked.push("drop");
        rig.#hold(false);
      },
      restart: () => rig.asked.push("restart"),
      renew: () => {
        rig.asked.push("renew");
        rig.#hold(false);
        rig.#nightAt = 0;
      },
      get running() {
        return rig.running || rig.stands;
      },
      get rate() {
        return rig.rate;
      },
      release: async () => {
        if (rig.allows) rig.#hold(true);
        return rig.allows;
      },
      leave: () => {
        rig.asked.push("leave");
        rig.engineOptions?.onEnded();
      },
      close: () => {
        rig.asked.push("close");
        rig.#attempt++;
        rig.running = false;
      },
    };
  }

  #deps(): PlayerDeps {
    return {
      createEngine: (options) => {
        this.engineOptions = options;
        return this.#engine();
      },
      clock: {
        now: () => this.now,
        after: (ms, call) => {
          const timer = { at: this.now + ms, call };
          this.timers.push(timer);
          return () =>
            this.timers.splice(0, this.timers.length, ...this.timers.filter((other) => other !== timer));
        },
      },
      keep: {
        get: async () => this.kept,
        put: async (night) => {
          if (this.keepFails) throw new Error("the store's code did not come");
          this.kept = night;
        },
        clear: async () => {
          this.kept = null;
        },
      },
      anchor: {
        prepare: async () => undefined,
        start: () => this.asked.push("anchor on"),
        onTaken: (listener) => {
          this.unplug = listener;
        },
        pause: () => this.asked.push("anchor off"),
      },
      speech: { available: () => true, say: async () => undefined, hush: () => this.asked.push("hush") },
      pack: async () => Promise.reject(new Error("no pack on paper")),
      opening: async () => spoken("opening", ["usual", "head", "body", "tired", "put-away"]),
      grounding: async () => spoken("grounding", ["day", "dark"]),
      samples: { play: async () => undefined, stop: () => undefined },
      lockScreen: (actions) => {
        this.outside = actions;
        return { show: (_title, state) => this.asked.push(`lock screen ${state}`) };
      },
      claimNight: async () => {
        await this.claiming;
        if (this.claimed) return null;
        this.claimed = true;
        return () => {
          this.claimed = false;
        };
      },
      nightIsTaken: async () => this.claimed,
      screen: { hold: () => this.asked.push("screen on"), release: () => this.asked.push("screen off") },
      onVisibility: (listener) => {
        this.show = listener;
      },
      vibrate: () => this.asked.push("vibrate"),
      beforeAudio: () => this.asked.push("before audio"),
    };
  }
}

/** Lets everything that is pending happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}

/** A spoken document with one sentence per part. */
export function spoken(id: string, parts: readonly string[]): SessionDocument {
  const script = {
    meta: {
      moment: ["in-bed" as const],
      need: ["tired"],
      caution: [],
      author: "Luwte",
      reviewedBy: "not yet reviewed by a clinician",
      usualSeconds: 60,
    },
    parts: parts.map((part) => ({
      id: part,
      title: part,
      optional: false,
      items: [{ say: { line: part, text: `Dit is ${part}.` } }],
    })),
  };
  return { ...bedSession(), id, kind: "guided", scripts: { nl: script, en: script } };
}
