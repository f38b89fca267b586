import { Gain } from "tone/build/esm/core/context/Gain.js";
import { connect } from "tone/build/esm/core/context/ToneAudioNode.js";
import { Random } from "../../../src/dsp/random.ts";
import { AudioThread } from "../../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../../src/engine/context.ts";
import { layCurve } from "../../../src/engine/curve.ts";
import { LayerNode } from "../../../src/engine/layer-node.ts";
import { renderSound } from "../../../src/engine/render.ts";
import { createShelf } from "../../../src/engine/shelf.ts";
import { layerFile } from "../../../src/layers.ts";
import workletUrl from "../../../src/worklet.ts?worker&url";
import { wavOf } from "../wav-of.ts";
import { type Piece, RATE, SAMPLES_PATH } from "./piece.ts";
import { RAMPS, type Ramp } from "./ramps.ts";

declare global {
  /** Renders a piece offline and posts its samples, left then right. */
  var renderPiece: (piece: Piece) => Promise<void>;
}

const SOURCES = { workletUrl, findLayer: async (id: string) => layerFile(id) };

/** A module that a busy machine serves too late for the engine's patience has come by the next time. */
const ATTEMPTS = 3;

globalThis.renderPiece = async (piece) => {
  for (let attempt = 1; ; attempt++) {
    const samples = await samplesOf(piece).catch((error: unknown) => {
      if (attempt === ATTEMPTS) throw error;
      return null;
    });
    if (samples) return void (await fetch(SAMPLES_PATH, { method: "POST", body: new Blob(samples) }));
  }
};

async function samplesOf(piece: Piece): Promise<Float32Array<ArrayBuffer>[]> {
  switch (piece.kind) {
    case "layer":
      return renderLayerNode(piece.id, piece.seconds);
    case "ramp": {
      const ramp = RAMPS[piece.id];
      if (!ramp) throw new Error(`second engine: no ramp "${piece.id}"`);
      return renderRamp(ramp);
    }
    case "night": {
      const { plan, fromSeconds, seconds } = piece;
      const sides: Float32Array<ArrayBuffer>[][] = [[], []];
      const load = async () => murmur();
      for await (const chunk of renderSound({
        ...SOURCES,
        plan,
        load,
        sampleRate: RATE,
        fromSeconds,
        seconds,
      }))
        for (const [side, samples] of chunk.entries()) sides[side]?.push(samples.slice());
      return sides.flat();
    }
  }
}

async function renderLayerNode(id: string, seconds: number): Promise<Float32Array<ArrayBuffer>[]> {
  const { context, render } = offline(seconds);
  const thread = new AudioThread(context, SOURCES);
  await Promise.all([thread.host(), thread.bring([id])]);
  const layer = thread.layers.get(id);
  if (!layer) throw new Error(`second engine: the layer "${id}" could not be loaded`);
  const node = new LayerNode({ context, layer, seed: 1, automation: {} });
  node.connect(context.rawContext.destination);
  node.layLevel([{ atSeconds: 0, value: 1 }], 0, 0);
  node.start({ originFrame: 0, fromFrame: 0, untilFrame: Number.POSITIVE_INFINITY });
  return render();
}

/** A gain is heard on a constant, so that what comes out is the course itself; a cut-off on noise. */
async function renderRamp({ unit, seconds, laid }: Ramp): Promise<Float32Array<ArrayBuffer>[]> {
  const { context, raw, render } = offline(seconds);
  if (unit === "frequency")
    await new AudioThread(context, { workletUrl, findLayer: async () => null }).host();
  const source = raw.createBufferSource();
  source.buffer = unit === "frequency" ? noise(raw) : constant(raw);
  source.loop = true;
  const [node, param] = rampNode(context, unit);
  connect(source, node);
  connect(node, raw.destination);
  for (const { curve, fromSeconds } of laid) layCurve(param, curve, 0, fromSeconds);
  source.start();
  return render();
}

function rampNode(context: ReturnType<typeof createOfflineContext>, unit: Ramp["unit"]) {
  if (unit === "frequency") {
    const { node, frequency } = createShelf(context);
    return [node, frequency] as const;
  }
  const gain = new Gain({ context, gain: 0 });
  return [gain, gain.gain] as const;
}

function offline(seconds: number) {
  const context = createOfflineContext(Math.round(seconds * RATE), RATE);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("second engine: needs an offline context");
  const render = async () => {
    const buffer = await raw.startRendering();
    return [buffer.getChannelData(0).slice(), buffer.getChannelData(1).slice()];
  };
  return { context, raw, render };
}

function constant(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, 128, RATE);
  buffer.getChannelData(0).fill(1);
  return buffer;
}

function noise(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, 4 * RATE, RATE);
  buffer.getChannelData(0).set(hiss(4 * RATE));
  return buffer;
}

function hiss(frames: number): Float32Array<ArrayBuffer> {
  const random = new Random();
  random.seed(1, 0, 0);
  return Float32Array.from({ length: frames }, () => 0.2 * random.signed());
}

/** Stands for a recorded line: three seconds of noise. */
function murmur(): ArrayBuffer {
  return wavOf(hiss(3 * RATE), RATE);
}
