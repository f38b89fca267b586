import { contentOrFail } from "./content/content-or-fail.ts";
import { failWith } from "./fail.ts";
import { ROOT } from "./root.ts";
import { buildApp } from "./serve/build-app.ts";

/** `npm run build`: content, client and self-hosted Worker. */
await contentOrFail(ROOT);
console.log(
  (await buildApp(ROOT).catch(failWith)) ? "dist/ is built" : "dist/ was built from these sources already",
);
