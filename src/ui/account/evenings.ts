import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { DocumentDesk } from "../../api/sync/documentDesk.ts";
import type { Documents } from "../../session/documents/documents.ts";
import { withAside } from "../../session/documents/merge/routine.ts";
import { isSame } from "../../session/documents/merge/three-way.ts";
import { MAX_PER_SESSION } from "../../session/documents/routine.ts";
import type { Routine } from "../../session/routine.ts";
import type { Keep } from "../../store/keep.ts";
import { documentsOf, routineOf } from "../../store/routineDocuments.ts";
import { ROUTINE } from "../../store/store.ts";
import type { App } from "../model/app.ts";

type Evening = Documents["routine"]["aside"][number];

/**
 * The routine on the screen and the documents in which it travels, kept the same: what the person changes goes into the
 * documents at once; what comes from another device is on the screen at once.
 */
export class Evenings {
  readonly #desk: DocumentDesk;
  readonly #now: () => number;
  readonly #aside;
  readonly #app: App;

  /** @param changedAt when the routine on the screen was last changed, epoch ms */
  constructor(app: App, desk: DocumentDesk, keep: Keep, now: () => number, changedAt: number) {
    this.#app = app;
    this.#desk = desk;
    this.#now = now;
    this.#aside = signal<readonly Evening[]>(desk.get("routine").aside);
    this.#write(app.routine.value, changedAt);
    effect(() => this.#write(app.routine.value, now()));
    desk.onChange((name) => {
      if (name !== "routine" && name !== "settings") return;
      this.#aside.value = desk.get("routine").aside;
      const routine = this.#routine();
      if (isSame(routine, app.routine.value)) return;
      const { changedAt } = desk.get("routine");
      void keep.put(ROUTINE, { ...routine, changedAt });
      app.adopt(routine);
    });
  }

  /** Evenings that two devices disagreed about, newest first. */
  get aside(): ReadonlySignal<readonly Evening[]> {
    return this.#aside;
  }

  /** Makes an evening that was put aside the present one, which is put aside instead. */
  takeBack(evening: Evening): void {
    const { changedAt, routine, aside } = this.#desk.get("routine");
    const taken = {
      version: 1 as const,
      changedAt: this.#later(changedAt),
      routine: evening.routine,
      aside: [],
    };
    this.#desk.edit(
      "routine",
      withAside(taken, [{ changedAt, routine }, ...aside.filter((each) => each !== evening)]),
    );
  }

  letGo(evening: Evening): void {
    const document = this.#desk.get("routine");
    const aside = document.aside.filter((each) => each !== evening);
    this.#desk.edit("routine", { ...document, changedAt: this.#later(document.changedAt), aside });
  }

  /** What the documents say, with what is this device's own. */
  #routine(): Routine {
    const { ceilingLufs } = this.#app.routine.peek();
    const shared = routineOf({ routine: this.#desk.get("routine"), settings: this.#desk.get("settings") });
    return ceilingLufs === undefined ? shared : { ...shared, ceilingLufs };
  }

  #write(shown: Routine, changedAt: number): void {
    if (isSame(shown, this.#routine())) return;
    const { routine, settings } = documentsOf(
      { ...shown, levels: newest(shown.levels), wantedSeconds: newest(shown.wantedSeconds) },
      changedAt,
    );
    const [was, set] = [this.#desk.get("routine"), this.#desk.get("settings")];
    if (!isSame(routine.routine, was.routine)) {
      const changed = { ...routine, changedAt: Math.max(changedAt, was.changedAt + 1) };
      this.#desk.edit("routine", withAside(changed, was.aside));
    }
    if (!isSame(settings.settings, set.settings)) {
      this.#desk.edit("settings", { ...settings, changedAt: Math.max(changedAt, set.changedAt + 1) });
    }
  }

  #later(changedAt: number): number {
    return Math.max(this.#now(), changedAt + 1);
  }
}

/** As many sessions as a document holds: those that were added last. */
function newest<Value>(perSession: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(perSession).slice(-MAX_PER_SESSION));
}
