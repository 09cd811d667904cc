/** One number for each of another; `undefined`, not NaN or 0, where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** What a number differs from another by; `undefined` where one of them cannot be worked out. */
export const difference = (value: number | undefined, from: number | undefined): number | undefined =>
  value === undefined || from === undefined ? undefined : value - from;
