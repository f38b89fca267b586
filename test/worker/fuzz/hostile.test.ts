import { env } from "cloudflare:workers";
import { expect, it, vi } from "vitest";
import { createApp } from "../../../worker/app.ts";
import { attack } from "../../helper/hostile/attack.ts";
import type { Send } from "../../helper/hostile/exchange.ts";
import { MARKER } from "../../helper/hostile/words.ts";
import { makeWorld } from "../../helper/hostile/world.ts";
import { described, misfits } from "../openapi/contract.ts";

const OPERATOR_SECRET = "operator-secret-of-thirty-two-and-more";
const app = createApp();

const send: Send = async ({ method, path, headers, body = null }) => {
  const init = { method, headers, body };
  const answer = await app.request(`http://luwte.test${path}`, init, { ...env, OPERATOR_SECRET });
  answer.webSocket?.accept();
  answer.webSocket?.close();
  return {
    status: answer.status,
    headers: answer.headers,
    text: answer.webSocket ? "" : await answer.text(),
  };
};

it("500 hostile requests to each route break nothing, learn nothing and change nothing of anyone else's", async () => {
  const logged = ["log", "info", "warn", "error"] as const;
  const logs = logged.map((level) => vi.spyOn(console, level).mockReturnValue());
  const world = await makeWorld(send, OPERATOR_SECRET, { attackers: 6, addresses: 60 });
  /** Answers that fit, by route: most come again and again. */
  const fitting = new Set<string>();
  const { routes, faults, victimUnchanged } = await attack(world, {
    seed: 20_261_122,
    requestsPerRoute: 500,
    atOnce: 10,
    alsoFaults: (request, { status, headers, text }) => {
      const operation = described.find(({ operationId }) => operationId === request.target.id);
      // Another method, another path: another operation's answer, or none's.
      if (request.method !== operation?.method || request.spoiled?.includes("path") || status === 101)
        return [];
      const answer = [request.target.id, status, headers.get("content-type"), text].join(" ");
      if (fitting.has(answer)) return [];
      const found = misfits(request.target.id, new Response(null, { status, headers }), text);
      if (found.length === 0) fitting.add(answer);
      return found;
    },
  });
  expect(faults.slice(0, 20)).toEqual([]);
  expect(victimUnchanged).toBe(true);
  expect(routes.map(({ id }) => id).sort()).toEqual(described.map(({ operationId }) => operationId).sort());
  expect(routes.filter(({ passed, requests }) => passed < 0.3 * requests)).toEqual([]);
  const passed = routes.reduce((sum, route) => sum + route.passed, 0);
  expect(passed / (routes.length * 500)).toBeGreaterThan(0.3);

  const said = logs
    .flatMap(({ mock }) => mock.calls)
    .flat()
    .join("\n");
  expect(said).not.toContain("unhandled");
  for (const secret of [
    MARKER,
    OPERATOR_SECRET,
    ...[world.victim, ...world.attackers].map(({ bearer }) => bearer),
  ])
    expect(said).not.toContain(secret);
}, 300_000);
