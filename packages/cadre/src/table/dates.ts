/** A date `yyyy-mm-dd` as a decimal year (2019-03-31 is 2019.2438…), or undefined when there is no such day. */
export function decimalYear(date: string): number | undefined {
  const [year, month, day] = partsOf(date);
  const time = Date.UTC(year, month - 1, day);
  const read = new Date(time);
  if (read.getUTCFullYear() !== year || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return undefined;
  const start = Date.UTC(year, 0, 1);
  return year + (time - start) / (Date.UTC(year + 1, 0, 1) - start);
}

/** Year, month and day of a date `yyyy-mm-dd`; NaN for a part that is missing or no number. */
export function partsOf(date: string): [year: number, month: number, day: number] {
  const [year, month, day] = date.split("-");
  return [Number(year), Number(month), Number(day)];
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The day of a date as people write it: `31 March`. */
export function dayOf(date: string): string {
  const [, month, day] = partsOf(date);
  return `${day} ${MONTHS[month - 1]}`;
}

/** Decimal years of all reference dates from base to the last, one a year. */
export function referenceDates(base: string, until: string): number[] {
  const [first, last] = [Number(base.slice(0, 4)), Number(until.slice(0, 4))];
  const day = base.slice(4);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    // 29 February exists only in leap years; the day before stands in for it.
    return decimalYear(`${year}${day}`) ?? (decimalYear(`${year}-02-28`) as number);
  });
}

/** Months from the day after a date to the first of a month; negative when it lies before. */
export function monthsAfter(date: string, year: number, month: number): number {
  const [y, m, d] = partsOf(date);
  const next = new Date(Date.UTC(y, m - 1, d + 1));
  const days = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  return (year - next.getUTCFullYear()) * 12 + (month - 1 - next.getUTCMonth()) - (next.getUTCDate() - 1) / days;
}

/** The date so many months later, or the last day of that month where it is shorter: 31 May and nine months is 28 February. */
export function monthsLater(date: string, months: number): string {
  const [y, m, d] = partsOf(date);
  const last = new Date(Date.UTC(y, m + months, 0)).getUTCDate();
  const ends = d === new Date(Date.UTC(y, m, 0)).getUTCDate();
  return new Date(Date.UTC(y, m - 1 + months, ends ? last : Math.min(d, last))).toISOString().slice(0, 10);
}
