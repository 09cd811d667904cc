/** Behind the name of what depends on an effect that nobody has measured. */
export const UNMEASURED = " *";
