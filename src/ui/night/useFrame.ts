import { useEffect } from "preact/hooks";

/** Calls back before each frame that is drawn, as long as the component is on the screen. */
export function useFrame(draw: () => void): void {
  useEffect(() => {
    let frame = requestAnimationFrame(function each() {
      draw();
      frame = requestAnimationFrame(each);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
}
