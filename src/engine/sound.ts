import type { Context } from "tone/build/esm/core/context/Context.js";
import type { Param } from "tone/build/esm/core/context/Param.js";
import { connect } from "tone/build/esm/core/context/ToneAudioNode.js";
import { dbToGain, gainToDb } from "../dsp/db.ts";
import type { LayerInfo } from "../session/catalogue.ts";
import { PULSE_LAYER } from "../session/pulse-layer.ts";
import type { LayerLevel } from "../session/schema.ts";
import { BreathCue } from "./breath-cue.ts";
import { breathStretches } from "./breath-stretches.ts";
import { Buses } from "./buses.ts";
import { type Curve, curveAt, layCurve } from "./curve.ts";
import { duckingCurve } from "./ducking-curve.ts";
import {
  type Ending,
  endingCurve,
  endingFrom,
  enteringCurve,
  guideCurve,
  joining,
  leavingCurve,
  RETURN_DB_PER_SECOND,
  returningCurve,
  START_SECONDS,
  shelfCurve,
  silentFrom,
} from "./fades.ts";
import type { GuideParts } from "./guide-parts.ts";
import type { GuideTrack } from "./guide-track.ts";
import { LayerBank } from "./layer-bank.ts";
import type { Guide, LoadLine, SoundPlan } from "./plan.ts";

/** How far ahead of the audio clock a change is laid, so that it lies in the future when it gets there, seconds. */
const LEAD_SECONDS = 0.1;
/** "Te veel": the voice is gone within three seconds. */
const DROP_SECONDS = 2.5;
/** How long a hand on the guide's level is smoothed, seconds. */
const GUIDE_LEVEL_SECONDS = 0.5;

/** The courses a night runs on. */
interface Curves {
  presence: Curve;
  ending: Curve;
  shelf: Curve;
  ducking: Curve;
  guide: Curve;
}

/**
 * The sound of one night on one context, live or offline: every curve of the plan laid down as native automation when
 * it starts and again when it changes. All times are night time, seconds.
 */
