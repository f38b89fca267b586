import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { linkFolder } from "../link-files.ts";
import { fingerprint } from "./fingerprint.ts";
import { FINGERPRINT_FILE, isBuilt } from "./is-built.ts";
import { prepareSite } from "./site-manifest.ts";

/**
 * Builds the client and the self-hosted Worker into `dist/`, from content that stands in sounds/built.
 * @param root the project's folder
 * @returns false where `dist/` was built from these very sources and nothing had to be done
 */
export async function buildApp(root: string): Promise<boolean> {
  const sources = await fingerprint(root);
  if (await isBuilt(root, sources)) return false;
  await forPeople(async () => {
    await buildClient(root);
    await buildWorker(root);
  });
  const manifest = await prepareSite(join(root, "dist/client"), join(root, "dist/selfhost/gzip"));
  await writeFile(join(root, "dist/selfhost/site.json"), JSON.stringify(manifest));
  await writeFile(join(root, FINGERPRINT_FILE), sources);
  return true;
}

/** Whoever asks for it, a build is for people: in a suite's own mode what is for developers would stay in it. */
async function forPeople(build: () => Promise<void>): Promise<void> {
  const asked = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build();
  } finally {
    if (asked === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = asked;
  }
}

async function buildClient(root: string): Promise<void> {
  await mkdir(join(root, "dist"), { recursive: true });
  await build({ root, configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  await linkFolder(join(root, "public"), join(root, "dist/client"));
}

/** worker/selfhost.ts as the one module that worker/workerd.capnp embeds. */
async function buildWorker(root: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { target: "webworker", noExternal: true },
    build: {
      ssr: "worker/selfhost.ts",
      outDir: "dist/selfhost",
      emptyOutDir: true,
      minify: true,
      target: "es2023",
      // The runtime's own module, where Durable Objects come from.
      rolldownOptions: {
        external: ["cloudflare:workers"],
        output: { entryFileNames: "worker.js", codeSplitting: false },
      },
    },
  });
}
