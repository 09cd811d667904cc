export { answerDraws, type WorkerScope } from "./uncertainty/answer-draws.ts";
export type { DrawBlock, DrawTask, DrawWork } from "./uncertainty/draws.ts";
export type { MakingDraws } from "./uncertainty/make-draws.ts";
export { type PageWorker, type PageWorkersOptions, pageWorkers } from "./uncertainty/page-workers.ts";
export type { Cancel, Workers } from "./uncertainty/workers.ts";
