import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/index.ts"],
  format: "esm",
  target: "es2022",
  platform: "neutral",
  dts: true,
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
});
