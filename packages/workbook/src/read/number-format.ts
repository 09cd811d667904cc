/** How a number is meant to be read: as it is, as a percentage, as a date or time, or as a code with so many digits. */
export type Format =
  | { readonly kind: "number" | "percent" | "date" }
  | { readonly kind: "code"; readonly digits: number };

const NUMBER: Format = { kind: "number" };
const PERCENT: Format = { kind: "percent" };
const DATE: Format = { kind: "date" };

/** Formats that a workbook names by number alone, without saying what they are. */
export function builtInFormat(id: number): Format {
  if (id === 9 || id === 10) return PERCENT;
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? DATE
    : NUMBER;
}

/** What the code of a format means: `0.0%`, `dd/mm/yyyy`, `000000`. */
export function formatOf(code: string): Format {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";")[0] ?? "";
  if (bare.includes("%")) return PERCENT;
  if (/^0{2,}$/.test(bare)) return { kind: "code", digits: bare.length };
  // "General" and "E+" hold letters of dates too.
  return /[ymdhs]/i.test(bare.replace(/general|e[+-]/gi, "")) || /\[[hms]+\]/i.test(code) ? DATE : NUMBER;
}

/** A number of a workbook as text: `1234.5`, `34%`, `2019-03-31`, `2019-03-31T14:30`, `004217`. */
export function numberText(value: number, format: Format, from1904: boolean): string {
  if (!Number.isFinite(value)) return String(value);
  if (format.kind === "percent") return `${exact(value * 100)}%`;
  if (format.kind === "date") return dateText(value, from1904);
  if (format.kind === "code" && Number.isInteger(value) && value >= 0)
    return String(value).padStart(format.digits, "0");
  return String(value + 0);
}

/** A number without the error that multiplying by a hundred adds: 0.07 is 7, not 7.000000000000001. */
const exact = (value: number): string => String(Number(value.toPrecision(15)) + 0);

const [DAY, MINUTE] = [86_400_000, 60_000];

function dateText(serial: number, from1904: boolean): string {
  const all = Math.round(serial * 24 * 60);
  const [days, minutes] = [Math.floor(all / 1440), ((all % 1440) + 1440) % 1440];
  const time = minutes === 0 ? "" : new Date(minutes * MINUTE).toISOString().slice(11, 16);
  if (days < 0 || days > 2_958_465) return String(serial);
  if (days === 0 && !from1904) return time === "" ? "0" : time;
  // Excel counts a 29 February 1900 that never was.
  if (days === 60 && !from1904) return "1900-02-29";
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(first + days * DAY).toISOString().slice(0, 10);
  return time === "" ? date : `${date}T${time}`;
}
