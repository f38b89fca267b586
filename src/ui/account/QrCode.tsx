import { encode } from "uqr";

/** Quiet zone around a symbol, modules (ISO/IEC 18004, 6.3.8). */
const QUIET_MODULES = 4;

/**
 * A QR code in amber and black. Its modules are the dark ones, as everywhere: turned around, many cameras do not see it.
 * @param label what it is for, for who cannot see it
 */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const width = size + 2 * QUIET_MODULES;
  const path = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x + QUIET_MODULES} ${y + QUIET_MODULES}h1v1h-1z`] : [])),
  );
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${width} ${width}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect class="qr-light" width={width} height={width} />
      <path class="qr-dark" d={path.join("")} />
    </svg>
  );
}
