import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/cadre.ts"],
  format: "esm",
  target: "node20",
  platform: "node",
  dts: false,
  outExtensions: () => ({ js: ".js" }),
});
