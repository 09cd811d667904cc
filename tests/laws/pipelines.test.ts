import type { CountedMeasure } from "cadre";
import { expect } from "vitest";
import { BASE, type SystemFile, UNTIL } from "./arbitrary-joiners.ts";
import type { PipelineFile } from "./arbitrary-pipelines.ts";
import { expectClose } from "./assert-laws.ts";
import { law, sum, tryRun } from "./joiner-law.ts";

const MONTHS = { week: 12 / 52, month: 1, year: 12 };

/** Months that a course lasts. */
function lengthOf({ lasts }: PipelineFile): number {
  const [number, unit = ""] = lasts.split(" ");
  return Number(number) * MONTHS[unit.replace(/s$/, "") as keyof typeof MONTHS];
}

/** Intake by start, in months after the base date at the end of March; year after year the last intake carries on. */
function startsOf({ intake, month }: PipelineFile): { at: number; heads: number }[] {
  const years = Array.from({ length: UNTIL - 2015 }, (_, i) => 2016 + i);
  return years.flatMap((year) => {
    const heads = Object.entries(intake).reduce((now, [from, n]) => (Number(from) <= year ? n : now), 0);
    return month.map((m) => ({ at: (year - BASE) * 12 + m - 4, heads: heads / month.length }));
  });
}

const before = (starts: readonly { at: number; heads: number }[], month: number) =>
  sum(starts.filter(({ at }) => at < month).map(({ heads }) => heads));

const pipelines = (file: SystemFile) =>
  Object.entries(file.pipelines).map(([id, pipeline]) => ({ pool: `pipeline:${id}`, pipeline }));

law("pipelines lose nobody: who entered is in training, has left early or has finished", (file) => {
  const result = tryRun(file);
  for (const { pool } of pipelines(file)) {
    let [entered, left, finished] = [result.at({ pool, measure: "trainees", year: BASE }), 0, 0];
    for (const year of result.years) {
      const at = (measure: CountedMeasure) => result.at({ pool, measure, year });
      entered += at("entrants");
      left += at("dropouts");
      finished += at("graduates");
      expectClose(at("trainees") + left + finished, entered, `people of ${pool} in ${year}`);
      expectClose(at("graduates.joined") + at("graduates.lost"), at("graduates"), `finishers of ${pool} in ${year}`);
    }
  }
});

law("who finishes or leaves early joins as the file says, and who leaves a pool to train enters a course", (file) => {
  const result = tryRun(file);
  result.years.forEach((year, y) => {
    const at = (pool: string, measure: CountedMeasure) => result.at({ pool, measure, year });
    for (const { id } of result.pools) {
      const joined = pipelines(file).map(({ pool, pipeline: { joins, earlyLeaversJoin: early = {} } }) => {
        const dropouts = at(pool, "dropouts") * ((early as Record<string, number>)[id] ?? 0);
        return at(pool, "graduates") * (joins[id] ?? 0) + dropouts;
      });
      expectClose(at(id, "joiners.pipeline"), sum(joined), `finishers who join ${id} in ${year}`);
    }
    const community = pipelines(file).map(({ pipeline }) => {
      const starts = startsOf(pipeline);
      return (before(starts, y * 12 + 12) - before(starts, y * 12)) * (pipeline.entrants.community ?? 0);
    });
    const entrants = pipelines(file).map(({ pool }) => at(pool, "entrants"));
    expectClose(sum(entrants) - sum(community), at("all", "leavers.training"), `left to train in ${year}`);
  });
});

law("nobody finishes before the course ends, and then the share that completes does", (file) => {
  const result = tryRun(file);
  for (const { pool, pipeline } of pipelines(file)) {
    const [starts, length] = [startsOf(pipeline), lengthOf(pipeline)];
    // Who finished before the base date is in the opening stock.
    const ends = starts.map(({ at, heads }) => ({ at: at + length, heads })).filter(({ at }) => at > -1e-9);
    let [finished, missing] = [0, 0];
    result.years.forEach((year, y) => {
      finished += result.at({ pool, measure: "graduates", year });
      missing += before(starts, y * 12 + 12) - before(starts, y * 12) - result.at({ pool, measure: "entrants", year });
      const most = before(ends, y * 12 + 12 - 1e-6) * pipeline.completion;
      expect(finished, `finishers of ${pool} by ${year}`).toBeLessThanOrEqual(most * (1 + 1e-9) + 1e-9);
      // A pool that cannot spare people sends fewer.
      if (missing < 1e-9) expectClose(finished, most, `finishers of ${pool} by ${year}`);
    });
  }
});

law("trainees count where the file says: as supply by what they work, as posts by what stands in for them", (file) => {
  const result = tryRun(file);
  const { steps } = result.data.projection;
  expect(steps.length).toBe(result.years.length * file.calendar.stepsPerYear);
  for (const { id } of result.pools) {
    const fte = (key: "worksWhileTraining" | "backfill", year: number) =>
      sum(
        pipelines(file).map(({ pool, pipeline }) => {
          const given = pipeline[key] as { pool: string; fte: number } | undefined;
          return given?.pool === id ? given.fte * result.at({ pool, measure: "trainees", year }) : 0;
        }),
      );
    const ownFte = file.pools[id]!.fte;
    const { posts } = file.demand[id]!;
    for (const year of [BASE, ...result.years]) {
      const at = (measure: CountedMeasure) => result.at({ pool: id, measure, year });
      expectClose(at("demand"), posts + fte("backfill", year), `demand of ${id} in ${year}`);
      if (typeof ownFte === "number")
        expectClose(
          at("supply"),
          at("headcount") * ownFte + fte("worksWhileTraining", year),
          `supply of ${id} in ${year}`,
        );
    }
  }
});
