import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", arquero: "src/arquero.ts" },
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
