/**
 * Stands in a page for the check of systems and scenarios that come from code. What a page shows was read and checked by its
 * worker, and the schemas of a second check would be a tenth of what a page loads.
 */
export const checkAsFile = (): void => undefined;
