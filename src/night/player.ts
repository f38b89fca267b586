import { Attempts } from "../engine/attempts.ts";
import type { BreathPhase } from "../session/breath.ts";
import type { Cue } from "../session/cue.ts";
import { atThree } from "./at-three.ts";
import { beginSound, type SoundParts } from "./begin-sound.ts";
import { BreathFollower } from "./breath-follower.ts";
import { deadlineOf, laterDeadline, timerUntil } from "./deadline.ts";
import type { KeptNight, NightEngine, PlayerDeps } from "./deps.ts";
import { DeviceGuide } from "./device-guide.ts";
import { EndingKeeper } from "./ending-keeper.ts";
import { GoingOn } from "./going-on.ts";
import { Guidance } from "./guidance.ts";
import { Listeners } from "./listeners.ts";
import type { CheckIn, Narrator, NightRequest, NightState, Player, ProblemCode, Timer } from "./night.ts";
import { choiceAt } from "./night-plan.ts";
import { NightRecord } from "./night-record.ts";
import { OutputKeeper } from "./output-keeper.ts";
import { Outside } from "./outside.ts";
import { outsideActions } from "./outside-actions.ts";
import { IDLE, type NightEvent, nightReducer } from "./reducer.ts";
import { refusal } from "./refusal.ts";
import { playSample } from "./sample.ts";

/** Drives the engine through a night. Everything it stands on is injected. */
export class NightPlayer implements Player {
  #state: NightState = IDLE;
  readonly #deps: PlayerDeps;
  readonly #engine: NightEngine;
  readonly #ending: EndingKeeper;
  readonly #outside: Outside;
  readonly #parts: SoundParts;
  readonly #goingOn: GoingOn;
  readonly #output: OutputKeeper;
  readonly #attempts = new Attempts();
  readonly #states = new Listeners<NightState>();
  readonly #cues = new Listeners<Cue>();
  readonly #breath: BreathFollower;
  readonly #guidance: Guidance;
  readonly #device: DeviceGuide;
  readonly #record: NightRecord;
  #startedAt = 0;
  /** Gives the device's one night back; harmless when it has been given back already. */
  #giveBack: () => void = () => undefined;

