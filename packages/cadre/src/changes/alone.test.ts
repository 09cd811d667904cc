import { describe, expect, test } from "vitest";
import { COST_NAMES } from "../model/costs.ts";
import { parameterNamed, parametersThat } from "../model/parameter-of.ts";
import type { Parameter } from "../model/parameters.ts";
import type { Resolved } from "../plan/resolved.ts";
import { settled } from "../projection/settle.ts";
import type { Change } from "../scenario/schema/change.ts";
import { cellsOf } from "../table/axes.ts";
import { monthsAfter } from "../table/dates.ts";
import { cellMask } from "../table/where.ts";
import { ABROAD, IDS, PAY_ELASTICITY, POLICY, system } from "./alone-town.test-data.ts";
import { datedParameters } from "./dated-parameters.ts";

// Every dated parameter, changed alone: it has the stated value in exactly the stated years for exactly those selected, and
// nothing else moves. Numbers are read from what the engine is given, and worked out again here from the formula of a change.

const [CLINIC, SCHOOL] = [2, 3];
const base = settled(system);
const { years, size } = base;
const cells = cellsOf(system.axes);

/** The numbers of a parameter in a model year, of a pool (of the system: −1): one, or one for each (sex, age, tenure). */
type Reader = (resolved: Resolved, y: number, p: number, label: string) => ArrayLike<number> | undefined;

const part = (values: Float64Array, p: number) => values.subarray(p * cells, (p + 1) * cells);
const churnOf = ({ rates }: Resolved, y: number, p: number) =>
  rates[y]!.moves.find(({ from, to }) => from === p && to === p)!.hazard;
const scheduled =
  (cause: "retirement" | "death"): Reader =>
  ({ rates }, y, p) =>
    part(rates[y]!.hazards[cause], p);
const everyLeaver: Reader = (r, y, p) =>
  part(r.rates[y]!.hazards.leaving, p).map((left, c) => left + churnOf(r, y, p)[c]!);
const money =
  (name: keyof Resolved["moneyByYear"]): Reader =>
  ({ moneyByYear }, y, p) => [moneyByYear[name][y + 1]![p]!];
/** Posts of the clinic, which gives a tenth of them and five more to the school. */
const posts: Reader = (r, y, p) => [postsAt(r, y + 1, p)];
const postsAt = ({ demand }: Resolved, date: number, p: number) => {
  const ofClinic = (demand[CLINIC]![date]! + 5) / 0.9;
  return p === CLINIC ? ofClinic : p === SCHOOL ? demand[p]![date]! - 0.1 * ofClinic - 5 : demand[p]![date]!;
};
const growth = (r: Resolved, y: number, p: number) => postsAt(r, y + 1, p) / postsAt(y > 0 ? r : base, y, p);
const given = (p: number) => (p === 0 ? { growth: 0.02, productivity: 0.01 } : { growth: 0, productivity: 0 });
const JANUARY = monthsAfter(system.calendar.base, 0, 1);
/** Starts of the course in a calendar year. */
const startsIn = ({ joiners }: Resolved, y: number) =>
  joiners.courses[0]!.starts.find(({ month }) => Math.floor((month - JANUARY) / 12) === years[y])!;

/** The power of a response, which a file that is silent has at zero. */
const powerOf =
  (part: "recruits" | "leaving"): Reader =>
  ({ responses }, y, p) => [responses?.[part][p]?.power[y] ?? 0];

const abroadIn = ({ joiners }: Resolved, y: number, p: number) =>
  joiners.abroad.find((plan) => plan.pool === p)!.heads[y]!;

