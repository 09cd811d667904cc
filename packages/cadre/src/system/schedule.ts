import { factsOf, type ScheduledCause } from "../model/causes.ts";
import type { Schedule } from "../rates/schedule.ts";
import { readDocument } from "./document.ts";
import { isRecord } from "./field/problem.ts";
import type { FileReader } from "./files.ts";
import { oldWordNote } from "./old-words.ts";
import { Problems } from "./problems.ts";
import { ratesByAge, scheduleFile, scheduleInPlace } from "./schema/schedule.ts";
import type { Source } from "./schema/sources.ts";

/** What a schedule brings with it: the rates, and the sources its file names. */
export interface LoadedSchedule {
  readonly schedule: Schedule;
  readonly sources: Readonly<Record<string, Source>>;
}

/**
 * Reads the schedule of a cause of leaving: a name stands for `data/<cause>/<name>.yaml`, anything else are rates in
 * place. Problems go to `problems` at `path`; a fault inside the schedule's own file is thrown with that file's place.
 */
export function loadSchedule(
  raw: unknown,
  cause: ScheduledCause,
  path: readonly PropertyKey[],
  problems: Problems,
  read: FileReader,
): LoadedSchedule | undefined {
  if (typeof raw === "string") return fromFile(raw, cause, path, problems, read);
  const inPlace = { id: path.map(String).join("."), title: `${factsOf(cause).title} of ${String(path[1])}` };
  if (isRecord(raw) && !("value" in raw) && ("byAge" in raw || "bySex" in raw || "kind" in raw)) {
    const parsed = scheduleInPlace.safeParse(raw);
    if (!parsed.success) return fail(parsed.error.issues, path, problems);
    const { byAge, bySex, kind: rates, ...provenance } = parsed.data;
    return {
      schedule: { ...inPlace, rates, ...kindOf(provenance), byAge: byAge?.values ?? null, bySex: sexes(bySex) },
      sources: {},
    };
  }
  const parsed = ratesByAge.safeParse(raw);
  if (!parsed.success) return fail(parsed.error.issues, path, problems);
  const { values, unit: _, ...provenance } = parsed.data;
  // Percentages by age are read as people mean them: of those aged 60 now, 5% go within the year.
  return {
    schedule: { ...inPlace, rates: "share-leaving-within-year", ...provenance, byAge: values, bySex: null },
    sources: {},
  };
}

function fromFile(
  name: string,
  cause: ScheduledCause,
  path: readonly PropertyKey[],
  problems: Problems,
  read: FileReader,
): LoadedSchedule | undefined {
  const found = /^[a-z0-9-]+$/.test(name) ? scheduleText(name, cause, path, problems, read) : undefined;
  if (!found) {
    problems.add(path, {
      code: "unknown-schedule",
      message: `There is no ${cause} schedule called "${name}".`,
      value: name,
      rule: `A name here stands for the file data/${cause}/${name}.yaml.`,
      fix: `Add that file, correct the name, or write the rates by age in place: { "60": 10%, "65+": 40% }.`,
      known: read.names?.(`data/${cause}`, "project") ?? [],
      word: name,
    });
    return undefined;
  }
  const document = readDocument(found.text, found.path);
  const own = new Problems(document);
  const parsed = scheduleFile.safeParse(document.content);
  if (!parsed.success) {
    own.addIssues(parsed.error.issues);
    own.throwIfAny();
    return undefined;
  }
  const { cadre: _, sources = {}, byAge, bySex, kind: rates, id, title, ...provenance } = parsed.data;
  if (provenance.source && !Object.hasOwn(sources, provenance.source))
    own.add(["source"], {
      code: "unknown-source",
      message: `The source "${provenance.source}" is not listed.`,
      value: provenance.source,
      rule: "A schedule file lists its sources under `sources`.",
      fix: "Add it under `sources` in this file.",
      known: Object.keys(sources),
      word: provenance.source,
    });
  if (!byAge === !bySex)
    own.add([], {
      code: "schedule-without-rates",
      message: "A schedule has rates either by age or by sex and age.",
      rule: "Exactly one of byAge and bySex.",
      fix: "Add byAge: { … } or bySex: { female: { … }, male: { … } }.",
    });
  own.throwIfAny();
  return {
    schedule: { id, title, rates, ...kindOf(provenance), byAge: byAge?.values ?? null, bySex: sexes(bySex) },
    sources,
  };
}

/** The text of a schedule's file; in the folder that the version before kept it in, when it is nowhere else. */
function scheduleText(
  name: string,
  cause: ScheduledCause,
  path: readonly PropertyKey[],
  problems: Problems,
  read: FileReader,
): { text: string; path: string } | undefined {
  const { was } = factsOf(cause);
  for (const folder of [cause, was?.key]) {
    const file = `data/${folder}/${name}.yaml`;
    const found = folder === undefined ? undefined : problems.reading(path, () => read(file, "project"));
    if (!found) continue;
    if (folder !== cause) problems.note(oldWordNote(`data/${folder}`, `data/${cause}`, [file]));
    return { text: found.text, path: file };
  }
  return undefined;
}

const kindOf = <T extends { source?: string | undefined }>(provenance: T) => ({
  ...provenance,
  kind: provenance.source ? ("fact" as const) : ("assumption" as const),
});

const sexes = (bySex: Record<string, { values: Readonly<Record<string, number>> }> | undefined) =>
  bySex ? Object.fromEntries(Object.entries(bySex).map(([sex, map]) => [sex, map.values])) : null;

function fail(
  issues: Parameters<Problems["addIssues"]>[0],
  path: readonly PropertyKey[],
  problems: Problems,
): undefined {
  problems.addIssues(issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
  return undefined;
}
