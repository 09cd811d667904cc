import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseFundingRules } from "./parse-rules.ts";

const file = "data/funding/england.yaml";

/** The text of England's rules. */
export const englandText = readFileSync(fileURLToPath(new URL(`../../../../${file}`, import.meta.url)), "utf8");

/** England's rules as planners use them. */
export const england = parseFundingRules(englandText, { file });
