import type { Names } from "../../i18n/names.ts";
import type { LayerInfo, ParamInfo } from "../../session/catalogue.ts";
import { BENCHES, type BenchFigures, FIGURES_FOLDER } from "./figures.ts";
import type { LayerDoc } from "./layer-doc.ts";

export interface GalleryPage {
  readonly layers: readonly LayerInfo[];
  readonly docs: ReadonlyMap<string, LayerDoc>;
  readonly names: Names;
  readonly figures: Readonly<Record<(typeof BENCHES)[number], BenchFigures>>;
}

const FAMILIES = { nature: "Nature", noise: "Noise", comfort: "Comfort", tone: "Tones" } as const;
const THUMBNAILS_PER_ROW = 4;
const NONE = "–";

/** docs/sounds/README.md: small pictures to find a sound by, then each sound, then every figure in one table. */
export function indexPage(page: GalleryPage): string {
  const families = Object.entries(FAMILIES).map(([family, title]) => ({
    title,
    layers: page.layers.filter((layer) => layer.family === family),
  }));
  return `${[
    "# Sounds",
    `${page.layers.length} sounds, all synthesized while they play. Each picture shows a stretch at default settings, seed 1: pitch upwards from 40 Hz to 16 kHz, time to the right, and below it the loudness. Listen to them, and move their parameters, at \`/gallery\` in the app. This page is written by \`npm run gallery\`.`,
    ...families.map(({ title, layers }) => `## ${title}\n\n${thumbnails(layers, page.names)}`),
    ...families.flatMap(({ layers }) => layers.map((layer) => section(layer, page))),
    figuresTable(page),
  ].join("\n\n")}\n`;
}

function thumbnails(layers: readonly LayerInfo[], names: Names): string {
  const cells = layers.map(
    ({ id }) =>
      `<td><a href="#${anchor(names.layer(id))}"><img src="${id}.png" width="200" alt=""><br>${names.layer(id)}</a></td>`,
  );
  const rows = [];
  for (let i = 0; i < cells.length; i += THUMBNAILS_PER_ROW) {
    rows.push(`<tr>${cells.slice(i, i + THUMBNAILS_PER_ROW).join("")}</tr>`);
  }
  return `<table>\n${rows.join("\n")}\n</table>`;
}

/** A heading's own address on a code host. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}

function section(layer: LayerInfo, { docs, names }: GalleryPage): string {
  const { id } = layer;
  const doc = docs.get(id);
  if (!doc) throw new Error(`layer ${id}: its file has no doc comment above the definition`);
  const settings = Object.keys(layer.settings ?? {}).map((setting) => names.setting(id, setting));
  const params = Object.entries(layer.params).filter(([, spec]) => spec.role === undefined);
  return [
    `### ${names.layer(id)}`,
    `![Spectrogram and level of ${names.layer(id)}](${id}.png)`,
    `\`${id}\` · ${doc.structure}`,
    ...(settings.length > 0 ? [`Settings: ${settings.join(", ")}.`] : []),
    ...(params.length > 0
      ? [
          table(
            ["parameter", "range", "default"],
            params.map(([name, spec]) => [`\`${name}\` ${names.param(id, name)}`, range(spec), value(spec)]),
          ),
        ]
      : []),
    `Sources: ${doc.sources.join("; ")}`,
  ].join("\n\n");
}

function range({ min, max, unit, choices }: ParamInfo): string {
  return choices ? choices.join(", ") : `${min} to ${max} ${unit}`.trim();
}

function value({ default: usual, unit, choices }: ParamInfo): string {
  return choices?.[usual] ?? `${usual} ${unit}`.trim();
}

function figuresTable({ layers, docs, figures }: GalleryPage): string {
  const rows = layers.map(({ id, loudnessLufs }) => {
    const real = figures.realism.rows.get(id);
    const cell = (bench: (typeof BENCHES)[number], column: string) =>
      String(figures[bench].rows.get(id)?.[column] ?? NONE);
    return [
      `\`${id}\``,
      docs.get(id)?.structure ?? "",
      docs.get(id)?.sources.join("; ") ?? "",
      loudnessLufs.toFixed(1),
      cell("engine", "ratio"),
      cell("layers", "x real time"),
      real ? `${real["kind"]}: rank ${real["rank"]}, ratio ${real["ratio"]}, margin ${real["margin"]}` : NONE,
      cell("layers", "worst click"),
      cell("layers", "repetition"),
    ];
  });
  return [
    "## Figures",
    table(
      [
        "layer",
        "structure",
        "source",
        "bare kernel, LUFS",
        "CPU ratio",
        "x real time",
        "realism",
        "worst click",
        "repetition",
      ],
      rows,
    ),
    ...BENCHES.map(
      (bench) =>
        `\`npm run bench -- ${bench} --json ${FIGURES_FOLDER}/${bench}.json\`: ${figures[bench].method}`,
    ),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
