export { type AdjustmentEffect, adjustmentEffects } from "./apart/adjustment-effects.ts";
export { type ChangeRow, changeRows } from "./ask/change-rows.ts";
export { effectShare, evidenceOf } from "./ask/evidence-of.ts";
export { EVIDENCE_RULES, type EvidenceRule } from "./scenario/evidence.ts";

export { parseIntervention } from "./scenario/parse.ts";
export { coursePriced } from "./scenario/priced.ts";
export { scenarioText } from "./scenario/write.ts";
