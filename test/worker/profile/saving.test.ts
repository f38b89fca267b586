import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Documents } from "../../../worker/profile/documents.ts";
import { importDocuments } from "../../../worker/profile/import.ts";
import { makeTables } from "../../../worker/profile/tables.ts";
import { preconditionOf } from "../../../worker/routes/precondition.ts";

/** What a device does. It names the revision it knows, or one off, and what it does not know it cannot name. */
const device = fc.constantFrom(0, 1, 2);
const step = fc.oneof(
  fc.record({ do: fc.constantFrom("read" as const, "create" as const), device }),
  {
    arbitrary: fc.record({
      do: fc.constant("save" as const),
      device,
      off: fc.constantFrom(0, 0, 0, -1, 1),
      form: fc.constantFrom('"#"', 'W/"#"', '"x", "#"'),
    }),
    weight: 3,
  },
  fc.record({ do: fc.constant("import" as const), device, over: fc.boolean() }),
);

it("whatever devices do, a save counts exactly when it names what there is, and nothing else changes anything", async () => {
  await runInDurableObject(env.PROFILE.get(env.PROFILE.newUniqueId()), (_, { storage }) => {
    makeTables(storage);
    const { sql } = storage;
    const property = fc.property(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) => {
      sql.exec("DELETE FROM doc");
      let documents = new Documents(sql);
      const known = [0, 0, 0];
      /** The document as it should be: how often it was written, and by which step last. */
      let model = { revision: 0, mark: -1 };

      for (const [mark, each] of steps.entries()) {
        const { revision: before } = model;
        // The object may sleep between any two requests.
        if (each.device === 0) documents = new Documents(sql);
        const content = JSON.stringify({ version: 1, mark });
        let counts = false;
        let told: { readonly revision: number; readonly body: string } | null = null;
        if (each.do === "import") {
          const over = each.over ? (known[each.device] ?? 0) : null;
          const outcome = importDocuments(documents, [{ name: "routine", content, over }]);
          if (outcome === "too-new") throw new Error("nothing here is new");
          counts = over === null ? before === 0 : before > 0 && over === before;
          expect("imported" in outcome).toBe(counts);
          told = ("imported" in outcome ? outcome.imported : outcome.current)[0]?.stored ?? null;
        } else if (each.do === "read") {
          const found = documents.read("routine");
          told = found === "too-new" ? null : found;
        } else {
          const named = (known[each.device] ?? 0) + (each.do === "save" ? each.off : 0);
          const condition =
            each.do === "save"
              ? preconditionOf(each.form.replace("#", String(named)), undefined)
              : preconditionOf(undefined, "*");
          if (!condition) throw new Error("it is one");
          const written = documents.write("routine", condition, content);
          if (written === "too-new") throw new Error("nothing here is new");
          counts = each.do === "create" ? before === 0 : before > 0 && named === before;
          expect("stored" in written).toBe(counts);
          if ("stored" in written) expect(written.created).toBe(before === 0);
          told = "stored" in written ? written.stored : written.current;
        }
        if (counts) model = { revision: before + 1, mark };
        // Whatever the outcome, its device is told all it needs to go on.
        expect(told && { ...JSON.parse(told.body), tag: told.revision }).toEqual(
          model.revision === 0
            ? null
            : { version: 1, mark: model.mark, revision: model.revision, tag: model.revision },
        );
        known[each.device] = model.revision;
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});
