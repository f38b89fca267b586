import { parseArgs } from "node:util";
import { fail, failWith } from "./fail.ts";
import { describeReport } from "./reports/describe.ts";
import { ReportsClient } from "./reports/reports-client.ts";

/**
 * `npm run reports`: what people have reported of shared presets, and what the operator does about it. The secret is
 * LUWTE_OPERATOR_SECRET, the same that the service was started with.
 */
const USAGE = `Usage: npm run reports -- list
       npm run reports -- withdraw ID    takes it away for good, whoever shares it
       npm run reports -- dismiss ID     leaves it, and forgets what was said of it
       --at ADDRESS                      of the service; http://127.0.0.1:8787 where it is not said`;

const { positionals, values } = readArguments();
const [action, id, ...others] = positionals;
const secret = process.env["LUWTE_OPERATOR_SECRET"] ?? "";
if (secret.length < 32) {
  fail("Set LUWTE_OPERATOR_SECRET to the secret that the service was started with (32 characters or more).");
}
const client = new ReportsClient(values.at, secret);

if (action === "list" && id === undefined) {
  const reported = await client.list().catch(failWith);
  console.log(reported.length === 0 ? "Nothing is reported." : reported.map(describeReport).join("\n\n"));
} else if ((action === "withdraw" || action === "dismiss") && id !== undefined && others.length === 0) {
  await client.decide(id, action).catch(failWith);
  console.log(action === "withdraw" ? `${id} is taken away for good.` : `${id} stays; its reports are gone.`);
} else {
  fail(USAGE, 2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { at: { type: "string", default: "http://127.0.0.1:8787" } },
    });
  } catch {
    return fail(USAGE, 2);
  }
}
