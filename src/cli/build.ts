import { buildContent, ContentError } from "./content/build-content.ts";
import { fail } from "./fail.ts";
import { ROOT } from "./root.ts";
import { buildApp } from "./serve/build-app.ts";

/** `npm run build`: content, client and self-hosted Worker. */
await buildContent(ROOT).catch((error: unknown) => {
  if (error instanceof ContentError) fail(error.message);
  throw error;
});
console.log((await buildApp(ROOT)) ? "dist/ is built" : "dist/ was built from these sources already");
