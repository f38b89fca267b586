import { CoupledBiquad } from "./coupled-biquad.ts";
import { FilterChain } from "./filter-chain.ts";
import { type AnalogSection, matchedSection } from "./matched-biquad.ts";

/**
 * Five sections whose gains add up to the 40-phon contour of ISO 226:2003 relative to 1 kHz, at most +24 dB in the lows
 * and held from 12.5 kHz on: fitted (least maximum error over thirds of an octave) at 44.1, 48 and 96 kHz at once, within
 * 0.25 dB of it.
 */
const SECTIONS: readonly AnalogSection[] = [
  { zeroHz: 112.03, zeroQ: 1.5553, poleHz: 105.85, poleQ: 2.2746 },
  { zeroHz: 534.13, zeroQ: 0.4938, poleHz: 112.55, poleQ: 0.6025 },
  { zeroHz: 1489.18, zeroQ: 1.2478, poleHz: 1502.21, poleQ: 2.5943 },
  { zeroHz: 3952.73, zeroQ: 1.231, poleHz: 12_395.1, poleQ: 0.8632 },
  { zeroHz: 11_757.8, zeroQ: 1.6758, poleHz: 9381.76, poleQ: 2.7018 },
];

/** White to grey: every third of an octave as loud as the next one at 40 phon. Its gain at 1 kHz is about -12 dB. */
export function greyFilter(sampleRate: number): FilterChain {
  return new FilterChain(SECTIONS.map((section) => new CoupledBiquad(matchedSection(section, sampleRate))));
}