export class Sound {
  readonly buses: Buses;
  /** What the night was set going with. */
  readonly plan: SoundPlan;
  readonly #context: Context;
  readonly #load: LoadLine;
  readonly #known: ReadonlyMap<string, LayerInfo>;
  readonly #layers: LayerBank;
  readonly #breath: BreathCue | null;
  readonly #tracks: GuideTrack[] = [];
  /** Guides that were let go; their last breath of sound is still fading. */
  readonly #dropped: GuideTrack[] = [];
  #room: ReturnType<GuideParts["createRoom"]> | null = null;
  readonly #guiding: GuideParts | null;
  #originTime = 0;
  #endingPlan: Ending | null = null;
  #guideGain = 1;
  /** What has been laid: what is heard at any time can be read from here. */
  readonly #curves: Curves = {
    presence: [{ atSeconds: 0, value: 0 }],
    ending: endingCurve(null),
    shelf: shelfCurve(null),
    ducking: [{ atSeconds: 0, value: 1 }],
    guide: [{ atSeconds: 0, value: 1 }],
  };
  readonly #params: Readonly<Record<keyof Curves, Param<"gain"> | Param<"frequency">>>;

  constructor(options: {
    readonly context: Context;
    /** Layers whose kernels the audio thread has; one that comes later can be added to the mix. */
    readonly known: ReadonlyMap<string, LayerInfo>;
    readonly plan: SoundPlan;
    readonly load: LoadLine;
    /** What the plan's guides need; without it they are left out. */
    readonly guiding?: GuideParts | null;
  }) {
    const { context, plan } = options;
    this.#context = context;
    this.plan = plan;
    this.#load = options.load;
    this.#guiding = options.guiding ?? null;
    this.#known = options.known;
    this.buses = new Buses(context, plan.ceilingLufs);
    this.#params = {
      presence: this.buses.presence.gain,
      ending: this.buses.ending.gain,
      shelf: this.buses.shelf.frequency,
      ducking: this.buses.ducker.gain,
      guide: this.buses.narration.gain,
    };
    this.#layers = new LayerBank({
      context,
      known: options.known,
      output: this.buses.layers,
      seed: plan.seed,
      breathing: plan.breathing,
      levels: plan.layers,
      ending: plan.ending,
    });
    const stretches = breathStretches(plan.guides, plan.breathTone);
    this.#breath =
      plan.breathing && stretches.length > 0
        ? new BreathCue({
            context,
            output: this.buses.cues,
            seed: plan.seed,
            breathing: plan.breathing,
            stretches,
          })
        : null;
    for (const guide of plan.guides) this.#layers.planScenes(guide);
  }

  /** Night time now. */
  get seconds(): number {
    return this.#context.currentTime - this.#originTime;
  }

  /** The context time of a night time. */
  readonly timeOf = (seconds: number): number => this.#originTime + seconds;

  /**
   * Sets everything going so that night time `fromSeconds` falls on context time `atTime`, entering over ten seconds.
   * @param entering the course of the presence; by default the gentle entrance
   */
  start(atTime: number, fromSeconds: number, entering?: Curve): void {
    this.#originTime = atTime - fromSeconds;
    const { ending, guides } = this.plan;
    this.#layers.start(this.#originTime, fromSeconds, this.#endTime(ending));
    this.buses.limiter.until(this.#endTime(ending));
    this.#breath?.start(this.#originTime, fromSeconds);
    if (this.#guiding) for (const guide of guides) this.#open(guide, this.#guiding, fromSeconds);
    const gentle = () => enteringCurve(fromSeconds, this.#layers.mixDb(fromSeconds + START_SECONDS));
    this.#lay("presence", entering ?? gentle(), fromSeconds);
    this.#lay("ending", endingCurve(ending), fromSeconds);
    this.#lay("shelf", shelfCurve(ending), fromSeconds);
    this.#lay("ducking", this.#duckingPlan(), fromSeconds);
    this.#endingPlan = ending;
    this.#lay("guide", guideCurve(this.#guideGain, ending), fromSeconds);
  }

  /** Lays the whole ending down anew, from what is heard now; null = all night. */
  layEnding(ending: Ending | null): void {
    const now = this.#soon();
    this.#lay("ending", endingFrom(ending, now, curveAt(this.#curves.ending, now)), now);
    this.#lay("shelf", joining(shelfCurve(ending), now, curveAt(this.#curves.shelf, now)), now);
    this.#endingPlan = ending;
    this.#layGuide(now);
    this.#layers.thin(ending, now);
    this.#layers.until(this.#endTime(ending));
    this.buses.limiter.until(this.#endTime(ending));
  }

  /** The clock has stopped unasked: when it runs again, nothing sounds until it is asked to. */
  silence(): void {
    this.#lay("presence", [{ atSeconds: this.seconds, value: 0 }], this.seconds);
    this.buses.limiter.forget();
  }

  /** Silent within `seconds`, from this moment on. */
  drop(seconds: number): void {
    const gain = curveAt(this.#curves.presence, this.seconds);
    this.#lay("presence", leavingCurve(gain, this.seconds, seconds), this.seconds);
  }

  /** Changes how present the night is: held, coming back, leaving. */
  layPresence(course: (nowSeconds: number, gainNow: number) => Curve): void {
    const now = this.#soon();
    this.#lay("presence", course(now, curveAt(this.#curves.presence, now)), now);
  }

  /** From silence or from what is still heard to full presence, gently. */
  comeBack(): void {
    this.layPresence((now, gain) => {
      if (gain <= 0) return returningCurve(now, this.#layers.mixDb(now));
      const full = now + Math.max(0.05, -gainToDb(gain) / RETURN_DB_PER_SECOND);
      return [
        { atSeconds: now, value: gain },
        { atSeconds: full, value: 1 },
      ];
    });
  }

  /** Adds a guide in the middle of a night: its ducking, bells and pulses at once; its lines are scheduled by the caller. */
  addGuide(guide: Guide, guiding: GuideParts): GuideTrack {
    const now = this.#soon();
    const track = this.#open(guide, guiding, now);
    this.#layDucking(now);
    return track;
  }

  get tracks(): readonly GuideTrack[] {
    return this.#tracks;
  }

  /** "Te veel": every voice, bell, pulse and breath tone goes within three seconds; the bed comes up again and stays. */
  dropGuides(): void {
    this.dropWords();
    this.#breath?.drop(this.#soon(), DROP_SECONDS);
  }

  /** Every voice, bell and pulse goes within three seconds; breath and bed stay. */
  dropWords(): void {
    const now = this.#soon();
    for (const track of this.#tracks) track.drop(now, DROP_SECONDS);
    this.#dropped.push(...this.#tracks.splice(0));
    this.#layDucking(now);
  }

  readonly setLevel = (layer: string, gainDb: number): void =>
    this.#layers.setLevel(layer, gainDb, this.#soon());

  /** Over to another mix. */
  readonly crossfade = (levels: readonly LayerLevel[]): void => this.#layers.crossfade(levels, this.#soon());

  /** Level of all narration, smoothed. */
  setGuideLevel(gainDb: number): void {
    const now = this.#soon();
    this.#guideGain = dbToGain(gainDb);
    this.#layGuide(now);
  }

  readonly setParam = (layer: string, name: string, value: number): void =>
    this.#layers.setParam(layer, name, value, this.#soon());

  dispose(): void {
    for (const track of [...this.#tracks, ...this.#dropped]) track.dispose();
    this.#breath?.dispose();
    this.#layers.dispose();
    this.#room?.dispose();
    this.buses.dispose();
  }

  #soon(): number {
    return this.seconds + LEAD_SECONDS;
  }

  #openRoom({ createRoom }: GuideParts): void {
    if (this.#room) return;
    this.#room = createRoom(this.#context);
    connect(this.buses.narration, this.#room.node);
    connect(this.#room.node, this.buses.presence);
  }

  #open(guide: Guide, guiding: GuideParts, fromSeconds: number): GuideTrack {
    const track = new guiding.GuideTrack({
      context: this.#context,
      buses: this.buses,
      guide,
      load: this.#load,
      originTime: this.#originTime,
    });
    this.#tracks.push(track);
    if (guide.voice === "recorded") this.#openRoom(guiding);
    track.scheduleBells(this.plan.seed);
    track.startPulses(this.#known.get(PULSE_LAYER), this.plan.seed, fromSeconds);
    return track;
  }

  #layGuide(now: number): void {
    const plan = guideCurve(this.#guideGain, this.#endingPlan);
    this.#lay("guide", joining(plan, now, curveAt(this.#curves.guide, now), GUIDE_LEVEL_SECONDS), now);
  }

  #endTime(ending: Ending | null): number {
    return this.timeOf(ending ? silentFrom(ending) : Number.POSITIVE_INFINITY);
  }

  #layDucking(nowSeconds: number): void {
    const now = curveAt(this.#curves.ducking, nowSeconds);
    this.#lay("ducking", joining(this.#duckingPlan(), nowSeconds, now), nowSeconds);
  }

  #duckingPlan(): Curve {
    return duckingCurve(this.#tracks.map(({ guide }) => guide));
  }

  #lay(which: keyof Curves, curve: Curve, nowSeconds: number): void {
    this.#curves[which] = curve;
    layCurve(this.#params[which], curve, this.#originTime, nowSeconds);
  }
}
