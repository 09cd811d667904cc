/** A piece of a formula and the column it starts in, counted from 1. */
export interface Token {
  readonly kind: "number" | "name" | "function" | "text" | "sign";
  readonly text: string;
  readonly column: number;
}
