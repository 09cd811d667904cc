/** The standard normal quantile at 90%: an 80% interval reaches this many standard deviations to each side. */
export const Z90 = 1.2815515655446004;
