import * as v from "valibot";
import { parseSession } from "../session/parse.ts";
import { GuideGainDb, Mix, NarratorChoice, Pace, TimerChoice } from "../session/routine.ts";
import { BreathPattern, LANGUAGES, SessionDocument } from "../session/schema.ts";
import type { Keep } from "./keep.ts";

const EpochMs = v.pipe(v.number(), v.finite(), v.minValue(0));

const Request = v.strictObject({
  session: SessionDocument,
  language: v.picklist(LANGUAGES),
  narrator: NarratorChoice,
  wantedSeconds: v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(36_000))),
  timer: TimerChoice,
  levels: Mix,
  breath: v.nullable(v.strictObject({ perMinute: Pace, pattern: BreathPattern })),
  haptics: v.boolean(),
  guideGainDb: v.exactOptional(GuideGainDb),
  fadeSeconds: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(7200))),
  afterwards: v.exactOptional(v.picklist(["silence", "whisper"])),
  wakeAt: v.exactOptional(EpochMs),
  awakeMinutes: v.exactOptional(v.pipe(v.number(), v.minValue(1), v.maxValue(600))),
  ceilingLufs: v.exactOptional(v.pipe(v.number(), v.minValue(-70), v.maxValue(0))),
  atThree: v.exactOptional(v.literal(true)),
});

const NightRecord = v.strictObject({
  request: Request,
  /** Wall clock at which the fade into sleep is over; null = all night. */
  deadline: v.nullable(EpochMs),
  /** Length of the fade before it, seconds. */
  fadeSeconds: v.pipe(v.number(), v.minValue(0), v.maxValue(7200)),
  /** Wall clock at which the night began. */
  startedAt: EpochMs,
});

/** What a reload needs to go on with a night. */
export type NightRecord = Readonly<v.InferOutput<typeof NightRecord>>;

/** The one night that this device is in. */
export interface NightStore {
  /** Null where there is none, or where it could not be read (it is then forgotten). */
  get(): Promise<NightRecord | null>;
  put(record: NightRecord): Promise<void>;
  clear(): Promise<void>;
}

const KEY = "night";

export function nightStore(keep: Keep): NightStore {
  return {
    async get() {
      const kept = await keep.get(KEY);
      if (kept === undefined) return null;
      const record = parseNightRecord(kept);
      if (!record) await keep.remove(KEY);
      return record;
    },
    put: (record) => keep.put(KEY, record),
    clear: () => keep.remove(KEY),
  };
}

/** Reads a kept night, its session migrated to this version; null where it is damaged. */
export function parseNightRecord(value: unknown): NightRecord | null {
  if (typeof value !== "object" || value === null || !("request" in value)) return null;
  const { request } = value;
  if (typeof request !== "object" || request === null || !("session" in request)) return null;
  const session = parseSession(request.session);
  if (!session.ok) return null;
  const parsed = v.safeParse(NightRecord, { ...value, request: { ...request, session: session.session } });
  return parsed.success ? parsed.output : null;
}
