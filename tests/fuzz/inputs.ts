import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FuzzInput } from "./judge.ts";
import { diceOf, mutatedCsv, mutatedYaml } from "./mutate.ts";

const TABLE = "../../data/population/benchmarks.csv";
const PLACES = ["somerset", "north-west-academies", "cumbria", "nottinghamshire"].map((id) => join("scenarios", id));

/** Small, with every part of a system: most inputs are made from it, since a try takes milliseconds. */
export const TOWN = join("tests", "fuzz", "town");
const OF_TOWN = 40;

const named = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

/** The files that inputs are made from: those of the places and of the catalogue, as they are. */
export function originals(): FuzzInput[] {
  const read = (kind: FuzzInput["kind"], file: string, folder = PLACES[0]!): FuzzInput => ({
    ...{ kind, folder, text: readFileSync(file, "utf8") },
    ...(kind === "table" && { table: TABLE }),
  });
  const town = [
    read("system", join(TOWN, "system.yaml"), TOWN),
    read("system", join(TOWN, "system.yaml"), TOWN),
    read("scenario", join(TOWN, "plan.yaml"), TOWN),
  ];
  const places = PLACES.flatMap((folder) => [
    read("system", join(folder, "system.yaml"), folder),
    read("system", join(folder, "system.yaml"), folder),
    read("table", join(folder, TABLE), folder),
    read("checks", join(folder, "checks.yaml"), folder),
    ...named(folder, ".yaml")
      .filter((file) => !/(system|checks)\.yaml$/.test(file))
      .map((file) => read("scenario", file, folder)),
  ]);
  return [
    ...Array.from({ length: OF_TOWN }, () => town).flat(),
    ...places,
    read("funding", join("data", "funding", "england.yaml")),
    ...named(join("data", "interventions"), ".yaml")
      .slice(0, 8)
      .map((file) => read("intervention", file)),
    ...named(join("data", "series"), ".csv").map((file) => read("series", file)),
    {
      kind: "observed",
      folder: PLACES[0]!,
      text: "date,pool,measure,value\n2020-03-31,care,headcount,1200\n2021-03-31,all,gap,8.5\n",
    },
  ];
}

/** The input of a number of a seed: always the same one. */
export function inputOf(seed: number, number: number, from: readonly FuzzInput[]): FuzzInput {
  const dice = diceOf(Math.imul(seed, 0x9e3779b1) ^ number);
  const original = from[dice(from.length)]!;
  const isTable = ["table", "series", "observed"].includes(original.kind);
  return { ...original, text: (isTable ? mutatedCsv : mutatedYaml)(original.text, dice) };
}
