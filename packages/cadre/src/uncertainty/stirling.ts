const LN_ROOT_TWO_PI = 0.9189385332046727;
/** From here on the series below gives all digits. */
const LARGE = 15;

/**
 * What Stirling's formula leaves out: ln Γ(z) − ((z − ½) ln z − z + ½ ln 2π), for z above 0. Series 5.11.1 of the NIST
 * Digital Library of Mathematical Functions for large z; smaller z are stepped up by ln Γ(z + 1) = ln Γ(z) + ln z.
 */
export function stirlingRest(z: number): number {
  let rest = 0;
  let x = z;
  for (; x < LARGE; x++) rest += (x + 0.5) * Math.log1p(1 / x) - 1;
  const q = 1 / (x * x);
  return rest + (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - q * (691 / 360360)))))) / x;
}

const SMALL = 128;
const FACTORIALS = new Float64Array(SMALL);
for (let n = 2; n < SMALL; n++) FACTORIALS[n] = FACTORIALS[n - 1]! + Math.log(n);

/** The logarithm of n!, for whole n from 0. */
export function logFactorial(n: number): number {
  if (n < SMALL) return FACTORIALS[n]!;
  const z = n + 1;
  const q = 1 / (z * z);
  const rest = (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q / 1680))) / z;
  return (z - 0.5) * Math.log(z) - z + LN_ROOT_TWO_PI + rest;
}
