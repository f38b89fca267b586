import { expect, it } from "vitest";
import { initialDocuments } from "../../src/store/initialDocuments.ts";
import { localDocumentStore } from "../../src/store/localDocuments.ts";
import { memoryKeep } from "./memoryKeep.ts";

const { mixes } = initialDocuments();
const entry = { name: "Rain", levels: [], changedAt: 1 };
const mine = { ...mixes, mixes: { "mix-of-mine": entry } };

it("gives back what was put, with what was sent and not answered", async () => {
  const store = localDocumentStore(memoryKeep());
  expect(await store.read("mixes")).toBeNull();
  const local = { mine, base: mixes, revision: 7, sent: [mine] };
  await store.put("mixes", local);
  expect(await store.read("mixes")).toEqual(local);
});

it.each([
  [{ mine, base: { version: 1, mixes: "none" }, revision: 7, sent: [] }],
  [{ mine, base: mixes, revision: -1, sent: [] }],
  [{ mine, base: mixes, revision: "7", sent: [] }],
  [{ mine }],
])("what is the person's own outlives damage around it (sample %$)", async (kept) => {
  const keep = memoryKeep();
  await keep.put("document:mixes", kept);
  expect(await localDocumentStore(keep).read("mixes")).toEqual({ mine, base: null, revision: 0, sent: [] });
});

it.each([[null], ["text"], [{ base: mixes }], [{ mine: { version: 9 } }]])(
  "what cannot be read is not there (sample %$)",
  async (kept) => {
    const keep = memoryKeep();
    await keep.put("document:mixes", kept);
    expect(await localDocumentStore(keep).read("mixes")).toBeNull();
  },
);
