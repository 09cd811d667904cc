import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    assure: "src/assure.ts",
    backtest: "src/backtest.ts",
    decide: "src/decide.ts",
    formula: "src/formula.ts",
    funding: "src/funding.ts",
    measures: "src/measures.ts",
    node: "src/node.ts",
    population: "src/population.ts",
    rates: "src/rates.ts",
    results: "src/results.ts",
    scenarios: "src/scenarios.ts",
    schemas: "src/schemas.ts",
    tables: "src/tables.ts",
    uncertainty: "src/uncertainty.ts",
    workers: "src/workers.ts",
    "draw-thread": "src/node/draw-thread.ts",
  },
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  deps: { neverBundle: [/^node:/] },
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
