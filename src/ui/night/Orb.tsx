import { useMemo, useRef } from "preact/hooks";
import type { Player } from "../../night/night.ts";
import { useFrame } from "./useFrame.ts";

/** With reduced motion the orb keeps its size and its light has this many steps. */
const STILL_STEPS = 8;
/** Light of an orb that stands still: as halfway through a breath. */
const STILL_OPACITY = "0.4";

/** The breath as light: larger and brighter as the lungs fill. Dark where nothing breathes. */
export function Orb({ player, moves }: { readonly player: Player; readonly moves: boolean }) {
  const orb = useRef<HTMLDivElement>(null);
  const lessMotion = useMemo(() => matchMedia("(prefers-reduced-motion: reduce)"), []);
  useFrame(() => {
    const style = orb.current?.style;
    if (!style) return;
    const level = player.breathLevel();
    if (level === null) {
      style.opacity = "0";
      return;
    }
    if (!moves) {
      style.opacity = STILL_OPACITY;
      style.transform = "none";
      return;
    }
    const still = lessMotion.matches;
    const light = still ? Math.round(level * STILL_STEPS) / STILL_STEPS : level;
    style.opacity = (0.22 + 0.5 * light).toFixed(3);
    style.transform = still ? "none" : `scale(${(0.62 + 0.38 * level).toFixed(4)})`;
  });
  return <div class="orb" ref={orb} aria-hidden="true" />;
}
