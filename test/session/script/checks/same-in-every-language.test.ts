import { describe, expect, it } from "vitest";
import { sameAs } from "../../../../src/session/script/checks/same-in-every-language.ts";
import { compileScript } from "../../../../src/session/script/compile.ts";

const FRONT = `---
moment: evening
need: tired
caution: pain -> orient; One line.
author: A
reviewed-by: B
bed: night-sea
usual: 9m
---
`;
const words = (...numbers: string[]) => ({ numbers, slots: {} });
const BODY = `[choose place: sea|fire]
## Begin {#begin}
Het is laat. Het is stil.
[scene rain -3dB over 9s]
[count 2]
## Eind {#end} [when place=sea]
Rust maar.
[words every 7s for 2m]
- appel
- boot
## Vuur {#fire} [when place=fire] [optional]
Rust maar.
`;

function compiled(source: string, numbers: readonly string[]) {
  const result = compileScript(source, { file: "x", words: words(...numbers) });
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join("\n"));
  return result;
}

const findings = (other: string) =>
  sameAs(compiled(FRONT + BODY, ["Eén.", "Twee."]), compiled(other, ["One.", "Two."])).map(
    ({ line, message }) => `${line} ${message}`,
  );

describe("two languages of one session", () => {
  it("may have other sentences, numbers, words and titles, and more or fewer of them", () => {
    const other = BODY.replace("Het is laat. Het is stil.", "It's late.")
      .replace("Begin", "Beginning")
      .replace("- appel\n- boot", "- apple\n- boat\n- cart");
    expect(findings(FRONT.replace("One line.", "Another line.") + other)).toEqual([]);
  });

  it.each([
    ["another moment", FRONT.replace("evening", "day") + BODY, 2, "“moment:”"],
    ["another length", FRONT.replace("9m", "8m") + BODY, 8, "“usual:”"],
    ["another caution", FRONT.replace("pain -> orient", "pain") + BODY, 4, "“caution:”"],
    ["another question", FRONT + BODY.replace("sea|fire", "sea|fire|moon"), 9, "asks something else"],
    ["another part", FRONT + BODY.replace("{#end}", "{#ending}"), 15, "{#end}"],
    ["a part that may not be left out", FRONT + BODY.replace(" [optional]", ""), 20, "{#fire} [optional]"],
    ["a part less", FRONT + BODY.slice(0, BODY.indexOf("## Vuur")), 15, "{#fire}"],
    ["a part more", `${FRONT + BODY}## Meer\nRust.\n`, 22, "no such part"],
    ["another level", FRONT + BODY.replace("-3dB", "-4dB"), 13, "other directives"],
    ["a directive less", FRONT + BODY.replace("[count 2]\n", ""), 13, "other directives"],
    ["a directive more", FRONT + BODY.replace("[count 2]\n", "[count 2]\n[bell]\n"), 15, "other directives"],
  ])("are told apart by %s", (_, other, line, words) => {
    const found = findings(other);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${line} `));
    expect(found[0]).toContain(words);
  });
});
