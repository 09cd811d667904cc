import { whole } from "../error/shape.ts";

/** Beyond this the draws say nothing that a million did not. */
export const MOST_DRAWS = 1_000_000;

/** How many draws a question may ask for. */
export const DRAW_COUNT = whole(1, MOST_DRAWS);
