import type { Env as WorkerEnv } from "../../worker/env.ts";

declare global {
  namespace Cloudflare {
    /** Types `env` of "cloudflare:workers". */
    interface Env extends WorkerEnv {}
    /** Types `exports.default` of "cloudflare:workers". */
    interface GlobalProps {
      mainModule: typeof import("../../worker/index.ts");
    }
  }
}
