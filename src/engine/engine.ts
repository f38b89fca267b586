import type { Context } from "tone/build/esm/core/context/Context.js";
import type { Breath, Breathing } from "../session/cue.ts";
import type { LayerLevel } from "../session/schema.ts";
import { Attempts } from "./attempts.ts";
import { AudioThread } from "./audio-thread.ts";
import { Buses } from "./buses.ts";
import { createLiveContext } from "./context.ts";
import { ContextClock } from "./context-clock.ts";
import { CueClock, onEachBreath } from "./cue-clock.ts";
import { EndMark } from "./end-mark.ts";
import type { Begun, EngineOptions } from "./engine-options.ts";
import { type Ending, leavingCurve, silentFrom } from "./fades.ts";
import { GuideHand } from "./guide-hand.ts";
import { MixHand } from "./mix-hand.ts";
import { NightCalls } from "./night-calls.ts";
import { type Guide, layersOf, type SoundPlan, type Stretch } from "./plan.ts";
import { retire } from "./retire.ts";
import { Sound } from "./sound.ts";
import { toBlock } from "./to-block.ts";

/** From the call to night second 0. A layer that hears of it later catches up. */
const START_LEAD_SECONDS = 0.005;
/** Times over which a pause, a full stop and, where headphones were pulled out, what a loudspeaker would get are reached. */
const HOLD_SECONDS = 1;
const STOP_SECONDS = 2.5;
const DROP_SECONDS = 0.03;
/** A night that begins over another, elsewhere in it, lets that one go in this time. */
const LEAVE_SECONDS = 0.3;

