import { choiceField, wordField } from "./choice-field.ts";
import type { Field } from "./field.ts";
import { numberField } from "./number-field.ts";
import type { TextEdit, TextPath } from "./path.ts";
import { agesOf, assumedNumbers, newDemand, newPool, OLDER_BAND, YOUNGER_BAND } from "./pool-text.ts";
import { isRecord, type PlaceRecord } from "./record.ts";
import { LEAVING_KINDS, SECTORS, sectorOf } from "./sectors.ts";

/** The numbers of the group of staff that is chosen. */
export function poolFields(record: PlaceRecord, pool: () => string): Field[] {
  const at = (...keys: string[]): TextPath => ["pools", pool(), ...keys];
  const assumed = () => assumedNumbers(record.valueAt(at("sector")));
  const number = (
    key: "headcount" | "fte" | "vacancyRate",
    form: "people" | "FTE" | "%",
    label: string,
    hint: string,
  ) =>
    numberField(record, {
      label,
      hint,
      form,
      wide: key === "headcount",
      path: () => at(key),
      emptied: () => [{ path: at(key), to: assumed()[key] }],
    });
  return [
    wordField(record, { label: "Group of staff", hint: "Who they are", path: () => at("title") }),
    sectorField(record, pool, at),
    number("headcount", "people", "People in post", "Headcount, all employers"),
    numberField(record, {
      label: "Leave in a year",
      hint: "",
      // A staff list gives leaving without retirement, publishers mostly with it.
      counts: () =>
        [record.at(at("leaving", "includes"))].flat().includes("retirement")
          ? "Retirements too"
          : "Without retirements",
      form: "%",
      path: () => at("leaving", "rate"),
      emptied: () => [{ path: at("leaving", "rate"), to: assumed().rate }],
    }),
    number("vacancyRate", "%", "Posts vacant", "Of all posts"),
    choiceField(record, {
      label: "What that rate counts",
      hint: "",
      wide: true,
      path: () => at("leaving", "kind"),
      options: () => Object.entries(LEAVING_KINDS).map(([kind, { words }]) => [kind, words] as const),
      says: (kind) => LEAVING_KINDS[kind as keyof typeof LEAVING_KINDS]?.hint ?? "",
    }),
    number("fte", "FTE", "FTE a head", "1 is full time"),
    olderField(record, at, () => assumed().ages),
    sourceField(record, at),
  ];
}

/** The numbers of a group that a source may stand beside. */
const SOURCED: readonly (readonly string[])[] = [
  ["headcount"],
  ["ages"],
  ["fte"],
  ["vacancyRate"],
  ["leaving", "rate"],
];

/** Where one's own numbers of the group are from; what is assumed has no source. */
function sourceField(record: PlaceRecord, at: (...keys: string[]) => TextPath): Field {
  const edits = (source: string): TextEdit[] =>
    SOURCED.flatMap((keys) => {
      const path = at(...keys);
      const now = record.at(path);
      if (now === undefined || record.isAssumed(path)) return [];
      const told = isRecord(now) && "value" in now ? now : { value: now };
      const { source: _, ...others } = told;
      return [{ path, to: source === "" ? others : { ...others, source } }];
    });
  const sources = () => record.keysAt(["sources"]);
  return choiceField(record, {
    label: "Where your numbers are from",
    hint: "Sources are under More",
    wide: true,
    path: () => at("headcount", "source"),
    chosen: () => String(record.at(at("headcount", "source")) ?? ""),
    options: () => [
      ["", "Not said"],
      ...sources().map((id) => [id, String(record.valueAt(["sources", id, "title"]) ?? id)] as const),
    ],
    edits,
  });
}

/** One share of older staff makes two bands; ages in other bands are shown by the text. */
function olderField(record: PlaceRecord, at: (key: string) => TextPath, emptied: () => unknown): Field {
  const read = (ages: unknown): unknown => {
    const bands = isRecord(ages) ? Object.keys(ages) : [];
    return isRecord(ages) && bands.length === 2 && bands.includes(OLDER_BAND) && bands.includes(YOUNGER_BAND)
      ? ages[OLDER_BAND]
      : ages;
  };
  return numberField(record, {
    label: "Aged 55 or over",
    hint: "Of people in post",
    form: "%",
    path: () => at("ages"),
    read,
    edits: (to) => [{ path: at("ages"), to: agesOf(Number.parseFloat(String(to))) }],
    emptied: () => [{ path: at("ages"), to: emptied() }],
  });
}

/** Another sector has other numbers for what is assumed still, another age of retirement and other people to serve. */
function sectorField(record: PlaceRecord, pool: () => string, at: (...keys: string[]) => TextPath): Field {
  const edits = (id: string): TextEdit[] => {
    const before = sectorOf(record.valueAt(at("sector")));
    const { rate, ...numbers } = assumedNumbers(id);
    const made = newPool("", id);
    const same = (path: TextPath, one: unknown) => JSON.stringify(record.valueAt(path)) === JSON.stringify(one);
    const still = (path: TextPath, to: unknown): TextEdit[] => (record.isAssumed(path) ? [{ path, to }] : []);
    return [
      { path: at("sector"), to: id },
      ...Object.entries(numbers).flatMap(([key, to]) => still(at(key), to)),
      ...(record.isAssumed(at("leaving", "rate"))
        ? [{ path: at("leaving", "kind"), to: sectorOf(id).leaving.kind }]
        : []),
      ...still(at("leaving", "rate"), rate),
      ...(same(at("employer"), before.employer) ? [{ path: at("employer"), to: made.employer }] : []),
      ...(same(at("retirement"), before.retirement) ? [{ path: at("retirement"), to: made.retirement }] : []),
      ...(same(["demand", pool(), "drivers"], [{ population: before.served }])
        ? [{ path: ["demand", pool(), "drivers"], to: newDemand(id).drivers }]
        : []),
    ];
  };
  return choiceField(record, {
    label: "Sector",
    hint: "Decides what is assumed",
    path: () => at("sector"),
    options: () => Object.entries(SECTORS).map(([id, { words }]) => [id, words] as const),
    edits,
  });
}