const READERS: Partial<Record<Parameter, Reader>> = {
  "leaving.rate": everyLeaver,
  "leaving.hazard": everyLeaver,
  "leaving.stayingInSector": (r, y, p) => [churnOf(r, y, p)[0]! / everyLeaver(r, y, p, "")![0]!],
  "retirement.rate": scheduled("retirement"),
  "death.rate": scheduled("death"),
  "moves.rate": ({ rates }, y, p) => rates[y]!.moves.find(({ from, to }) => from === p && to !== p)?.hazard,
  fte: ({ fte }, y, p) =>
    Float64Array.from({ length: cells }, (_, c) => fte[y + 1]![p * size.entries + Math.floor(c / size.tenures)]!),
  "recruitment.recruits": ({ joiners }, y, p) => [joiners.recruits[p]!.planned[y]!],
  "recruitment.effort": ({ joiners }, y, p) => [
    joiners.recruits[p]!.planned[y]! / base.joiners.recruits[p]!.planned[y]!,
  ],
  "recruitment.responds.power": powerOf("recruits"),
  "leaving.responds.power": powerOf("leaving"),
  "pay.relative": ({ responses }, y, p) => [(responses?.pay[p]?.recruits[y] ?? 1) ** (1 / PAY_ELASTICITY)],
  "recruitment.weight": ({ joiners }, y, p) => [joiners.recruits[p]!.weight[y]!],
  "recruitment.from.<source>": ({ joiners }, y, p) => joiners.recruits[p]!.hires.map(({ byYear }) => byYear[y]!),
  "returners.<n>": ({ joiners }, y, p) => [joiners.returners[p]!.share[y]!],
  "abroad.recruits": (r, y, p) => [abroadIn(r, y, p) / POLICY],
  "abroad.policy": (r, y, p) => [abroadIn(r, y, p) / ABROAD],
  "bank.fills": money("bankFills"),
  "bank.premium": money("bankPremium"),
  "absence.sickness": money("sickness"),
  "absence.maternity": money("maternity"),
  participation: money("participation"),
  "agency.fills": money("fills"),
  "agency.premium": money("premium"),
  "demand.posts": posts,
  "demand.funded": ({ funded }, y, p) => [funded[p]![y + 1]!],
  "demand.growthPerHead": (r, y, p) => [growth(r, y, p) * (1 + given(p).productivity) - 1],
  "demand.productivity": (r, y, p) => [(1 + given(p).growth) / growth(r, y, p) - 1],
  "pipelines.<course>.intake": (r, y) => [startsIn(r, y).heads],
  "pipelines.<course>.completion": (r, y) => [startsIn(r, y).completion],
  "pipelines.<course>.joins.<pool>": (r, y, _, label) => [
    startsIn(r, y).joins.find(({ pool: p }) => p === IDS.indexOf(label))?.share ?? 0,
  ],
  "labourMarkets.<market>.capacity": ({ joiners }, y) => [joiners.markets[0]!.capacity[y]!],
  "plannedMoves.<n>.heads": ({ joiners }, y) => [joiners.planned[0]!.heads[y]!],
  "shifts.<n>.share": ({ demand }, y) => [(100 - 5 - demand[CLINIC]![y + 1]!) / 100],
  "substitutions.<n>.fte": ({ demand }, y) => [90 - demand[CLINIC]![y + 1]!],
  ...Object.fromEntries(COST_NAMES.map((name) => [`costs.${name}`, money(name)])),
};

/** Parameters that are about one number of the engine, or of which one follows from the other. */
const TOGETHER: readonly (readonly string[])[] = [
  ["leaving.rate", "leaving.hazard"],
  ["recruitment.recruits", "recruitment.effort"],
  ["abroad.recruits", "abroad.policy"],
  [
    "demand.posts",
    "demand.funded",
    "demand.growthPerHead",
    "demand.productivity",
    "shifts.0.share",
    "substitutions.0.fte",
  ],
];
const together = (a: string, b: string) => TOGETHER.some((some) => some.includes(a) && some.includes(b));

const NAMES = [...datedParameters(system).keys()];
const poolsOf = (name: string) => (parameterNamed(name)!.facts.of === "system" ? [-1] : IDS.map((_, p) => p));