/** The live engine: one context for the page's life, one {@link Sound} for the night. */
export class Engine {
  readonly #options: EngineOptions;
  #context: Context | null = null;
  #thread: AudioThread | null = null;
  readonly #hand: MixHand;
  readonly #guide: GuideHand;
  #warmed = false;
  #sound: Sound | null = null;
  #cues: CueClock | null = null;
  #end: EndMark | null = null;
  #clock: ContextClock | null = null;
  #leaving = false;
  readonly #attempts = new Attempts();
  readonly #calls = new NightCalls();
  #waking: Promise<boolean> = Promise.resolve(false);

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#guide = new GuideHand(
      () => ({ sound: this.#sound, thread: this.#thread, cues: this.#cues }),
      options.onLineProblem,
    );
    this.#hand = new MixHand(
      () => this.#sound,
      () => this.#thread,
      options.onLayerMissing,
    );
  }

  /**
   * Makes the context (suspended) and loads the audio thread's host, and beside it the layers that will be wanted; what
   * cannot be had is told when it is wanted. Rejects where Web Audio is missing or the host does not come.
   */
  async prepare(layers: readonly string[] = []): Promise<void> {
    const { context, thread } = this.#open();
    const warm = async () => {
      await thread.host();
      // Compiled now rather than between the press and the first sound.
      if (!this.#warmed) new Buses(context).dispose();
      this.#warmed = true;
    };
    await Promise.all([warm(), thread.bring(layers)]);
  }

  /** Asks the browser for sound. Called first of all from a touch, before anything is awaited. */
  wake(): void {
    this.#open();
    this.#waking = this.#clock?.run() ?? Promise.resolve(false);
  }

  /**
   * Sets a night going, after {@link wake}.
   * @param fromSeconds night time to begin at; later than 0 when a night is taken up again
   */
  async begin(plan: SoundPlan, fromSeconds = 0): Promise<Begun> {
    const counts = this.#attempts.begin();
    const { context, thread } = this.#open();
    const [missing, guiding] = await Promise.all([
      thread.bring(layersOf(plan)),
      plan.guides.length > 0 ? this.#guide.bring() : null,
      thread.host(),
    ]);
    if (!counts()) return "called-off";
    retire(null, this.#letGo(), LEAVE_SECONDS);
    if (plan.layers.length > 0 && !plan.layers.some(({ layer }) => thread.layers.has(layer))) {
      this.#clock?.rest(0);
      return "bed-missing";
    }
    const sound = new Sound({ context, known: thread.layers, plan, load: this.#options.load, guiding });
    this.#sound = sound;
    this.#options.onSound?.(context, sound);
    const start = context.currentTime + START_LEAD_SECONDS;
    sound.start(toBlock(start, context.sampleRate), fromSeconds);
    const awake = await this.#waking;
    if (!counts()) return "called-off";
    if (!awake) {
      this.#tearDown();
      return "refused";
    }
    if (missing.length > 0) this.#options.onLayerMissing();
    context.transport.start(sound.timeOf(fromSeconds), fromSeconds);
    this.#cues = new CueClock(context, this.#options.onCue);
    for (const track of sound.tracks) this.#guide.follow(track.guide, fromSeconds);
    this.#markEnd(plan.ending);
    // Words may be laid in on the way.
    void this.#guide.bring();
    return "sounds";
  }

  /** Night time now, by the audio clock; 0 when nothing plays. */
  get seconds(): number {
    return this.#sound?.seconds ?? 0;
  }

  /** The one context of the page's life; null before it was first needed. */
  get context(): Context | null {
    return this.#context;
  }

  /** Whether the audio clock runs. */
  get running(): boolean {
    return this.#clock?.running ?? false;
  }

  /** Lays the ending down anew; null = all night. */
  setEnding(ending: Ending | null): void {
    this.#sound?.layEnding(ending);
    this.#markEnd(ending);
  }

  /** Level of a layer; one that the mix lacks joins it as soon as it has come. */
  readonly setLevel = (layer: string, gainDb: number): void => this.#hand.setLevel(layer, gainDb);

  readonly setParam = (layer: string, name: string, value: number): void =>
    this.#hand.setParam(layer, name, value);

  /** Over to another mix in eight seconds; what has to come first joins when it is here. */
  readonly crossfade = (levels: readonly LayerLevel[]): void => this.#hand.crossfade(levels);

  readonly setCeiling = (lufs: number): void => this.#sound?.buses.limiter.setCeiling(lufs);

  readonly setGuideLevel = (gainDb: number): void => this.#sound?.setGuideLevel(gainDb);

  readonly addGuide = (guide: Guide): void => this.#guide.add(guide);

  /** Calls at a night time, at most a second ahead of it: for what the night decides on the way. */
  readonly at = (seconds: number, call: () => void): void =>
    this.#calls.at(this.#context, this.seconds, seconds, call);

  /** Calls at the beginning of each breath of a stretch, when it is heard. Returns the way to stop. */
  eachBreath(breathing: Breathing, stretch: Stretch, call: (breath: Breath) => void): () => void {
    const context = this.#context;
    return context ? onEachBreath(context, breathing, this.seconds, stretch, call) : () => undefined;
  }

  /** The guides that are in the night now. */
  get guides(): readonly Guide[] {
    return this.#sound?.tracks.map((track) => track.guide) ?? [];
  }

  /** Lets the words go, and what they ducked come up; breath and bed stay. */
  readonly dropWords = (): void => this.#guide.dropWords();

  /** "Te veel": the guide goes within three seconds, the bed stays. */
  readonly dropGuides = (): void => this.#guide.dropAll();

  /** Fades to nothing over a second and holds the clock. */
  hold(): void {
    this.#sound?.layPresence((now, gain) => leavingCurve(gain, now, HOLD_SECONDS));
    this.#clock?.rest(HOLD_SECONDS + 0.5);
  }

  /** As {@link hold}, at once: the sound would come out of a loudspeaker. */
  drop(): void {
    this.#sound?.drop(DROP_SECONDS);
    this.#clock?.rest(0.5);
  }

  /** Starts a clock anew that stands still though it is said to run. */
  restart(): void {
    this.#sound?.silence();
    this.#clock?.restart().then(() => this.#sound?.comeBack());
  }

  /** Lets go of a context that is of no use any more; the next beginning makes another. */
  renew(): void {
    retire(this.#context, this.#letGo(), DROP_SECONDS);
    this.#clock?.rest(2 * DROP_SECONDS);
    this.#clock = null;
    this.#thread = null;
    this.#context = null;
    this.#warmed = false;
  }

  /** Of the output, frames per second; 0 before there is one. */
  get rate(): number {
    return this.#context?.sampleRate ?? 0;
  }

  /** Comes back from {@link hold} or an interruption, gently. From a touch. False where the browser refuses. */
  async release(): Promise<boolean> {
    if (!(await this.#clock?.run()) || this.#leaving) return false;
    this.#sound?.comeBack();
    return true;
  }

  /** Full stop: everything fades within three seconds, then `onEnded`. Nothing but {@link close} comes after it. */
  leave(): void {
    if (!this.#sound || !this.running) {
      this.#finish();
      return;
    }
    this.#leaving = true;
    // Takes back a rest that was to come: the clock has to reach the end.
    void this.#clock?.run();
    this.#sound.layPresence((now, gain) => leavingCurve(gain, now, STOP_SECONDS));
    this.#markEnd({ deadlineSeconds: this.seconds + STOP_SECONDS + 0.1, fadeSeconds: STOP_SECONDS });
  }

  /** Ends the night's graph at once, and the clock with it; only when it is silent. Calls off what is beginning. */
  close(): void {
    this.#attempts.callOff();
    this.#tearDown();
    this.#clock?.rest(0);
  }

  #open(): { readonly context: Context; readonly thread: AudioThread } {
    const context = this.#context ?? createLiveContext();
    this.#context = context;
    this.#clock ??= new ContextClock(context, (state) => this.#unasked(state));
    this.#thread ??= new AudioThread(context, this.#options);
    return { context, thread: this.#thread };
  }

  /** The clock stopped or runs again by itself: nothing sounds until it is asked to. */
  #unasked(state: AudioContextState): void {
    if (!this.#sound) return;
    if (this.#leaving) {
      if (state !== "running") this.#finish();
      return;
    }
    if (state !== "running") this.#sound.silence();
    this.#options.onInterruption(state);
  }

  #finish(): void {
    this.#tearDown();
    this.#options.onEnded();
  }

  #markEnd(ending: Ending | null): void {
    this.#end?.cancel();
    this.#end = null;
    const silent = ending && this.#sound ? this.#sound.timeOf(silentFrom(ending)) : Number.POSITIVE_INFINITY;
    if (this.#context && silent < Number.POSITIVE_INFINITY)
      this.#end = new EndMark(this.#context, silent, () => this.#finish());
  }

  #tearDown(): void {
    this.#letGo()?.dispose();
  }

  /** Takes the night's sound out of the engine's hands; it still sounds. */
  #letGo(): Sound | null {
    this.#leaving = false;
    this.#calls.clear();
    this.#end?.cancel();
    this.#end = null;
    this.#cues?.clear();
    this.#cues = null;
    // Without a time Tone stops a look-ahead later: a second into the night that follows.
    const context = this.#context;
    context?.transport.stop(context.currentTime).cancel(0);
    const sound = this.#sound;
    this.#sound = null;
    return sound;
  }
}
