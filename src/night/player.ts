import { Attempts } from "../engine/attempts.ts";
import type { BreathPhase } from "../session/breath.ts";
import type { Cue } from "../session/cue.ts";
import { BreathFollower } from "./breath-follower.ts";
import { deadlineOf, laterDeadline, timerUntil } from "./deadline.ts";
import type { KeptNight, NightEngine, PlayerDeps } from "./deps.ts";
import { DeviceGuide } from "./device-guide.ts";
import { EndingKeeper } from "./ending-keeper.ts";
import { Guidance } from "./guidance.ts";
import { soundPlan } from "./guides.ts";
import { Listeners } from "./listeners.ts";
import type { CheckIn, Narrator, NightRequest, NightState, Player, ProblemCode, Timer } from "./night.ts";
import { choiceAt } from "./night-plan.ts";
import { NightRecord } from "./night-record.ts";
import { Outside } from "./outside.ts";
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
  readonly #attempts = new Attempts();
  readonly #states = new Listeners<NightState>();
  readonly #cues = new Listeners<Cue>();
  readonly #breath: BreathFollower;
  readonly #guidance: Guidance;
  readonly #device: DeviceGuide;
  readonly #record: NightRecord;
  #startedAt = 0;
  #stoppedBy: AudioContextState = "running";
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
      onInterruption: (state) => this.#interrupted(state),
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
    this.#device = new DeviceGuide(deps, this.#engine);
    this.#outside = new Outside(deps, {
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
    if (!this.#send({ kind: "pause" })) return;
    this.#engine.hold();
    this.#rest();
  }

  resume(): void {
    if (this.#state.phase !== "paused") return;
    if (this.#ending.passed) this.#over("end");
    else
      void this.#engine.release().then((running) => {
        // Stopped or over meanwhile.
        if (this.#state.phase !== "paused") return;
        if (!running) this.#problem("audio-refused");
        else {
          this.#ending.lay();
          this.#send({ kind: "resume", fading: this.#ending.fading });
          this.#outside.show(this.#state.request, "playing");
        }
      });
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

  stillAwake(minutes = 15): void {
    if (this.#state.phase === "paused") this.resume();
    else this.#setDeadline(laterDeadline(this.#state.deadline, this.#deps.clock.now(), minutes));
  }

  setTimer(timer: Timer): void {
    this.#setDeadline(deadlineOf(timer, this.#deps.clock.now()));
  }

  tooMuch(): void {
    if (!this.#send({ kind: "too-much" })) return;
    this.#remember();
    if (this.#state.guide === "gone") {
      this.#engine.dropGuides();
      this.#guidance.hush();
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
    this.#send({ kind: "param", layer, name, value });
    this.#remember();
  }

  setGuideLevel(gainDb: number): void {
    this.#engine.setGuideLevel(gainDb);
    this.#send({ kind: "guide-level", gainDb });
    this.#remember();
  }

  setHaptics(on: boolean): void {
    this.#send({ kind: "haptics", on });
    this.#remember();
  }

  checkIn(word: CheckIn): void {
    this.#guidance.answer(word);
  }

  readonly breathLevel = (): number | null => this.#breath.level;

  readonly breathPhase = (): BreathPhase | null => this.#breath.phase;

  readonly positionSeconds = (): number => this.#engine.seconds;

  playSample(narrator: Narrator, language: NightRequest["language"]): Promise<void> {
    return playSample(this.#deps, narrator, language);
  }

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
    const pack = this.#guidance.take(request);
    const guided = request.session.kind === "guided";
    const plan = soundPlan(request, guided ? await pack : null, Math.floor(night.startedAt) >>> 0);
    if (!counts()) return;
    this.#breath.take(plan);
    const planned = { ...plan, ending: this.#ending.plan(fromSeconds) };
    const begun = await this.#engine.begin(planned, fromSeconds).catch(() => null);
    if (!counts() || begun === "called-off") return;
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
    this.#outside.show(this.#state.request, "playing");
    if (!guided && fromSeconds === 0) this.#guidance.layFirstMinute(request);
  }

  async #ground(): Promise<void> {
    const { request } = this.#state;
    const over = request && (await this.#guidance.ground(request));
    if (over) this.#engine.at(over, () => this.#send({ kind: "guide-over" }));
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

  /** A call that is over gives the sound back. What stopped without a reason (unplugged) stays held until a touch. */
  #interrupted(state: AudioContextState): void {
    const wasCall = this.#stoppedBy === "interrupted";
    this.#stoppedBy = state;
    if (state !== "running") {
      if (this.#send({ kind: "pause" })) this.#rest();
    } else if (wasCall) this.resume();
    else if (this.#state.phase === "paused") this.#engine.hold();
  }

  /** What a held night does: nothing, until its end or a touch. */
  #rest(): void {
    this.#guidance.hush();
    this.#ending.watchSilence();
    this.#outside.show(this.#state.request, "paused");
  }

  #over(event: "end" | "stop"): void {
    this.#ending.rest();
    this.#engine.close();
    this.#giveBack();
    this.#breath.drop();
    this.#record.forget();
    this.#send({ kind: event });
    this.#outside.show(this.#state.request, "none");
  }

  /** Keeps what a reload needs of a night that has begun and is not being stopped. */
  #remember(): void {
    const { phase, stopping } = this.#state;
    if (stopping || (phase !== "playing" && phase !== "paused" && phase !== "fading")) return;
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
