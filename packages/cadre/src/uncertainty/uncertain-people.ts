import type { Population } from "../population/types.ts";
import type { Change } from "../scenario/schema/change.ts";
import type { System } from "../system/types.ts";
import type { Membership } from "./copula.ts";
import { normalQuantile } from "./normal.ts";

/** What is uncertain of the people to come: the error of a projection, or a number that it is worked out from. */
export interface UncertainPeople {
  readonly id: string;
  readonly title: string;
  readonly from: "input";
  readonly membership?: Membership;
  readonly changes: readonly Change[];
  at(u: number): number;
  shown(u: number): number;
}

/** What is uncertain of the people that a system serves; intervals of the file are drawn as those of any input. */
export function uncertainPeople({ population }: Pick<System, "population">): UncertainPeople[] {
  return population ? [...ofErrors(population), ...ofProjection(population)] : [];
}

/** The errors of a projection by age: people are multiplied by 1 on average. */
function ofErrors({ error = {} }: Population): UncertainPeople[] {
  return Object.entries(error).flatMap(([ages, { sd = 0, together }]) => {
    if (!(sd > 0)) return [];
    const at = (u: number) => Math.exp(sd * normalQuantile(u) - sd ** 2 / 2) - 1;
    const belongs = together !== undefined && {
      membership: { group: "population error of the old", correlation: together },
    };
    return [
      {
        ...named(`error.${ages}`, `People aged ${ages}: error of the projection, ten years on`),
        ...belongs,
        at,
        shown: at,
      },
    ];
  });
}

/** What a projection is worked out from. */
function ofProjection({ projection }: Population): UncertainPeople[] {
  if (!projection) return [];
  const { improvementRealised, fertilityGrowth, moreMigrants } = projection;
  const numbers = [
    ["improvementRealised", "Mortality: how much of its improvement happens", improvementRealised],
    ["fertilityGrowth", "Births a woman: growth a year", fertilityGrowth],
    ...Object.entries(moreMigrants).map(
      ([ages, number]) =>
        [`moreMigrants.${ages}`, `People aged ${ages}: net migrants a year beyond those projected`, number] as const,
    ),
  ] as const;
  return numbers.flatMap(([path, title, { value, sd = 0, p10 }]) => {
    if (!(sd > 0) || p10 !== undefined) return [];
    const at = (u: number) => sd * normalQuantile(u);
    return [{ ...named(`projection.${path}`, title), at, shown: (u: number) => value + at(u) }];
  });
}

const named = (path: string, title: string): Pick<UncertainPeople, "id" | "title" | "from" | "changes"> => {
  const id = `population.${path}`;
  return { id, title, from: "input", changes: [{ parameter: id, add: 0 }] };
};
