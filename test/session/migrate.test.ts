import { describe, expect, it } from "vitest";
import { migrate } from "../../src/session/migrate.ts";
import { parseSession } from "../../src/session/parse.ts";

const unnumbered = {
  id: "night-sea",
  kind: "bed",
  titles: { nl: "Nachtzee", en: "Night sea" },
  bed: { layers: [{ layer: "ocean", gainDb: 0 }] },
};

describe("migrate", () => {
  it("gives a document from before versions its number and the usual ending", () => {
    const parsed = parseSession(unnumbered);
    expect(parsed).toEqual({
      ok: true,
      session: { ...unnumbered, version: 2, ending: { fadeSeconds: 900 } },
    });
  });

  it("keeps an ending that such a document already has", () => {
    const parsed = parseSession({ ...unnumbered, version: 0, ending: { fadeSeconds: 300 } });
    expect(parsed.ok && parsed.session.ending.fadeSeconds).toBe(300);
  });

  it("leaves a document of the present version alone", () => {
    const document = { version: 2, anything: true };
    expect(migrate(document)).toEqual({ ok: true, document });
  });

  it("knows the sentences that cautions were in version 1", () => {
    const meta = {
      moment: ["evening"],
      need: ["tired"],
      author: "A",
      reviewedBy: "B",
      usualSeconds: 60,
    };
    const parts = [{ id: "a", title: "A", optional: false, items: [{ bell: {} }] }];
    const script = (caution: unknown) => ({ meta: { ...meta, caution }, parts });
    const old = {
      ...unnumbered,
      version: 1,
      kind: "guided",
      ending: { fadeSeconds: 900 },
      scripts: { nl: script(["Zacht aan."]), en: script([]) },
    };
    expect(parseSession(old)).toEqual({
      ok: true,
      session: { ...old, version: 2, scripts: { nl: script([{ text: "Zacht aan." }]), en: script([]) } },
    });
  });

  it.each([
    [{ version: 1, scripts: 3 }, "/scripts"],
    [{ version: 1, scripts: { nl: null } }, "/scripts/nl"],
    [{ version: 1, scripts: { nl: { meta: { caution: "x" } } } }, "/scripts/nl/meta/caution"],
    [{ version: 1, scripts: { nl: { meta: { caution: [7] } } } }, "/scripts/nl/meta/caution/0"],
  ])("leaves what is damaged in version 1 to the parser: %j", (value, pointer) => {
    const parsed = parseSession(value);
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.pointer)).toContain(pointer);
  });

  it("says which newer version it cannot read", () => {
    expect(migrate({ version: 7 })).toEqual({ ok: false, reason: "too-new", version: 7 });
  });

  it.each([null, [], 3, "x", true])("refuses %j, which is no document", (value) => {
    expect(migrate(value)).toEqual({ ok: false, reason: "not-a-document" });
  });
});
