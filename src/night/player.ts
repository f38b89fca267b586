import type { Cue } from "../session/cue.ts";
import { BreathFollower } from "./breath-follower.ts";
import { deadlineOf, laterDeadline, timerUntil } from "./deadline.ts";
import type { KeptNight, NightEngine, Pack, PlayerDeps } from "./deps.ts";
import { EndingKeeper } from "./ending-keeper.ts";
import { guideOf, soundPlan } from "./guides.ts";
import { Listeners } from "./listeners.ts";
import type {
  CheckIn,
  Narrator,
  NightRequest,
  NightState,
  Phase,
  Player,
  ProblemCode,
  Timer,
} from "./night.ts";
import { LAID_AHEAD_SECONDS, layOpening } from "./opening.ts";
import { IDLE, type NightEvent, nightReducer } from "./reducer.ts";
import { playSample } from "./sample.ts";

/** Phases in which a night has begun already. */
const SOUNDING: ReadonlySet<Phase> = new Set(["loading", "playing", "paused", "fading"]);

/** Drives the engine through a night. Everything it stands on is injected. */
export class NightPlayer implements Player {
  #state: NightState = IDLE;
  readonly #deps: PlayerDeps;
  readonly #engine: NightEngine;
  readonly #ending: EndingKeeper;
  readonly #screen: ReturnType<PlayerDeps["lockScreen"]>;
  readonly #states = new Listeners<NightState>();
  readonly #cues = new Listeners<Cue>();
  readonly #breath: BreathFollower;
  #pack: Promise<Pack | null> = Promise.resolve(null);
  #startedAt = 0;
  #checkIn: CheckIn | null = null;
  #release: (() => void) | null = null;

