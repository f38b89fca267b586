/**
 * What a sample `distance` frames away weighs in a band-limited interpolation: a sinc under Kaiser's window.
 * @param reach half the length of the window, frames
 * @param beta shape of the window: the larger, the flatter the band and the wider its edge below half the rate
 */
export function windowedSinc(distance: number, reach: number, beta: number): number {
  if (Math.abs(distance) >= reach) return 0;
  if (distance === 0) return 1;
  const x = Math.PI * distance;
  return (Math.sin(x) / x) * (bessel0(beta * Math.sqrt(1 - (distance / reach) ** 2)) / bessel0(beta));
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
