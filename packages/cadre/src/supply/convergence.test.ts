import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { byCause, type Cause } from "../model/causes.ts";
import { Coefficients } from "./coefficients.ts";
import type { YearRates } from "./rates.ts";
import { Stock, step } from "./step.ts";

interface Example {
  pools: {
    id: string;
    opening: number[];
    hazards: Partial<Record<Cause, number[]>>;
    moves: { to: string; hazard: number[] }[];
    joiners: number;
  }[];
}
interface Solution {
  pools: Record<string, { heads: number[]; personYears: number[] }>;
}

const read = (name: string) => JSON.parse(readFileSync(`tests/reference/${name}`, "utf8"));
const example: Example = read("ode-example.json");
const solution: Solution = read("ode-solution.json");

/** Largest error of heads and person-years, in people, when a year is cut into so many steps. */
function error(steps: number): number {
  const { pools } = example;
  const [K, P] = [2, pools.length];
  const flat = (of: (pool: Example["pools"][number]) => number[]) => Float64Array.from(pools.flatMap(of));
  const rates: YearRates = {
    hazards: byCause((cause) => flat(({ opening, hazards }) => hazards[cause] ?? opening.map(() => 0))),
    moves: pools.flatMap(({ moves }, from) =>
      moves.map(({ to, hazard }) => ({
        from,
        to: pools.findIndex(({ id }) => id === to),
        hazard: Float64Array.from(hazard),
      })),
    ),
  };
  const size = { pools: P, entries: 1, tenures: K };
  const stock = new Stock(size);
  const { heads, lived } = stock;
  heads.set(flat(({ opening }) => opening));
  const known = new Coefficients(rates, size, 1 / steps, "continuous");
  for (let j = 0; j < steps; j++) {
    stock.joiners.set(pools.map((pool) => pool.joiners / steps));
    step(known, size, stock);
  }
  let worst = 0;
  pools.forEach(({ id }, p) => {
    const exact = solution.pools[id]!;
    for (let k = 0; k < K; k++)
      worst = Math.max(
        worst,
        Math.abs(heads[p * K + k]! - exact.heads[k]!),
        Math.abs(lived[p * K + k]! - exact.personYears[k]!),
      );
  });
  return worst;
}

test("more steps a year come near the exact solution of the differential equations, at order two", ({ annotate }) => {
  const errors = [1, 2, 4, 12].map(error);
  const orders = [
    Math.log2(errors[0]! / errors[1]!),
    Math.log2(errors[1]! / errors[2]!),
    Math.log(errors[2]! / errors[3]!) / Math.log(3),
  ];
  annotate(
    `errors ${errors.map((e) => e.toPrecision(3)).join(", ")}; observed order ${orders.map((o) => o.toFixed(3)).join(", ")}`,
  );
  for (const order of orders) expect(order).toBeGreaterThan(1.9);
  expect(errors[3]).toBeLessThan(0.07);
});
