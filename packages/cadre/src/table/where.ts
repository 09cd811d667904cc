import { NUMBER, only, optional, type Shape, TEXT } from "../error/shape.ts";
import { type Axes, agesOf, cellsOf, tenureLabels } from "./axes.ts";
import { parseBand } from "./band.ts";

/** What staff are selected by, what each is given as, and what an editor tells of it: the keys of `where` in files and code. */
export const SELECTORS = {
  pool: { as: "text", says: "A pool's id, all, sector:…, employer:… or level:…" },
  sector: { as: "text", says: "Pools of this sector" },
  employer: { as: "text", says: "Pools of this employer" },
  role: { as: "text", says: "Pools of this role" },
  level: { as: "whole number", says: "Pools of this level of competence" },
  place: { as: "text", says: "Pools of this place" },
  sex: { as: "text", says: "Staff of this sex" },
  age: { as: "label", says: "Staff of an age (60) or of a band of ages (16-29, 55+)" },
  tenure: { as: "label", says: "Staff with these completed years in the pool: 0, 1, 3+" },
} as const;

type Selectors = typeof SELECTORS;
type Selected = { [K in keyof Selectors]?: Selectors[K]["as"] extends "whole number" ? number : string };

/** Which staff something is about. Everything left out means all of them. */
export interface Where extends Readonly<Selected> {}

/** Which staff a program may say something is about. */
export const WHERE: Shape = optional(
  only(
    Object.fromEntries(
      Object.entries(SELECTORS).map(([key, { as }]) => [key, optional(as === "whole number" ? NUMBER : TEXT)]),
    ),
  ),
);

/** What a pool can be selected by. */
export interface Selectable {
  readonly id: string;
  readonly employer: string;
  readonly sector: string;
  readonly role: string;
  readonly level?: number;
  readonly place?: string;
}

/** Whether a pool belongs to a selection (ages, sexes and tenures aside). */
export function selects(where: Where, pool: Selectable): boolean {
  const named =
    where.pool === undefined ||
    where.pool === "all" ||
    where.pool === pool.id ||
    where.pool === `sector:${pool.sector}` ||
    where.pool === `employer:${pool.employer}` ||
    where.pool === `level:${pool.level}`;
  return (
    named &&
    (where.sector === undefined || where.sector === pool.sector) &&
    (where.employer === undefined || where.employer === pool.employer) &&
    (where.role === undefined || where.role === pool.role) &&
    (where.level === undefined || where.level === pool.level) &&
    (where.place === undefined || where.place === pool.place)
  );
}

/** 1 for the (sex, age, tenure) cells of a selection, 0 for the others; undefined when a class is unknown. */
export function cellMask(axes: Axes, where: Pick<Where, "sex" | "age" | "tenure">): Uint8Array | undefined {
  const mask = new Uint8Array(cellsOf(axes));
  const band = where.age === undefined ? parseBand("all") : parseBand(where.age);
  const sex = where.sex === undefined ? -1 : axes.sex.indexOf(where.sex);
  const tenure = where.tenure === undefined ? -1 : tenureLabels(axes).indexOf(where.tenure);
  if (!band || (where.sex !== undefined && sex < 0) || (where.tenure !== undefined && tenure < 0)) return undefined;
  const ages = agesOf(axes);
  for (let s = 0; s < axes.sex.length; s++) {
    if (sex >= 0 && s !== sex) continue;
    for (let a = 0; a < ages; a++) {
      const age = axes.ageMin + a;
      if (age < band.from || age > band.to) continue;
      for (let k = 0; k < axes.tenure; k++) {
        if (tenure < 0 || k === tenure) mask[(s * ages + a) * axes.tenure + k] = 1;
      }
    }
  }
  return mask;
}
