// openapi-typescript 7 writes its types through TypeScript's API, which TypeScript 7 does not have. This lends it the
// TypeScript 5 that @ts-morph/common brings along: node --import ./with-typescript-5.mjs …/openapi-typescript/bin/cli.js
import { registerHooks } from "node:module";

const TYPESCRIPT_5 = import.meta.resolve("@ts-morph/common/dist/typescript.js");

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "typescript"
      ? { url: TYPESCRIPT_5, format: "commonjs", shortCircuit: true }
      : next(specifier, context),
});
