import type { TextEdit, TextPath } from "./path.ts";
import { agesOf } from "./pool-text.ts";
import { isRecord, type PlaceRecord } from "./record.ts";
import { asTyped } from "./typed.ts";

/** Something that nobody has given, what is taken for it, and what another number would make of the answer. */
export interface MissingNumber {
  /** "No vacancy rate is given: 0% is assumed." */
  readonly says: string;
  /** "With 8%". */
  readonly other: string;
  readonly edits: readonly TextEdit[];
}

interface Kind {
  readonly keys: readonly string[];
  /** "No vacancy rate is given: 0% is assumed", without the full stop. */
  readonly says: (value: unknown) => string;
  readonly other: string;
  readonly to: (value: unknown) => unknown;
}

const number = (value: unknown): number => Number.parseFloat(String(value));

/** Numbers of a group of staff without which there is an answer, but a less sure one. */
const KINDS: readonly Kind[] = [
  {
    keys: ["vacancyRate"],
    says: (value) => `No vacancy rate is given: ${asTyped(value ?? "0%", "%")}% is assumed`,
    other: "With 8%",
    to: () => "8%",
  },
  {
    keys: ["leaving", "rate"],
    says: (value) => `No leaving rate is given: ${asTyped(value, "%")}% is assumed`,
    other: "With 5 points more",
    to: (value) => `${number(value) + 5}%`,
  },
  {
    keys: ["fte"],
    says: (value) => `No hours are given: ${value ?? 1} FTE a head are assumed`,
    other: "With a tenth less",
    to: (value) => Number((number(value ?? 1) * 0.9).toFixed(4)),
  },
  {
    keys: ["ages"],
    says: (ages) => `No ages are given: ${bandWords(ages)}`,
    other: "With 35% aged 55 or over",
    to: () => agesOf(35),
  },
  {
    keys: ["headcount"],
    says: (value) => `No headcount is given: ${asTyped(value, "people")} people are an example`,
    other: "With a tenth more",
    to: (value) => Math.round(number(value) * 1.1),
  },
];

function bandWords(ages: unknown): string {
  const [band = "", share] = isRecord(ages) ? (Object.entries(ages).at(-1) ?? []) : [];
  return share === undefined
    ? "as many are taken to be of each age"
    : `${share} are taken to be ${band.replace("-", " to ")}`;
}

/** What is still assumed or left out, group by group, and of the people. */
export function lacksOf(record: PlaceRecord): MissingNumber[] {
  const pools = record.keysAt(["pools"]);
  return [
    ...pools.flatMap((pool) => KINDS.flatMap((kind) => lackOf(record, pool, kind, pools.length > 1))),
    ...peopleLack(record),
  ];
}

function lackOf(record: PlaceRecord, pool: string, kind: Kind, several: boolean): MissingNumber[] {
  const path: TextPath = ["pools", pool, ...kind.keys];
  const value = record.valueAt(path);
  // A headcount has to be there, and a leaving rate that is left out lacks its kind too: the text says so by itself.
  const mayLack = kind.keys.length === 1 && kind.keys[0] !== "headcount";
  if (!record.isAssumed(path) && !(value === undefined && mayLack)) return [];
  const whose = several ? `${record.valueAt(["pools", pool, "title"]) ?? pool}. ` : "";
  return [{ says: `${whose}${kind.says(value)}.`, other: kind.other, edits: [{ path, to: kind.to(value) }] }];
}

function peopleLack(record: PlaceRecord): MissingNumber[] {
  const people = record.at(["population", "people"]);
  if (!record.isAssumed(["population"]) || isRecord(people)) return [];
  return [
    {
      says: "Nobody has said which place these people live in: they change as in England.",
      other: "With those of Somerset",
      edits: [{ path: ["place"], to: "Somerset" }],
    },
  ];
}
