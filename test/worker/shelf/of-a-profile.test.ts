import { describe, expect, it } from "vitest";
import { secretHash } from "../../../src/session/secret-hash.ts";
import { Person } from "../profile/person.ts";
import { ask, codeOf, send, someMix } from "./sharing.ts";

const key = ({ bearer }: Person) => bearer.slice("Bearer ".length);

async function shareAs(person: Person, withdrawKey: string, from = "10.3.0.1") {
  const publication = {
    document: someMix(),
    lifetime: "until-withdrawn",
    withdrawHash: await secretHash(withdrawKey),
  };
  return send("/api/shared", publication, { key: key(person), from });
}

describe("what a person shares", () => {
  it("counts for the profile, wherever it is shared from", async () => {
    const person = await Person.create();
    const statuses = [];
    for (let each = 0; each < 22; each++) statuses.push((await shareAs(person, `${each}`)).status);
    // An address alone may share twenty.
    expect(statuses).toEqual(Array(22).fill(201));
  });

  it("needs a key that is good, where one is sent", async () => {
    const person = await Person.create();
    const stranger = { key: `${person.profileId}.${"A".repeat(43)}` };
    const publication = { document: someMix(), lifetime: "1-day", withdrawHash: "A".repeat(43) };
    const refused = await send("/api/shared", publication, stranger);
    expect([refused.status, await codeOf(refused)]).toEqual([401, "key-refused"]);
  });

  it("is withdrawn when everything of theirs is erased, and nobody else's with it", async () => {
    const [person, other] = [await Person.create(), await Person.create()];
    const { url } = await (await shareAs(person, "mine")).json<{ url: string }>();
    const theirs = await (await shareAs(other, "theirs")).json<{ url: string }>();
    const erased = await person.ask("/api/profile", {
      method: "DELETE",
      headers: { "luwte-confirm": "erase" },
    });
    expect(erased.status).toBe(204);
    expect((await ask(url)).status).toBe(410);
    expect((await ask(theirs.url)).status).toBe(200);
  });
});
