import { defineConfig } from "tsdown";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    assure: "src/assure.ts",
    backtest: "src/backtest.ts",
    decide: "src/decide.ts",
    node: "src/node.ts",
    "draw-thread": "src/node/draw-thread.ts",
  },
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  deps: { neverBundle: [/^node:/] },
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
