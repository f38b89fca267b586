import * as v from "valibot";
import { LANGUAGES, LayerLevel } from "./schema.ts";

export const NarratorChoice = v.variant("kind", [
  v.strictObject({ kind: v.literal("pack"), id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)) }),
  v.strictObject({ kind: v.literal("device") }),
  v.strictObject({ kind: v.literal("captions") }),
  v.strictObject({ kind: v.literal("none") }),
]);

export const TimerChoice = v.union([
  v.literal("all-night"),
  v.strictObject({ minutes: v.pipe(v.number(), v.minValue(5), v.maxValue(600)) }),
]);

/** How a night falls asleep, what stays, and when it wakes. */
export const NightChoices = v.strictObject({
  /** Length of the fade into sleep. */
  fadeMinutes: v.pipe(v.number(), v.minValue(2), v.maxValue(60)),
  afterwards: v.picklist(["silence", "whisper"]),
  /** Time of day of a gentle wake, minutes since midnight; null = none. */
  wakeMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439))),
  /** How much longer it lasts for who is still awake. */
  awakeMinutes: v.pipe(v.number(), v.minValue(5), v.maxValue(120)),
});
export type NightChoices = Readonly<v.InferOutput<typeof NightChoices>>;

export const GuideGainDb = v.pipe(v.number(), v.minValue(-60), v.maxValue(6));

export const Pace = v.pipe(v.number(), v.minValue(2), v.maxValue(40));

export const SessionId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

export const Mix = v.pipe(v.array(LayerLevel), v.maxLength(12), v.readonly());

/** What an evening is made of: the routine's document. */
export const EveningFields = {
  /** Chosen session, by id. */
  session: SessionId,
  /** Null = not chosen yet. */
  narrator: v.nullable(NarratorChoice),
  guideGainDb: GuideGainDb,
  timer: TimerChoice,
  /** The person's own mix, per session; a session that is not here sounds as it was made. */
  levels: v.record(SessionId, Mix),
  /** Wanted length of the guided part in seconds, per session. */
  wantedSeconds: v.record(SessionId, v.pipe(v.number(), v.minValue(30), v.maxValue(36_000))),
  breath: v.strictObject({ follow: v.boolean(), perMinute: Pace }),
  /** Left out = as the session has it, then silence. */
  night: v.exactOptional(NightChoices),
} as const;

/** What holds whatever the evening: the settings' document. */
export const SettingsFields = {
  /** Null = by the browser's language. */
  language: v.nullable(v.picklist(LANGUAGES)),
  haptics: v.boolean(),
} as const;

/** Momentary loudness that no night may pass, LUFS. */
export const CeilingLufs = v.pipe(v.number(), v.minValue(-60), v.maxValue(-20));

/** What belongs to this device alone: another has another loudspeaker. Left out = not chosen. */
export const DeviceFields = { ceilingLufs: v.exactOptional(CeilingLufs) } as const;

/** All together, as they are kept on the device. */
export const RoutineFields = { ...EveningFields, ...SettingsFields, ...DeviceFields } as const;

const Whole = v.object(RoutineFields);
type Mutable = v.InferOutput<typeof Whole>;
export type Routine = { readonly [Field in keyof Mutable]: Mutable[Field] };
