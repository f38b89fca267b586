import type { CautionCode } from "../../person/caution.ts";
import type { Script } from "../../schema.ts";

/** Whether a script warns with a known code. */
export function hasCaution({ meta }: Script, code: CautionCode): boolean {
  return meta.caution.some((each) => "code" in each && each.code === code);
}
