import * as v from "valibot";
import { Admission } from "../../../src/session/documents/bodies.ts";

const AT_ONCE = 16;
const PATIENCE_MS = 500;

/** An evening as someone has it who has changed a few things; 600 bytes. */
export const ROUTINE = JSON.stringify({
  version: 1,
  changedAt: 1_764_000_000_000,
  routine: {
    session: "wind-down",
    narrator: null,
    guideGainDb: -3,
    timer: { minutes: 45 },
    levels: Object.fromEntries(
      ["rain-window", "night-sea", "soft-fan"].map((session) => [
        session,
        ["rain", "ocean", "pink"].map((layer) => ({ layer, gainDb: -4.5 })),
      ]),
    ),
    wantedSeconds: { "wind-down": 900 },
    breath: { follow: true, perMinute: 6 },
  },
  aside: [],
});

/** Makes so many profiles, each with a routine, through the API. Waits where the service is busy. @returns their bearers */
export async function fill(address: string, profiles: number): Promise<readonly string[]> {
  const bearers: string[] = [];
  let left = profiles;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) {
        const made = await patiently(`${address}/api/profiles`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: '{"deviceName":"Phone"}',
        });
        const { profileId, secret } = v.parse(Admission, await made.json());
        const authorization = `Bearer ${profileId}.${secret}`;
        const headers = { "content-type": "application/json", "if-none-match": "*", authorization };
        const put = { method: "PUT", headers, body: ROUTINE };
        await (await patiently(`${address}/api/documents/routine`, put)).arrayBuffer();
        bearers.push(authorization);
      }
    }),
  );
  return bearers;
}

async function patiently(address: string, init: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(address, init);
    if (answer.status === 201) return answer;
    const said = await answer.text();
    if (answer.status !== 503) throw new Error(`filling: ${answer.status} ${said}`);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  }
}