/** Every number of a parameter by pool, then year. */
const readAll = (resolved: Resolved, name: string): (ArrayLike<number> | undefined)[][] => {
  const { parameter } = parameterNamed(name)!;
  const label = name.slice(name.lastIndexOf(".") + 1);
  return poolsOf(name).map((p) => years.map((_, y) => READERS[parameter]!(resolved, y, p, label)));
};
const BEFORE = new Map(NAMES.map((name) => [name, readAll(base, name)]));

const SELECTIONS: Readonly<Record<string, readonly NonNullable<Change["where"]>[]>> = {
  cell: [{}, { pool: "homes" }, { pool: "homes", age: "25-27" }, { age: "22" }, { pool: "ward", sex: "female" }],
  pool: [{}, { pool: "homes" }, { pool: "ward" }],
  system: [{}],
};
const WHENS: readonly [string, Partial<Change>, readonly number[]][] = [
  ["in all years", {}, [1, 1, 1, 1, 1]],
  ["in two years", { from: 2024, until: 2025 }, [0, 1, 1, 0, 0]],
  ["from a year on, over two", { from: 2025, over: 2 }, [0, 0, 0.5, 1, 1]],
];
const HOWS = ["set", "multiply", "add"] as const;

const near = (value: number, wanted: number) => Math.abs(value - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));

/** What differs from what a change states, and what else moves. */
function faults(
  name: string,
  how: (typeof HOWS)[number],
  where: NonNullable<Change["where"]>,
  when: Partial<Change>,
  phases: readonly number[],
): string[] {
  const before = BEFORE.get(name)!;
  const largest = Math.max(...before.flat().flatMap((values) => (values ? Array.from(values) : [])));
  const size = largest > 0 ? largest : 0.1;
  const value = { set: size * 1.15, multiply: 1.1, add: size * 0.05 }[how];
  const selecting = Object.keys(where).length > 0 ? { where } : {};
  const changed = settled(system, { changes: [{ parameter: name, ...selecting, ...when, [how]: value }] });
  const mask = cellMask(system.axes, where)!;
  const found: string[] = [];
  readAll(changed, name).forEach((byYear, i) => {
    const selected = poolsOf(name)[i] === -1 || !where.pool || where.pool === IDS[i];
    byYear.forEach((values, y) => {
      for (let c = 0; c < (values?.length ?? 0); c++) {
        const was = before[i]![y]![c]!;
        const phase = selected && (values!.length < cells || mask[c] === 1) ? phases[y]! : 0;
        const full = { set: value, multiply: was * value, add: was + value }[how];
        const wanted = was + (full - was) * phase;
        if (!near(values![c]!, wanted)) found.push(`${IDS[i] ?? ""} ${years[y]} ${c}: ${values![c]} is not ${wanted}`);
      }
    });
  });
  for (const other of NAMES) {
    if (other === name || together(other, name)) continue;
    readAll(changed, other).forEach((byYear, i) =>
      byYear.forEach((values, y) => {
        for (let c = 0; c < (values?.length ?? 0); c++)
          if (!near(values![c]!, BEFORE.get(other)![i]![y]![c]!))
            found.push(`${other} moves in ${IDS[i] ?? ""} ${years[y]}`);
      }),
    );
  }
  return found;
}

test("every parameter that a scenario can date is read here, and is in the town", () => {
  const dated = parametersThat((facts) => facts.dated);
  expect(Object.keys(READERS).sort()).toEqual([...dated].sort());
  expect([...new Set(NAMES.map((name) => parameterNamed(name)!.parameter))].sort()).toEqual([...dated].sort());
});

describe.each(NAMES)("%s, changed alone", (name) => {
  test.each(WHENS)("%s", (_, when, phases) => {
    for (const where of SELECTIONS[parameterNamed(name)!.facts.of]!)
      for (const how of HOWS)
        expect(faults(name, how, where, when, phases).slice(0, 3), `${how} ${JSON.stringify(where)}`).toEqual([]);
  });
});
