/** The first calendar year of a label such as `2016` or `2016/17`; undefined for a text that is not a year. */
export function yearOfLabel(label: string): number | undefined {
  const found = /^(\d{4})(?:\/(\d{2}|\d{4}))?$/.exec(label);
  if (!found) return undefined;
  const [, first = "", second] = found;
  const year = Number(first);
  return second === undefined || Number(second) === (year + 1) % 10 ** second.length ? year : undefined;
}
