/** How many whole steps beside the first are tried. */
const MOST_STEPS = 1000;

/**
 * The whole number nearest to `start` at which nothing is missing, from a value at which nothing is; undefined when none
 * up to `end` will do.
 */
export function wholeFrom(
  met: (x: number) => boolean,
  { at, start, end }: { readonly at: number; readonly start: number; readonly end: number },
): number | undefined {
  const way = at >= start ? 1 : -1;
  const near = Math.round(at);
  let n = Math.abs(at - near) < 1e-7 ? near : way > 0 ? Math.ceil(at) : Math.floor(at);
  const inside = (x: number) => (end - x) * way >= 0;
  for (let step = 0; step < MOST_STEPS && inside(n) && !met(n); step++) n += way;
  if (!inside(n) || !met(n)) return undefined;
  for (let step = 0; step < MOST_STEPS && (n - way - start) * way >= 0 && met(n - way); step++) n -= way;
  return n;
}
