import { expect, inject, it } from "vitest";
import { Connection } from "../bench/worker/connection.ts";
import { readRoutine } from "../bench/worker/requests.ts";

const CONNECTIONS = 16;
const SECONDS = 1;
/** Everyone who is there has a turn before anyone has a second one; twice that where one comes at the wrong moment. */
const OVERTAKING = 3 * CONNECTIONS;

async function newBearer(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/profiles`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ deviceName: "phone" }),
  });
  const { profileId, secret }: { profileId: string; secret: string } = await answer.json();
  return `Bearer ${profileId}.${secret}`;
}

it("every busy connection has its turn: while one waits, the others are answered some times, not hundreds of times", async () => {
  const address = inject("address");
  const request = readRoutine(await newBearer(address));
  const port = Number(new URL(address).port);
  const open = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(port)));
  const until = performance.now() + SECONDS * 1000;
  let answered = 0;
  let mostMeanwhile = 0;
  await Promise.all(
    open.map(async (connection) => {
      while (performance.now() < until) {
        const before = answered;
        const { status } = await connection.ask(request);
        expect(status).toBe(404);
        mostMeanwhile = Math.max(mostMeanwhile, answered - before);
        answered++;
      }
    }),
  );
  for (const connection of open) connection.close();
  expect(answered).toBeGreaterThan(10 * CONNECTIONS);
  expect(mostMeanwhile).toBeLessThan(OVERTAKING);
});
