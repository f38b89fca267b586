import { expect, it } from "vitest";
import { layerDocs } from "../../../src/cli/gallery/layer-doc.ts";

const file = (comment: string) => `
/** Something else. */
const GAIN = 0.1;

${comment}
export const creek = defineLayer({
  id: "creek",
`;

it("reads how a layer is made and where that comes from", () => {
  const text = file(`/**
 * Bubbles of many sizes over
 * a bed of noise.
 *
 * @source van den Doel (2005), Physically based models
 *   for liquid sounds
 * @source Minnaert (1933)
 */`);
  expect(layerDocs(text)).toEqual([
    {
      id: "creek",
      structure: "Bubbles of many sizes over a bed of noise.",
      sources: ["van den Doel (2005), Physically based models for liquid sounds", "Minnaert (1933)"],
    },
  ]);
});

it("says which layer lacks a source", () => {
  expect(() => layerDocs(file("/** Bubbles. */"))).toThrow("layer creek: its doc comment has no @source");
});