  constructor(deps: PlayerDeps) {
    this.#deps = deps;
    this.#guidance = new Guidance(
      deps,
      () => this.#engine,
      () => this.#state,
      () => this.#problem("narration-missing"),
    );
    this.#record = new NightRecord(deps.keep, deps.clock);
    this.#engine = deps.createEngine({
      load: (session, line) => this.#guidance.line(session, line),
      onCue: (cue) => this.#heard(cue),
      onLineProblem: (problem) => this.#problem(`narration-${problem}`),
      onLayerMissing: () => this.#problem("layer-missing"),
      onEnded: () => this.#over("end"),
      onInterruption: (state) => this.#output.told(state),
    });
    this.#ending = new EndingKeeper(
      this.#engine,
      deps.clock,
      () => this.#send({ kind: "fade" }),
      () => this.#over("end"),
    );
    this.#breath = new BreathFollower(this.#engine, ({ inSeconds }) => {
      if (this.#state.request?.haptics) deps.vibrate([Math.round(inSeconds * 250)]);
    });
    this.#parts = {
      engine: this.#engine,
      guidance: this.#guidance,
      breath: this.#breath,
      ending: this.#ending,
    };
    this.#goingOn = new GoingOn(this.#parts, {
      state: () => this.#state,
      startedAt: () => this.#startedAt,
      outside: () => this.#outside,
      send: (event) => this.#send(event),
      over: () => this.#over("end"),
      attempts: this.#attempts,
    });
    this.#output = new OutputKeeper(this.#engine, deps.clock, this.#ending, this.#goingOn);
    deps.anchor.onTaken(() => this.#output.happens("unplugged"));
    this.#device = new DeviceGuide(deps, this.#engine);
    this.#outside = new Outside(deps, outsideActions(this, deps.clock));
  }

  get state(): NightState {
    return this.#state;
  }

  readonly subscribe = (listener: (state: NightState) => void): (() => void) => this.#states.add(listener);

  readonly onCue = (listener: (cue: Cue) => void): (() => void) => this.#cues.add(listener);

  async prepare(layers: readonly string[]): Promise<void> {
    this.#deps.beforeAudio();
    await this.#engine.prepare(layers).catch(() => this.#problem("audio-unsupported"));
  }

  readonly wake = (): void => this.#engine.wake();

  begin(request: NightRequest): Promise<void> {
    const startedAt = this.#deps.clock.now();
    const { deadline, fadeSeconds } = choiceAt(startedAt, request);
    return this.#start({ request, deadline, fadeSeconds, startedAt }, 0);
  }

  /** The night that another tab plays is not unfinished. */
  readonly unfinished = async (): Promise<KeptNight | null> =>
    (await this.#deps.nightIsTaken()) ? null : this.#record.unfinished();

  async goOn(): Promise<void> {
    this.#engine.wake();
    const kept = await this.#record.unfinished();
    if (kept) await this.#start(kept, (this.#deps.clock.now() - kept.startedAt) / 1000);
  }

  pause(): void {
    if (!this.#state.stopping) this.#output.happens("pause");
  }

  resume(): void {
    if (this.#state.phase !== "paused") return;
    this.#output.happens(this.#ending.passed ? "ended" : "resume");
  }

  stop(): void {
    if (this.#state.phase === "loading") {
      this.#attempts.callOff();
      this.#over("stop");
    } else if (this.#send({ kind: "stop" })) {
      this.#guidance.hush();
      this.#record.forget();
      this.#engine.leave();
    }
  }

  stillAwake(minutes = this.#state.request?.awakeMinutes ?? 15): void {
    if (this.#state.phase === "paused") this.resume();
    else this.#setDeadline(laterDeadline(this.#state.deadline, this.#deps.clock.now(), minutes));
  }

  setTimer(timer: Timer): void {
    this.#setDeadline(deadlineOf(timer, this.#deps.clock.now()));
  }

  awakeAtThree(): void {
    const { request, guide, phase } = this.#state;
    if (!request || this.#output.output === "off") return;
    if (guide !== "gone") this.tooMuch();
    const { session, ...softer } = atThree(request);
    this.#engine.crossfade(softer.levels);
    if (softer.ceilingLufs !== undefined) this.#engine.setCeiling(softer.ceilingLufs);
    this.#keep({ kind: "request", request: softer });
    this.setTimer(softer.timer);
    if (phase === "paused") this.resume();
  }

  seek(bySeconds: number): void {
    const { phase, request, guide } = this.#state;
    if (phase !== "playing" || request?.session.kind !== "guided" || guide !== "planned") return;
    const to = Math.max(0, this.#engine.seconds + bySeconds);
    void this.#goingOn.again(to).then((sounds) => {
      if (!sounds) return;
      this.#startedAt = this.#deps.clock.now() - to * 1000;
      this.#ending.lay();
      this.#remember();
    });
  }

  setCeiling(lufs: number): void {
    this.#engine.setCeiling(lufs);
    this.#keep({ kind: "request", request: { ceilingLufs: lufs } });
  }

  tooMuch(): void {
    if (!this.#send({ kind: "too-much" })) return;
    this.#remember();
    if (this.#state.guide === "gone") {
      this.#engine.dropGuides();
      this.#guidance.hush();
      this.#breath.drop();
    } else void this.#guidance.ground(() => this.#send({ kind: "guide-over" }));
  }

  setLevel(layer: string, gainDb: number): void {
    this.#engine.setLevel(layer, gainDb);
    this.#keep({ kind: "level", layer, gainDb });
  }

  setParam(layer: string, name: string, value: number): void {
    this.#engine.setParam(layer, name, value);
    this.#keep({ kind: "param", layer, name, value });
  }

  setGuideLevel(gainDb: number): void {
    this.#engine.setGuideLevel(gainDb);
    this.#keep({ kind: "guide-level", gainDb });
  }

  readonly setHaptics = (on: boolean): void => this.#keep({ kind: "haptics", on });

  readonly checkIn = (word: CheckIn): void => this.#guidance.answer(word);

  readonly breathLevel = (): number | null => this.#breath.level;

  readonly breathPhase = (): BreathPhase | null => this.#breath.phase;

  readonly positionSeconds = (): number => this.#engine.seconds;

  readonly playSample = (narrator: Narrator, language: NightRequest["language"]): Promise<void> =>
    playSample(this.#deps, narrator, language);

  async #start(night: KeptNight, fromSeconds: number): Promise<void> {
    const { request, deadline } = night;
    if (!this.#send({ kind: "begin", request, deadline })) return;
    const counts = this.#attempts.begin();
    this.#engine.wake();
    const claimed = await this.#deps.claimNight();
    if (!counts()) return claimed?.();
    if (!claimed) return void this.#send({ kind: "refused", problem: "other-tab" });
    this.#giveBack = claimed;
    this.#startedAt = night.startedAt;
    this.#ending.keep({ ...request, deadline, fadeSeconds: night.fadeSeconds });
    const begun = await beginSound(this.#parts, request, night.startedAt, fromSeconds, counts);
    if (begun === "called-off") return;
    if (begun !== "sounds") {
      this.#giveBack();
      return void this.#send({ kind: "refused", problem: refusal(begun) });
    }
    if (request.guideGainDb !== undefined) this.#engine.setGuideLevel(request.guideGainDb);
    this.#send({ kind: "started" });
    // The browser may have taken its time: the end is where the wall clock has it.
    this.#ending.lay();
    this.#breath.watch();
    this.#remember();
    this.#output.begun();
    this.#outside.show(this.#state.request, "playing");
    if (request.session.kind === "bed" && fromSeconds === 0) this.#guidance.layFirstMinute(request);
  }

  #heard(cue: Cue): void {
    if (this.#state.guide === "gone") return;
    this.#cues.tell(cue);
    this.#guidance.heard(cue);
  }

  #setDeadline(deadline: number | null): void {
    const timer = timerUntil(deadline, this.#deps.clock.now());
    if (!this.#send({ kind: "timer", deadline, timer })) return;
    const { request } = this.#state;
    if (request) this.#ending.keep(choiceAt(this.#deps.clock.now(), request, deadline));
    if (this.#state.phase === "paused") this.#ending.watchSilence();
    else this.#ending.lay();
    this.#remember();
  }

  #over(event: "end" | "stop"): void {
    this.#output.over();
    this.#attempts.callOff();
    this.#ending.rest();
    this.#engine.close();
    this.#giveBack();
    this.#breath.drop();
    this.#record.forget();
    this.#send({ kind: event });
    this.#outside.show(this.#state.request, "none");
  }

  #keep(event: NightEvent): void {
    this.#send(event);
    this.#remember();
  }

  /** Keeps what a reload needs of a night that has begun and is not being stopped. */
  #remember(): void {
    this.#record.remember(this.#state, this.#ending.fadeSeconds, this.#startedAt);
  }

  #problem(problem: ProblemCode | null): void {
    this.#send({ kind: "problem", problem });
  }

  #send(event: NightEvent): boolean {
    const next = nightReducer(this.#state, event);
    if (next === this.#state) return false;
    this.#state = next;
    this.#device.see(next);
    this.#states.tell(next);
    return true;
  }
}
