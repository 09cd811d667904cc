export { isStillInPost } from "./model/asked-measures.ts";
export {
  CAUSE_NAMES,
  LEAVERS,
  type LeaverKind,
  type LeaverMeasure,
  measureOf,
  RETIREMENT_CAUSES,
} from "./model/causes.ts";
export type { MeasureFacts } from "./model/measure-facts.ts";
export { isMeasure, isRatio, isStock, MEASURES, POOL_MEASURES, partsOf, unitOf } from "./model/measures.ts";
export { poundsIn, type UnitWords } from "./model/units.ts";
export { measureNamed } from "./system/measure-named.ts";
