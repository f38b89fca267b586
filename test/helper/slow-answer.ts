import type { Plugin } from "vite";

/** What answers late: `/slow-answer?seconds=11`. */
export const SLOW_ANSWER = "/slow-answer";

/** Lets the suites' server take its time: a page that asks without letting go of its thread stands still, and burns nothing. */
export function slowAnswer(): Plugin {
  return {
    name: "luwte-slow-answer",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use(SLOW_ANSWER, (request, response) => {
        const seconds = Number(new URL(request.url ?? "", "http://suite").searchParams.get("seconds"));
        setTimeout(() => response.end(), seconds * 1000);
      });
    },
  };
}
