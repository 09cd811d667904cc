import type { Measure, Result } from "cadre";
import { isStock, unitOf } from "cadre/measures";

/** By year from the base on; undefined where a ratio cannot be worked out. */
type Numbers = Partial<Record<Measure, readonly (number | undefined)[]>>;

/** A pool of a made-up result: values by measure, for the base year and every year after it (flows: the base is skipped). */
export interface MadePool {
  id: string;
  title: string;
  employer?: string;
  sector?: string;
  measures?: Numbers;
  /** Heads by (sex, age, tenure), for every year alike or by year. */
  stock?: readonly number[] | Readonly<Record<number, readonly number[]>>;
}

export interface MadeResult {
  title?: string;
  systemTitle?: string;
  base?: number;
  years?: readonly number[];
  sex?: readonly string[];
  ages?: readonly [number, number];
  tenure?: number;
  pools: readonly MadePool[];
  sources?: Result["sources"];
}

/** A small result made by hand, so that charts are tested on numbers a reader can see. */
export function madeResult(made: MadeResult): Result {
  const base = made.base ?? 2019;
  const years = made.years ?? [2020, 2021, 2022, 2023, 2024, 2025];
  const all = [base, ...years];
  const [ageMin, ageMax] = made.ages ?? [16, 75];
  const axes = { sex: made.sex ?? ["female", "male"], ageMin, ageMax, tenure: made.tenure ?? 1 };
  const cells = axes.sex.length * (ageMax - ageMin + 1) * axes.tenure;
  const pools = made.pools.map((pool) => ({
    id: pool.id,
    title: pool.title,
    employer: pool.employer ?? pool.title,
    sector: pool.sector ?? "social-care",
    role: "staff",
  }));
  const members = (prefix: string, key: "employer" | "sector") =>
    [...new Set(pools.map((pool) => pool[key]))].map((name) => ({
      id: `${prefix}:${name}`,
      title: name,
      pools: pools.flatMap((pool, index) => (pool[key] === name ? [index] : [])),
    }));
  const groups = [
    ...pools.map((pool, index) => ({ id: pool.id, title: pool.title, pools: [index] })),
    { id: "all", title: "All pools", pools: pools.map((_, index) => index) },
    ...members("sector", "sector"),
    ...members("employer", "employer"),
  ];
  const inGroup = (id = "all") =>
    (groups.find((group) => group.id === id)?.pools ?? []).flatMap((index) => made.pools[index] ?? []);
  const at = ({ pool, measure, year }: { pool?: string; measure: Measure; year: number }) => {
    const value = (one: MadePool, name: Measure) => {
      const values = one.measures?.[name];
      return values ? values[all.indexOf(year)] : 0;
    };
    return inGroup(pool)
      .map((one) =>
        measure === "gap" ? (value(one, "demand") ?? 0) - (value(one, "supply") ?? 0) : value(one, measure),
      )
      .reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
  };
  const known = made.sources ?? [
    { id: "strategy", title: "Workforce strategy", publisher: "The county", published: "2019-09" },
  ];
  const result = {
    id: "do-nothing",
    title: made.title ?? "Nothing changes",
    kind: "plan",
    system: { id: "made", title: made.systemTitle ?? "Made-up county", place: "Made-up county", tested: [] },
    base,
    years,
    last: years.at(-1) ?? base,
    referenceDate: "31 March",
    axes,
    pools,
    groups,
    measures: ["headcount", "supply", "demand", "funded", "gap", "leavers"],
    at,
    unit: ({ measure }: { measure: Measure }) => unitOf(measure),
    series: ({ pool = "all", measure }: { pool?: string; measure: Measure }) =>
      (isStock(measure) ? all : years).map((year) => ({
        year,
        value: at({ pool, measure, year }),
      })),
    cells: ({ pool, year }: { pool?: string; year: number }) => {
      const sum = new Float64Array(cells);
      for (const one of inGroup(pool)) {
        const stock = one.stock ?? [];
        const heads = Array.isArray(stock) ? stock : ((stock as Record<number, readonly number[]>)[year] ?? []);
        for (let cell = 0; cell < cells; cell += 1) sum[cell] = (sum[cell] ?? 0) + (heads[cell] ?? 0);
      }
      return sum;
    },
    rows: () => ({ scenario: [], year: [], pool: [], measure: [], value: [] }),
    sources: known,
    assumptions: [],
    warnings: [],
    // Nothing of a run is here but what charts ask for.
    data: { resolved: {}, projection: {} },
  };
  return result as unknown as Result;
}

/** A county much like a real one: four employers to 2035, one of them with a surplus at first. */
export function madeCounty(): Result {
  const years = Array.from({ length: 16 }, (_, index) => 2020 + index);
  const path = (from: number, to: number) =>
    Array.from({ length: 17 }, (_, index) => from + ((to - from) * index) / 16);
  const pyramid = (size: number, middle: number) => {
    const heads = [0.8, 0.2].flatMap((share) =>
      Array.from({ length: 60 }, (_, index) => share * Math.exp(-(((16 + index - middle) / 13) ** 2))),
    );
    const sum = heads.reduce((a, b) => a + b, 0);
    return heads.map((head) => (size * head) / sum);
  };
  const pool = (id: string, title: string, sector: string, size: number, supply: number, demand: number): MadePool => ({
    id,
    title,
    employer: title,
    sector,
    measures: {
      supply: path(size * 0.8, supply),
      demand: path(size * 0.8 * (id === "council" ? 0.97 : 1.06), demand),
      funded: path(size * 0.82, size * 0.9),
      "leavers.leaving": path(size * 0.12, size * 0.13),
      churn: path(size * (id === "care" ? 0.2 : 0), size * (id === "care" ? 0.22 : 0)),
      "leavers.retirement": path(size * 0.02, size * 0.035),
      "leavers.moves": path(id === "care" ? 140 : 0, id === "care" ? 150 : 0),
      "leavers.death": path(size * 0.002, size * 0.002),
      leavers: path(
        size * (id === "care" ? 0.342 : 0.142) + (id === "care" ? 140 : 0),
        size * (id === "care" ? 0.387 : 0.167) + (id === "care" ? 150 : 0),
      ),
    },
    stock: { 2019: pyramid(size, 42), 2035: pyramid(size * 0.97, 47) },
  });
  return madeResult({
    systemTitle: "Made-up county health and care system",
    years,
    pools: [
      pool("care", "Independent sector care", "social-care", 14500, 11100, 15900),
      pool("north", "North county NHS", "health", 7639, 6200, 7100),
      pool("bay", "Bay Health & Care Partners", "health", 8754, 7200, 8000),
      pool("council", "Council care", "social-care", 2559, 2050, 2300),
    ],
    sources: [
      {
        id: "strategy",
        title: "Made-up county integrated health and care system workforce strategy",
        publisher: "Made-up county partnership",
        published: "2019-09",
      },
      {
        id: "ons",
        title: "2018-based subnational population projections, principal",
        publisher: "ONS",
        published: "2020-03-24",
      },
      { id: "nhs", title: "NHS Workforce Statistics", publisher: "NHS Digital", published: "2018-06" },
      {
        id: "sfc",
        title: "The state of the adult social care sector and workforce in England",
        publisher: "Skills for Care",
        published: "2019-09",
      },
    ],
  });
}
