import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compiledKernel } from "./compile.ts";

writeFileSync(fileURLToPath(new URL("../src/supply/kernel-code.ts", import.meta.url)), await compiledKernel());
