import { posix } from "node:path";
import { importsOf, withoutComments } from "./imports.ts";
import { PACKAGES, type Zone, zoneOf } from "./zones.ts";

/** A file that grows past this many lines holds two concepts. */
export const MAX_LINES = 300;

/** Where the same seed and plan must give the same night: no clock and no chance of its own. */
const REPEATABLE = /^(src\/(session|dsp|engine|night)|sounds\/layers)\//;
const UNREPEATABLE = /\b(?:Math\.random|Date\.now)\b/;

/**
 * What is wrong with one file of ours, in words that say which import and why.
 * @param path from the project's folder, with slashes
 */
export function checkFile(path: string, source: string): readonly string[] {
  const zone = zoneOf(path);
  if (!zone) return [`${path} belongs to no zone; put it where its task is (test/architecture/zones.ts)`];
  return [
    ...importsOf(source).flatMap((specifier) => checkImport(path, zone, specifier)),
    ...checkLength(path, source),
    ...checkRepeatable(path, source),
    ...checkBarrel(path, source),
  ];
}

function checkImport(path: string, zone: Zone, specifier: string): string[] {
  if (zone.may === "all") return [];
  const bare = specifier.split("?")[0] ?? specifier;
  if (!bare.startsWith(".")) return checkPackage(path, zone, bare);
  const target = posix.join(posix.dirname(path), bare);
  const wanted = zoneOf(target) ?? zoneOf(`${target}/`);
  if (!wanted) return [`${path} imports ${target}, which belongs to no zone`];
  if (wanted.name === zone.name || zone.may.includes(wanted.name)) return [];
  const allowed = zone.may.length === 0 ? "nothing of ours" : zone.may.join(", ");
  return [`${path} imports ${target}: ${zone.name} may import ${allowed}, because ${zone.why}`];
}

function checkPackage(path: string, zone: Zone, specifier: string): string[] {
  const name = specifier.startsWith("node:")
    ? "node"
    : specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const rule = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
  if (!rule || rule.zones.includes(zone.name)) return [];
  return [`${path} imports ${specifier}: only ${rule.zones.join(" and ")} may, because ${rule.why}`];
}

function checkLength(path: string, source: string): string[] {
  const lines = source.trimEnd().split("\n").length;
  return lines <= MAX_LINES ? [] : [`${path} has ${lines} lines; split it, ${MAX_LINES} is the most`];
}

function checkRepeatable(path: string, source: string): string[] {
  const found = REPEATABLE.test(path) ? UNREPEATABLE.exec(withoutComments(source)) : null;
  return found
    ? [`${path} uses ${found[0]}: time and chance are handed in, so that a night can be repeated`]
    : [];
}

/** A file that only passes on what others export hides where things are. */
function checkBarrel(path: string, source: string): string[] {
  const statements = withoutComments(source)
    .split(";")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
  const passesOn =
    statements.length > 0 && statements.every((statement) => /^export\b[^=()]*\bfrom\b/.test(statement));
  return passesOn ? [`${path} only passes on other files' exports; import those files themselves`] : [];
}
