/** A whole number as planners read it: 1,705,000. */
export const wholeNumber = (number: number): string => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");
