import { describe, expect, it } from "vitest";
import en from "../../src/i18n/en/messages.json";
import { loadMessages } from "../../src/i18n/load.ts";
import { loadNames, namesFrom } from "../../src/i18n/names.ts";
import nl from "../../src/i18n/nl/messages.json";

const whole = (file: unknown) => async () => file;
const away = async () => {
  throw new TypeError("Failed to fetch dynamically imported module");
};

describe("loadMessages", () => {
  it("brings the language that is wanted", async () => {
    const loaded = await loadMessages("nl");
    expect(loaded).toMatchObject({ language: "nl", missing: null });
    expect(loaded.messages["checkIn.tired"]).toBe("Gewoon moe");
  });

  it("brings the other language where the file is malformed, and says which one is missing", async () => {
    const files = new Map([
      ["nl", whole({ ...nl, "home.begin": 1 })],
      ["en", whole(en)],
    ] as const);
    const loaded = await loadMessages("nl", files);
    expect(loaded).toMatchObject({ language: "en", missing: "nl" });
    expect(loaded.messages["home.begin"]).toBe("Begin");
  });

  it("brings the other language where the file does not come", async () => {
    const files = new Map([
      ["nl", away],
      ["en", whole(en)],
    ] as const);
    expect(await loadMessages("nl", files)).toMatchObject({ language: "en", missing: "nl" });
  });

  it("gives up only where no language can be read", async () => {
    const files = new Map([["nl", away]] as const);
    await expect(loadMessages("nl", files)).rejects.toThrow("no language file");
  });
});

describe("names", () => {
  it("of every layer are there in Dutch and English", async () => {
    expect((await loadNames("nl")).layer("rain")).toBe("Regen");
    expect((await loadNames("en")).layer("rain")).toBe("Rain");
  });

  it("stand under the layer, or once for all layers", () => {
    const names = namesFrom({ params: { rain: { pace: "Vaart" }, hue: "Kleur" }, choices: { on: "aan" } });
    expect(names.param("rain", "pace")).toBe("Vaart");
    expect(names.param("ocean", "hue")).toBe("Kleur");
    expect(names.choice("ocean", "glow", "on")).toBe("aan");
  });

  it("that are damaged or do not come leave the ids to be read", async () => {
    expect(namesFrom({ layers: { rain: 3 } }).layer("slow-drone")).toBe("slow drone");
    const names = await loadNames("nl", new Map([["nl", away]] as const));
    expect(names.layer("rain")).toBe("rain");
  });
});
