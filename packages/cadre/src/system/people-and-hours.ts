import { SCHEDULED_CAUSES } from "../model/causes.ts";
import { NUMBER_RULES } from "../model/rules.ts";
import type { Counts } from "../model/units.ts";
import { type FteAHead, listsBySex } from "../rates/fte-a-head.ts";
import { scheduleHazards } from "../rates/schedule.ts";
import { halfUnit } from "../rates/vacancies.ts";
import { cellsOf } from "../table/axes.ts";
import type { Quantity } from "../table/quantity.ts";
import type { Problems } from "./problems.ts";
import type { Pool } from "./schema/pool.ts";
import type { SystemFile } from "./schema/system-file.ts";
import { fteBySexAge, headsBySexAge } from "./staff-by-age.ts";
import type { System } from "./types.ts";
import { wholeNumber } from "./whole-number.ts";

type WrittenPool = SystemFile["pools"][string];

/** What a file says of people and hours: a headcount, or full-time equivalents in post and how many they are a head. */
export function checkPeopleAndHours(id: string, written: WrittenPool, counts: Counts, problems: Problems): void {
  const { headcount, fteInPost, fte } = written;
  const add = (code: string, key: string, message: string, value: string, fix: string, rule = RULE) =>
    problems.add(["pools", id, key], { code, message, value, rule, fix });
  if (fteInPost && counts === "jobs") {
    add(
      "job-with-hours",
      "fteInPost",
      "A pool that counts jobs has no full-time equivalents.",
      fteInPost.written,
      "Remove fteInPost, or write counts: people.",
      "counts: jobs takes each job as one, whatever its hours.",
    );
    return;
  }
  if (!headcount && !fteInPost)
    add("missing-key", "headcount", 'The key "headcount" is missing.', "(nothing)", 'Add "headcount: …" here.');
  if (!headcount && fteInPost && !fte)
    add(
      "missing-key",
      "fte",
      "Full-time equivalents in post do not say how many people they are.",
      `fteInPost: ${fteInPost.written}`,
      "Add fte: full-time equivalents a head, such as 0.8; or headcount.",
    );
  if (!headcount && fteInPost && fte && valuesOf(fte).some((value) => value <= 0))
    add(
      "too-small",
      "fte",
      "People who work no hours cannot be counted from their hours.",
      showFte(fte),
      "Give hours above zero, or headcount.",
    );
  if (!headcount || !fteInPost || fte) return;
  const aHead = headcount.value > 0 ? fteInPost.value / headcount.value : 0;
  if (aHead > NUMBER_RULES.FTE.max || (headcount.value === 0 && fteInPost.value > 0))
    add(
      "counts-contradiction",
      "fteInPost",
      `${fteInPost.written} full-time equivalents are too many for ${headcount.written} people.`,
      `fteInPost: ${fteInPost.written}, headcount: ${headcount.written}`,
      "Correct one of the two.",
    );
}

const RULE =
  "headcount, or fteInPost with fte (full-time equivalents a head, at most 2). headcount with fteInPost gives fte.";

/**
 * A pool with the people and hours that its file gives, or that follow from what it gives: people are full-time
 * equivalents in post ÷ those a head, over the pool's own sexes and ages. Where it gives all three and they differ by more
 * than their rounding, that is noted.
 */
export function withPeopleAndHours(
  id: string,
  pool: Pool,
  { headcount, fteInPost, fte }: WrittenPool,
  system: System,
  problems: Problems,
): Pool {
  if (!fteInPost) return pool;
  if (headcount && !fte) {
    const value = headcount.value > 0 ? fteInPost.value / headcount.value : 1;
    return { ...pool, fte: workedOut(fteInPost, value, "FTE", `÷ ${headcount.written} people`) };
  }
  const aHead = meanFte(pool, system);
  if (!headcount) {
    const words = `÷ ${tidy(aHead)} a head`;
    return { ...pool, headcount: workedOut(fteInPost, fteInPost.value / aHead, "heads", words) };
  }
  const note = countsThatDisagree(id, headcount, fteInPost, aHead, pool.fte);
  if (note) problems.note(note);
  return pool;
}

/** A number worked out from full-time equivalents in post: as certain, and from the same source. */
function workedOut(from: Quantity, value: number, unit: "heads" | "FTE", words: string): Quantity {
  const { p10, p90, note, ...rest } = from;
  const scale = from.value > 0 ? value / from.value : 0;
  const written = `${from.written} FTE in post ${words}`;
  return {
    ...rest,
    value,
    unit,
    written,
    note: note ? `${written}. ${note}` : written,
    ...(p10 !== undefined && p90 !== undefined && { p10: p10 * scale, p90: p90 * scale }),
  };
}

/** Full-time equivalents a head of the staff at the base date. */
function meanFte(pool: Pool, { axes, calendar }: System): number {
  if ("written" in pool.fte) return (pool.fte as Quantity).value;
  const left = new Float64Array(cellsOf(axes));
  for (const cause of SCHEDULED_CAUSES)
    scheduleHazards(pool[cause], axes, calendar.convention)?.forEach((hazard, c) => {
      left[c]! += hazard;
    });
  const heads = headsBySexAge({ ...pool, headcount: { ...pool.headcount, value: 1 } }, axes, left);
  const fte = fteBySexAge(pool, axes);
  return heads.reduce((sum, share, i) => sum + share * fte[i]!, 0) / heads.reduce((sum, share) => sum + share, 0);
}

/** What is wrong with a headcount, full-time equivalents in post and a head that differ by more than their rounding. */
function countsThatDisagree(
  id: string,
  headcount: Quantity,
  fteInPost: Quantity,
  aHead: number,
  fte: FteAHead,
): string | undefined {
  const [low, high] = [-1, 1].map(
    (side) =>
      (headcount.value + side * halfUnit(headcount.written)) * (aHead + side * roundingOf(fte)) -
      fteInPost.value +
      side * halfUnit(fteInPost.written),
  ) as [number, number];
  if (low <= 0 && high >= 0) return undefined;
  const [heads, full] = [wholeNumber(headcount.value), wholeNumber(fteInPost.value)];
  const ratio =
    headcount.value > 0 ? `, or ${heads} people with ${tidy(fteInPost.value / headcount.value)} a head` : "";
  return `"${id}" has ${heads} people, ${full} full-time equivalents in post and ${tidy(aHead)} a head, which do not fit together. ${heads} people would be ${wholeNumber(headcount.value * aHead)} full-time equivalents. ${full} would be ${wholeNumber(fteInPost.value / aHead)} people${ratio}. The headcount and FTE a head are used.`;
}

/** Half a unit of the last digit of full-time equivalents a head, which are never whole by rounding. */
function roundingOf(fte: FteAHead): number {
  return Math.max(...valuesOf(fte).map((value) => (Number.isInteger(value) ? 0 : halfUnit(String(value)))));
}

function valuesOf(fte: FteAHead): readonly number[] {
  const bySex = listsBySex(fte);
  if (bySex) return Object.values(bySex).flatMap(({ values }) => Object.values(values));
  return "values" in fte ? Object.values(fte.values as Readonly<Record<string, number>>) : [(fte as Quantity).value];
}

const showFte = (fte: FteAHead): string => `fte: ${valuesOf(fte).join(", ")}`;
const tidy = (number: number): string => String(Number(number.toPrecision(3)));
