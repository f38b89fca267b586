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
      session: { ...unnumbered, version: 1, ending: { fadeSeconds: 900 } },
    });
  });

  it("keeps an ending that such a document already has", () => {
    const parsed = parseSession({ ...unnumbered, version: 0, ending: { fadeSeconds: 300 } });
    expect(parsed.ok && parsed.session.ending.fadeSeconds).toBe(300);
  });

  it("leaves a document of the present version alone", () => {
    const document = { version: 1, anything: true };
    expect(migrate(document)).toEqual({ ok: true, document });
  });

  it("says which newer version it cannot read", () => {
    expect(migrate({ version: 7 })).toEqual({ ok: false, reason: "too-new", version: 7 });
  });

  it.each([null, [], 3, "x", true])("refuses %j, which is no document", (value) => {
    expect(migrate(value)).toEqual({ ok: false, reason: "not-a-document" });
  });
});
