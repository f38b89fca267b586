import { DurableObject } from "cloudflare:workers";

/** Counts its visits in SQLite. */
export class Counter extends DurableObject {
  fetch() {
    this.ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS visit (at INTEGER)");
    this.ctx.storage.sql.exec("INSERT INTO visit VALUES (1)");
    return new Response(String(this.ctx.storage.sql.exec("SELECT COUNT(*) AS n FROM visit").one().n));
  }
}

export default {
  fetch(request, env) {
    return env.COUNTER.get(env.COUNTER.idFromName("only")).fetch(request);
  },
};
