/** One number for each of another; `undefined`, not NaN or 0, where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);
