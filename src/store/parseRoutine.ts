import * as v from "valibot";
import { CeilingLufs, NightChoices, type Routine, RoutineFields } from "../session/routine.ts";
import { DEFAULT_ROUTINE } from "./routine.ts";

export interface ReadRoutine {
  readonly routine: Routine;
  /** Entries that could not be read and are as in the beginning; empty = all is well. */
  readonly damaged: readonly string[];
}

/**
 * Reads a kept routine. Each entry stands alone: a damaged one falls back to its default (in `levels` and
 * `wantedSeconds`, one session's), the rest stays. Entries of other versions are passed over. Never throws.
 */
export function parseRoutine(value: unknown): ReadRoutine {
  if (value === undefined) return { routine: DEFAULT_ROUTINE, damaged: [] };
  if (typeof value !== "object" || value === null) return { routine: DEFAULT_ROUTINE, damaged: [""] };
  const kept = new Map<string, unknown>(Object.entries(value));
  const damaged: string[] = [];

  function entry<Schema extends v.GenericSchema>(
    name: string,
    schema: Schema,
    fallback: v.InferOutput<Schema>,
  ): v.InferOutput<Schema> {
    if (!kept.has(name)) return fallback;
    const parsed = v.safeParse(schema, kept.get(name));
    if (parsed.success) return parsed.output;
    damaged.push(name);
    return fallback;
  }

  function perSession<Value>(
    name: string,
    schema: v.GenericSchema<unknown, Record<string, Value>>,
  ): Record<string, Value> {
    const all = entry(name, v.record(v.string(), v.unknown()), {});
    const whole: Record<string, Value> = {};
    for (const [session, each] of Object.entries(all)) {
      const parsed = v.safeParse(schema, { [session]: each });
      if (parsed.success) Object.assign(whole, parsed.output);
      else damaged.push(`${name}.${session}`);
    }
    return whole;
  }

  const usual = DEFAULT_ROUTINE;
  const fields = RoutineFields;
  const night = entry<v.GenericSchema<unknown, NightChoices | undefined>>(
    "night",
    v.optional(NightChoices),
    undefined,
  );
  const ceilingLufs = entry<v.GenericSchema<unknown, number | undefined>>(
    "ceilingLufs",
    v.optional(CeilingLufs),
    undefined,
  );
  const routine: Routine = {
    session: entry("session", fields.session, usual.session),
    language: entry("language", fields.language, usual.language),
    narrator: entry("narrator", fields.narrator, usual.narrator),
    guideGainDb: entry("guideGainDb", fields.guideGainDb, usual.guideGainDb),
    timer: entry("timer", fields.timer, usual.timer),
    levels: perSession("levels", fields.levels),
    wantedSeconds: perSession("wantedSeconds", fields.wantedSeconds),
    breath: entry("breath", fields.breath, usual.breath),
    haptics: entry("haptics", fields.haptics, usual.haptics),
    ...(night ? { night } : {}),
    ...(ceilingLufs === undefined ? {} : { ceilingLufs }),
  };
  return { routine, damaged };
}
