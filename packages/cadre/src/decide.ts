export type { LeverValue, Reached, Solution, Solved } from "./decide/answer.ts";
export type { LeverRange, Range } from "./decide/lever-range.ts";
export type { Obstacle } from "./decide/obstacles.ts";
export { solve } from "./decide/solve.ts";
export { type SolveDrawsOptions, type SolvedDraws, solveDraws } from "./decide/solve-draws.ts";
export type { Target } from "./decide/target.ts";
export type { SolveQuestion } from "./decide/trials.ts";
