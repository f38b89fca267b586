/** The three words are there in this stretch of the first minute, seconds since the night began. */
const FROM_SECONDS = 2;
const UNTIL_SECONDS = 15;

export function asksHowItIs(positionSeconds: number): boolean {
  return positionSeconds >= FROM_SECONDS && positionSeconds < UNTIL_SECONDS;
}
