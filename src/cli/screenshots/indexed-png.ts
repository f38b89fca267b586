import { crc32, deflateSync } from "node:zlib";

/** RGBA, 8 bits each, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const MAX_COLOURS = 256;
/** Shades of a channel with which rounding begins. */
const MOST_LEVELS = 120;
/** Exponent by which shades are spaced: 1 = evenly. */
const SPACING = 0.75;
const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A picture as a PNG of at most 256 colours (W3C PNG, colour type 3), a quarter of the size where a browser has
 * dithered its gradients. Channels are rounded no more than that takes, in the dark the least; opaque.
 */
export function indexedPng(pixels: Pixels): Buffer {
  for (let levels = MOST_LEVELS; levels > 1; levels--) {
    const indexed = index(pixels, shades(levels));
    if (indexed) return encode(pixels, indexed);
  }
  throw new Error("a picture of two shades has more than 256 colours");
}

/** Each value of a channel, rounded to one of a number of shades, closer together in the dark; 0 is one of them. */
function shades(levels: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const shade = Math.round((value / 255) ** SPACING * (levels - 1)) / (levels - 1);
    return Math.round(shade ** (1 / SPACING) * 255);
  });
}

interface Indexed {
  /** RGB of each colour. */
  readonly palette: Uint8Array;
  /** One filter byte (none) and the indices of each row. */
  readonly rows: Uint8Array;
}

/** Null where too many colours are left. */
function index({ width, height, data }: Pixels, rounded: Uint8Array): Indexed | null {
  const indices = new Map<number, number>();
  const palette: number[] = [];
  const rows = new Uint8Array(height * (width + 1));
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [red = 0, green = 0, blue = 0] = [0, 1, 2].map(
      (channel) => rounded[data[pixel * 4 + channel] ?? 0],
    );
    const colour = (red << 16) | (green << 8) | blue;
    let at = indices.get(colour);
    if (at === undefined) {
      at = indices.size;
      if (at === MAX_COLOURS) return null;
      indices.set(colour, at);
      palette.push(red, green, blue);
    }
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = at;
  }
  return { palette: Uint8Array.from(palette), rows };
}

function encode({ width, height }: Pixels, { palette, rows }: Indexed): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits per index; colour type 3: a palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(named, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
