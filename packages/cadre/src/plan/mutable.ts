/** What others only read, for the one who writes it. */
export type Mutable<T> = { -readonly [part in keyof T]: T[part] };
