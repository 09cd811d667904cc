/**
 * Stands in for what Vega can draw and no chart of these pages does: forces, trees, cells, clouds of words, labels that
 * place themselves, regressions and filters across views. Without them a page fetches a tenth less of Vega.
 */
export {};
