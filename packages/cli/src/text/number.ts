/** A number as people read it: thousands separated, at most `digits` decimals, never "-0". */
export function readableNumber(value: number, digits = 0): string {
  if (!Number.isFinite(value)) return String(value);
  const fixed = Math.abs(value).toFixed(digits);
  const [whole = "", decimals] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = value < 0 && Number(fixed) !== 0 ? "-" : "";
  return `${sign}${grouped}${decimals ? `.${decimals}` : ""}`;
}

/** A share of 1 as a percentage: 0.0734 is "7.3%". */
export const percentage = (share: number, digits = 1): string => `${readableNumber(share * 100, digits)}%`;

/** A number with as many decimals as its size deserves: 33,452 but 0.0734. */
export function significantNumber(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value + 0);
  const size = Math.floor(Math.log10(Math.abs(value)));
  const digits = Math.min(12, Math.max(0, 3 - size));
  return readableNumber(value, digits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}
