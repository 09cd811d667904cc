import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { FuzzInput } from "./judge.ts";
import { diceOf, mutatedCsv, mutatedYaml } from "./mutate.ts";

const TABLE = "../../data/population/benchmarks.csv";
const PLACES = ["somerset", "north-west-academies", "cumbria", "nottinghamshire"].map((id) => join("scenarios", id));

/** Small, with every part of a system. */
export const TOWN = join("tests", "fuzz", "town");
/** Smaller still, each with some parts of a system. */
const VILLAGES = join("tests", "fuzz", "villages");
const COUNTS = "date,pool,measure,value\n2023-03-31,homes,headcount,1200\n2024-03-31,all,gap,8.5\n";
const FIGURES =
  "date,pool,measure,value,published,vintage,source\n" +
  "2017-03-31,here,leaving.rate,26.24%,2017-12-31,first,us\n2018-03-31,here,leaving.rate,32.39%,2018-12-31,first,us\n";

const named = (folder: string, ending: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

const read = (kind: FuzzInput["kind"], file: string, folder = TOWN): FuzzInput => ({
  ...{ kind, folder, text: readFileSync(file, "utf8") },
});

/** The files of a folder with a system: itself, its scenarios, its checks and its tables. */
const place = (folder: string): FuzzInput[] => [
  ...Array.from({ length: 3 }, () => read("system", join(folder, "system.yaml"), folder)),
  ...named(folder, ".csv").map((file) => ({ ...read("table", file, folder), table: basename(file) })),
  ...named(folder, "checks.yaml").map((file) => read("checks", file, folder)),
  ...named(folder, "assurance.yaml").map((file) => read("assurance", file, folder)),
  ...named(folder, ".yaml")
    .filter((file) => !/(system|checks|assurance)\.yaml$/.test(file))
    .map((file) => read("scenario", file, folder)),
];

/** Files that inputs are made from, as they are, and how many of a thousand inputs are made from them. */
export interface Originals {
  readonly ofThousand: number;
  readonly files: readonly FuzzInput[];
}

/** The larger a file, the slower to try and the seldomer it is taken. */
export function originals(): readonly Originals[] {
  const lone: readonly FuzzInput[] = [
    ...named(join("scenarios", "cumbria", "plans"), ".yaml").map((file) => read("plan", file)),
    read("funding", join("data", "funding", "england.yaml")),
    ...named(join("data", "interventions"), ".yaml").map((file) => read("intervention", file)),
    { kind: "observed", folder: TOWN, text: COUNTS },
    { kind: "series", folder: TOWN, text: FIGURES },
  ];
  const tables = PLACES.map((folder) => ({ ...read("table", join(folder, TABLE), folder), table: TABLE }));
  const series = named(join("data", "series"), ".csv").map((file) => read("series", file));
  const villages = readdirSync(VILLAGES).sort();
  return [
    { ofThousand: 850, files: villages.flatMap((name) => place(join(VILLAGES, name))) },
    { ofThousand: 115, files: lone },
    { ofThousand: 30, files: place(TOWN) },
    { ofThousand: 5, files: [...PLACES.flatMap(place), ...tables, ...series] },
  ];
}

/** The input of a number of a seed: always the same one. */
export function inputOf(seed: number, number: number, from: readonly Originals[]): FuzzInput {
  const dice = diceOf(Math.imul(seed, 0x9e3779b1) ^ number);
  const at = dice(from.reduce((sum, { ofThousand }) => sum + ofThousand, 0));
  const ends = from.map((_, i) => from.slice(0, i + 1).reduce((sum, { ofThousand }) => sum + ofThousand, 0));
  const { files } = from[ends.findIndex((end) => at < end)]!;
  const original = files[dice(files.length)]!;
  const isTable = ["table", "series", "observed"].includes(original.kind);
  return { ...original, text: (isTable ? mutatedCsv : mutatedYaml)(original.text, dice) };
}
