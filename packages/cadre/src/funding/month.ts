/** A month counted from January of year 0, so that months can be added and compared; from `2019-04` or `2019-04-30`. */
export function monthNumber(text: string): number | undefined {
  const found = /^(\d{4})-(0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.exec(text);
  return found ? Number(found[1]) * 12 + Number(found[2]) - 1 : undefined;
}

/** A counted month as people write it: `2019-04`. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** The tax year a counted month is in, by the calendar year it starts in. Cut at 1 April in place of 6 April. */
export function taxYear(month: number): number {
  return Math.floor((month - 3) / 12);
}
