import type { Narrator, NightRequest, NightState, Player, Timer } from "../../../src/night/night.ts";
import type { BreathPhase } from "../../../src/session/breath.ts";
import type { Cue } from "../../../src/session/cue.ts";

const IDLE: NightState = { phase: "idle", request: null, deadline: null, guide: "planned", problem: null };

/** A player whose sound, time and mishaps the test decides. Every call is written down. */
export class FakePlayer implements Player {
  state: NightState = IDLE;
  readonly calls: (readonly [string, ...unknown[]])[] = [];
  seconds = 0;
  breath: number | null = null;
  phase: BreathPhase | null = null;
  kept: { readonly request: NightRequest; readonly deadline: number | null } | null = null;
  sampleFails = false;
  hasAudio = true;
  readonly #listeners = new Set<(state: NightState) => void>();
  readonly #cues = new Set<(cue: Cue) => void>();
  readonly #now: () => number;

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  set(changes: Partial<NightState>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.#listeners) listener(this.state);
  }

  say(text: string, seconds = 3): void {
    for (const listener of this.#cues) {
      listener({ kind: "say", atSeconds: this.seconds, seconds, session: "test", line: "a", text });
    }
  }

  called(name: string): readonly unknown[][] {
    return this.calls.filter(([each]) => each === name).map(([, ...rest]) => rest);
  }

  subscribe(listener: (state: NightState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onCue(listener: (cue: Cue) => void): () => void {
    this.#cues.add(listener);
    return () => this.#cues.delete(listener);
  }

  wake(): void {
    this.calls.push(["wake"]);
    if (!this.hasAudio) throw new ReferenceError("AudioContext is not defined");
  }

  async prepare(_layers: readonly string[]): Promise<void> {
    this.calls.push(["prepare"]);
  }

  async begin(request: NightRequest): Promise<void> {
    this.calls.push(["begin", request]);
    const { timer } = request;
    const deadline = timer === "all-night" ? null : this.#now() + timer.minutes * 60_000;
    this.set({ ...IDLE, phase: "playing", request, deadline });
  }

  pause(): void {
    this.calls.push(["pause"]);
    this.set({ phase: "paused" });
  }

  resume(): void {
    this.calls.push(["resume"]);
    this.set({ phase: "playing" });
  }

  stop(): void {
    this.calls.push(["stop"]);
    this.set({ phase: "ended", deadline: null });
  }

  stillAwake(minutes?: number): void {
    this.calls.push(["stillAwake", minutes]);
  }

  tooMuch(): void {
    this.calls.push(["tooMuch"]);
    this.set({ guide: this.state.guide === "planned" ? "gone" : "grounding" });
  }

  awakeAtThree(): void {
    this.calls.push(["awakeAtThree"]);
  }

  seek(bySeconds: number): void {
    this.calls.push(["seek", bySeconds]);
  }

  setCeiling(lufs: number): void {
    this.calls.push(["setCeiling", lufs]);
  }

  setTimer(timer: Timer): void {
    this.calls.push(["setTimer", timer]);
  }

  setLevel(layer: string, gainDb: number): void {
    this.calls.push(["setLevel", layer, gainDb]);
  }

  setParam(layer: string, name: string, value: number): void {
    this.calls.push(["setParam", layer, name, value]);
  }

  checkIn(word: string): void {
    this.calls.push(["checkIn", word]);
  }

  setHaptics(on: boolean): void {
    this.calls.push(["setHaptics", on]);
  }

  setGuideLevel(gainDb: number): void {
    this.calls.push(["setGuideLevel", gainDb]);
  }

  breathLevel(): number | null {
    return this.breath;
  }

  breathPhase(): BreathPhase | null {
    return this.phase;
  }

  positionSeconds(): number {
    return this.seconds;
  }

  async unfinished() {
    return this.kept;
  }

  async goOn(): Promise<void> {
    this.calls.push(["goOn"]);
    if (this.kept) this.set({ phase: "playing", ...this.kept });
  }

  async playSample(narrator: Narrator): Promise<void> {
    this.calls.push(["playSample", narrator]);
    if (this.sampleFails) throw new Error("no voice");
  }
}