  constructor(deps: PlayerDeps) {
    this.#deps = deps;
    this.#engine = deps.createEngine({
      load: (session, line) => this.#line(session, line),
      onCue: (cue) => this.#heard(cue),
      onLineProblem: (problem) => this.#problem(`narration-${problem}`),
      onEnded: () => this.#ended(),
      onInterruption: (state) => this.#interrupted(state),
    });
    this.#ending = new EndingKeeper(
      this.#engine,
      deps.clock,
      () => this.#send({ kind: "fade" }),
      () => this.#ended(),
    );
    this.#breath = new BreathFollower(this.#engine, ({ inSeconds }) => {
      if (this.#state.request?.haptics) deps.vibrate([Math.round(inSeconds * 250)]);
    });
    this.#screen = deps.lockScreen({
      play: () => this.resume(),
      pause: () => this.pause(),
      stop: () => this.stop(),
    });
  }

  get state(): NightState {
    return this.#state;
  }

  subscribe(listener: (state: NightState) => void): () => void {
    return this.#states.add(listener);
  }

  onCue(listener: (cue: Cue) => void): () => void {
    return this.#cues.add(listener);
  }

  async prepare(): Promise<void> {
    this.#deps.beforeAudio();
    try {
      await this.#engine.prepare();
    } catch {
      this.#problem("audio-unsupported");
      return;
    }
    await Promise.allSettled([this.#deps.anchor.prepare(), this.#deps.opening()]);
  }

  begin(request: NightRequest): Promise<void> {
    const now = this.#deps.clock.now();
    const deadline = deadlineOf(request.timer, now);
    if (SOUNDING.has(this.#state.phase)) return Promise.resolve();
    this.#ending.choose(deadline, request.session.ending.fadeSeconds);
    return this.#start({ request, deadline, fadeSeconds: this.#ending.fadeSeconds, startedAt: now }, 0);
  }

  async unfinished(): Promise<KeptNight | null> {
    const kept = await this.#deps.keep.get().catch(() => null);
    if (!kept) return null;
    if (kept.deadline !== null && kept.deadline <= this.#deps.clock.now()) {
      this.#forget();
      return null;
    }
    return kept;
  }

  async goOn(): Promise<void> {
    this.#engine.wake();
    const kept = await this.unfinished();
    if (kept) await this.#start(kept, (this.#deps.clock.now() - kept.startedAt) / 1000);
  }

  pause(): void {
    if (!this.#send({ kind: "pause" })) return;
    this.#deps.speech.hush();
    this.#engine.hold();
    this.#deps.anchor.pause();
    this.#ending.watchSilence();
    this.#show("paused");
  }

  resume(): void {
    if (this.#state.phase !== "paused") return;
    if (this.#ending.passed) {
      this.#ended();
      return;
    }
    void this.#engine.release().then((running) => {
      if (!running) {
        this.#problem("audio-refused");
        return;
      }
      this.#ending.rest();
      this.#deps.anchor.start();
      this.#ending.lay();
      this.#send({ kind: "resume", fading: this.#ending.fading });
      this.#show("playing");
    });
  }

  stop(): void {
    const { phase } = this.#state;
    if (phase === "idle" || phase === "ended") return;
    if (phase === "playing") this.#send({ kind: "fade" });
    this.#deps.speech.hush();
    this.#forget();
    this.#engine.leave();
  }

  stillAwake(minutes = 15): void {
    if (this.#state.phase === "paused") {
      this.resume();
      return;
    }
    this.#setDeadline(laterDeadline(this.#state.deadline, this.#deps.clock.now(), minutes));
  }

  setTimer(timer: Timer): void {
    this.#setDeadline(deadlineOf(timer, this.#deps.clock.now()));
  }

  tooMuch(): void {
    if (!this.#send({ kind: "too-much" })) return;
    if (this.#state.guide === "gone") {
      this.#engine.dropGuides();
      this.#deps.speech.hush();
      this.#breath.drop();
    } else void this.#ground();
  }

  setLevel(layer: string, gainDb: number): void {
    this.#engine.setLevel(layer, gainDb);
    this.#send({ kind: "level", layer, gainDb });
    this.#remember();
  }

  setParam(layer: string, name: string, value: number): void {
    this.#engine.setParam(layer, name, value);
  }

  setGuideLevel(gainDb: number): void {
    this.#engine.setGuideLevel(gainDb);
    this.#send({ kind: "guide-level", gainDb });
  }

  setHaptics(on: boolean): void {
    this.#send({ kind: "haptics", on });
  }

  checkIn(word: CheckIn): void {
    this.#checkIn = word;
  }

  breathLevel(): number | null {
    return this.#breath.level;
  }

  positionSeconds(): number {
    return this.#engine.seconds;
  }

  playSample(narrator: Narrator, language: NightRequest["language"]): Promise<void> {
    return playSample(this.#deps, narrator, language);
  }

  async #start(night: KeptNight, fromSeconds: number): Promise<void> {
    const { request, deadline } = night;
    if (!this.#send({ kind: "begin", request, deadline })) return;
    this.#engine.wake();
    this.#deps.anchor.start();
    this.#release = await this.#deps.claimNight();
    if (!this.#release) {
      this.#refuse("other-tab");
      return;
    }
    this.#checkIn = null;
    this.#startedAt = night.startedAt;
    this.#ending.keep(deadline, night.fadeSeconds);
    this.#pack = this.#loadPack(request);
    const guided = request.session.kind === "guided";
    const plan = soundPlan(request, guided ? await this.#pack : null, Math.floor(night.startedAt) >>> 0);
    this.#breath.take(plan);
    const ending = this.#ending.plan(fromSeconds);
    const running = await this.#engine.begin({ ...plan, ending }, fromSeconds).catch(() => null);
    if (running !== true) {
      this.#refuse(running === null ? "audio-unsupported" : "audio-refused");
      return;
    }
    if (request.guideGainDb !== undefined) this.#engine.setGuideLevel(request.guideGainDb);
    this.#send({ kind: "started" });
    this.#ending.watchFade();
    this.#breath.watch();
    this.#remember();
    this.#show("playing");
    if (!guided && fromSeconds === 0 && request.narrator.kind !== "none") {
      layOpening({
        engine: this.#engine,
        request,
        opening: this.#deps.opening,
        pack: () => this.#pack,
        answer: () => this.#checkIn,
        wanted: () => this.#state.guide === "planned",
      });
    }
  }

  async #loadPack({ language, narrator }: NightRequest): Promise<Pack | null> {
    if (narrator.kind !== "pack") return null;
    try {
      return await this.#deps.pack(language, narrator.id);
    } catch {
      this.#problem("narration-missing");
      return null;
    }
  }

  async #line(session: string, line: string): Promise<ArrayBuffer> {
    const pack = await this.#pack;
    if (!pack) throw new Error("narration: there are no recordings");
    return pack.load(session, line);
  }

  async #ground(): Promise<void> {
    const request = this.#state.request;
    const grounding = await this.#deps.grounding().catch(() => null);
    if (!request || !grounding) {
      this.#problem("narration-missing");
      return;
    }
    const words: NightRequest =
      request.narrator.kind === "none" ? { ...request, narrator: { kind: "captions" } } : request;
    const pack = await this.#pack;
    const atSeconds = this.#engine.seconds + LAID_AHEAD_SECONDS;
    const guide = guideOf(grounding, words, pack, atSeconds, ["dark"]);
    this.#engine.addGuide(guide);
    this.#engine.at(guide.atSeconds + guide.timeline.seconds, () => this.#send({ kind: "guide-over" }));
  }

  #heard(cue: Cue): void {
    const { request, guide } = this.#state;
    if (guide === "gone") return;
    this.#cues.tell(cue);
    if (cue.kind === "say" && request?.narrator.kind === "device") {
      void this.#deps.speech.say(cue.text, request.language, request.guideGainDb ?? 0);
    }
  }

  #setDeadline(deadline: number | null): void {
    const timer = timerUntil(deadline, this.#deps.clock.now());
    if (!this.#send({ kind: "timer", deadline, timer })) return;
    this.#ending.choose(deadline, this.#state.request?.session.ending.fadeSeconds ?? 0);
    if (this.#state.phase === "paused") this.#ending.watchSilence();
    else this.#ending.lay();
    this.#remember();
  }

  #interrupted(state: AudioContextState): void {
    if (state !== "running") {
      if (this.#send({ kind: "pause" })) this.#ending.watchSilence();
    } else if (this.#state.phase === "paused") this.#engine.hold();
  }

  #ended(): void {
    this.#ending.rest();
    this.#engine.close();
    this.#deps.anchor.pause();
    this.#release?.();
    this.#release = null;
    this.#breath.drop();
    this.#forget();
    this.#send({ kind: "end" });
    this.#show("none");
  }

  #refuse(problem: ProblemCode): void {
    this.#deps.anchor.pause();
    this.#release?.();
    this.#release = null;
    this.#send({ kind: "refused", problem });
  }

  #remember(): void {
    const { request, deadline } = this.#state;
    if (!request) return;
    const kept: KeptNight = {
      request,
      deadline,
      fadeSeconds: this.#ending.fadeSeconds,
      startedAt: this.#startedAt,
    };
    this.#deps.keep.put(kept).catch(() => this.#problem("storage-full"));
  }

  #forget(): void {
    this.#deps.keep.clear().catch(() => undefined);
  }

  #show(state: MediaSessionPlaybackState): void {
    const { request } = this.#state;
    this.#screen.show(request?.session.titles[request.language] ?? "Luwte", state);
  }

  #problem(problem: ProblemCode | null): void {
    this.#send({ kind: "problem", problem });
  }

  #send(event: NightEvent): boolean {
    const next = nightReducer(this.#state, event);
    if (next === this.#state) return false;
    this.#state = next;
    this.#states.tell(next);
    return true;
  }
}
