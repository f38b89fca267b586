import { ProfileClient } from "../../../src/api/profile/profileClient.ts";
import { DocumentDesk } from "../../../src/api/sync/documentDesk.ts";
import { Sync, type SyncState } from "../../../src/api/sync/sync.ts";
import type { Documents } from "../../../src/session/documents/documents.ts";
import { initialDocuments } from "../../../src/store/initialDocuments.ts";
import type { Keep } from "../../../src/store/keep.ts";
import { localDocumentStore } from "../../../src/store/localDocuments.ts";
import { outboxStore } from "../../../src/store/outbox.ts";
import type { FakeService } from "./fakeService.ts";
import type { TestClock } from "./testClock.ts";

export interface TestDevice {
  readonly desk: DocumentDesk;
  readonly sync: Sync;
  readonly states: SyncState[];
  /** Changes the evening. */
  choose(changes: Partial<Documents["routine"]["routine"]>): void;
}

/** A device that has been switched on, with what it kept. */
export async function switchOn(
  service: FakeService,
  clock: TestClock,
  keep: Keep,
  key = "key",
  random: () => number = () => 0.5,
): Promise<TestDevice> {
  const desk = await DocumentDesk.open(localDocumentStore(keep), initialDocuments());
  const states: SyncState[] = [];
  const sync = new Sync({
    client: new ProfileClient(service.fetch, key),
    desk,
    clock,
    random,
    outbox: outboxStore(keep),
    openSocket: () => service.openSocket(),
    onState: (state) => states.push(state),
    onDevices: () => undefined,
  });
  await sync.start();
  return {
    desk,
    sync,
    states,
    choose(changes) {
      const { changedAt, routine, ...rest } = desk.get("routine");
      desk.edit("routine", {
        ...rest,
        changedAt: Math.max(clock.now(), changedAt + 1),
        routine: { ...routine, ...changes },
      });
    },
  };
}
