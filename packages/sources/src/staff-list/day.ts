/** A day as the number of days since 1 January 1970. */
export type Day = number;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day of a year, month (1 to 12) and day of the month. A day that the month does not have runs on into the next one.
 * Years are counted from March, so that the leap day is the last of them. A list has millions of dates: no objects here.
 */
function dayFrom(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** A day as one number that is read like a date: 20240331. */
function digitsOf(day: Day): number {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return (era * 400 + year + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + ofYear - Math.floor((153 * m + 2) / 5) + 1;
}

/** The day of a date of the calendar, or undefined when the calendar has no such date. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const found = dayFrom(year, month, day);
  return digitsOf(found) === year * 10_000 + month * 100 + day ? found : undefined;
}

/** The year that a day lies in. */
export const yearOf = (day: Day): number => Math.floor(digitsOf(day) / 10_000);

/** The same date some years later; 29 February becomes 1 March where there is none. */
export function yearsLater(day: Day, years: number): Day {
  const digits = digitsOf(day);
  return dayFrom(Math.floor(digits / 10_000) + years, Math.floor(digits / 100) % 100, digits % 100);
}

/** Completed years from one day to another: an age, or a length of service. */
export const completedYears = (from: Day, to: Day): number => Math.floor((digitsOf(to) - digitsOf(from)) / 10_000);

/** `2024-03-31`. */
export const isoDay = (day: Day): string => String(digitsOf(day)).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");

export const DATE_ORDERS = ["day-first", "month-first"] as const;

/** Which of two numbers in `03/04/2024` is the day. */
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * A date as personnel systems write it: `2024-03-31`, `31/03/2024`, `31-MAR-2024`, `31 March 2024`, with or without a time of
 * day. Undefined for anything else, and for years of two digits, which could be of two centuries.
 */
export function parseDay(text: string, order: DateOrder): Day | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$/, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(word);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    return order === "day-first" ? dayOf(Number(numbers[3]), second, first) : dayOf(Number(numbers[3]), first, second);
  }
  const named = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/.exec(word);
  if (!named) return undefined;
  const month = MONTHS.findIndex((name) => named[2]!.startsWith(name)) + 1;
  return month > 0 ? dayOf(Number(named[3]), month, Number(named[1])) : undefined;
}

/** The order that the dates of a column prove, or undefined when none of them has a day above 12. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  for (const text of texts) {
    const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\b/.exec(text.trim());
    if (numbers && Number(numbers[1]) > 12) return "day-first";
    if (numbers && Number(numbers[2]) > 12) return "month-first";
  }
  return undefined;
}
