/** Stands in a page for the direction numbers of Sobol sequences, which no page draws by: none is known, so that asking is an error. */
export const JOE_KUO: readonly never[] = [];
