/** Behind the name of what rests on an effect that nobody has measured. */
export const UNMEASURED = " *";
