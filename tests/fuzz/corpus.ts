import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FuzzInput } from "./judge.ts";

const FOLDER = join("tests", "fuzz", "corpus");

/** Every input that ever failed, by the name of its file. */
export function corpus(): [string, FuzzInput][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as FuzzInput]);
}

/** Keeps an input that failed; gives the path of its file. */
export function keep(name: string, input: FuzzInput): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(input, null, 2)}\n`);
  return path;
}
