export { asItStands } from "./uncertainty/as-it-stands.ts";
export { MAIN_MEASURES } from "./uncertainty/ensemble.ts";
export { mergeEnsembles } from "./uncertainty/merge-ensembles.ts";
export { type EnsembleData, openEnsemble } from "./uncertainty/open-ensemble.ts";
export type { OutcomeQuestion } from "./uncertainty/outcome-of-shares.ts";
export { type ElementaryEffect, type ScreeningOptions, screening } from "./uncertainty/screening.ts";
export { type SobolIndex, type SobolOptions, sobolIndices } from "./uncertainty/sobol-indices.ts";
export { type TornadoBar, tornado } from "./uncertainty/tornado.ts";
export {
  type OptionLoss,
  type UnpricedActions,
  type WorthMeasuring,
  type WorthOptions,
  worthMeasuring,
} from "./uncertainty/worth-measuring.ts";
