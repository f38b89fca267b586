declare namespace Cloudflare {
  /** Types `exports.default` of "cloudflare:workers". */
  interface GlobalProps {
    mainModule: typeof import("../../worker/index.ts");
  }
}
