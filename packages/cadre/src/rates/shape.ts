import { type Axes, agesOf, cellsOf, sexAgesOf, tenureLabels } from "../table/axes.ts";
import { parseBand } from "../table/band.ts";

type Values = Readonly<Record<string, number>> | undefined;

/** One value a single age from values by band; ages that no band holds get `otherwise`. */
export function byAge(values: Values, axes: Axes, otherwise: number): Float64Array {
  const out = new Float64Array(agesOf(axes)).fill(otherwise);
  for (const [label, value] of Object.entries(values ?? {})) {
    const band = parseBand(label);
    if (!band) continue;
    const [from, to] = [Math.max(band.from - axes.ageMin, 0), Math.min(band.to - axes.ageMin, out.length - 1)];
    for (let a = from; a <= to; a++) out[a] = value;
  }
  return out;
}

/** The product of relative shapes by sex, age and tenure, over the cells of one pool; 1 where nothing is said. */
export function shape(axes: Axes, by: { sex?: Values; age?: Values; tenure?: Values }): Float64Array {
  const out = new Float64Array(cellsOf(axes));
  const ages = byAge(by.age, axes, 1);
  const tenures = tenureLabels(axes).map((label) => by.tenure?.[label] ?? 1);
  const sexes = axes.sex.map((sex) => by.sex?.[sex] ?? 1);
  for (let i = 0; i < sexAgesOf(axes); i++)
    for (let k = 0; k < axes.tenure; k++)
      out[i * axes.tenure + k] = sexes[Math.floor(i / ages.length)]! * ages[i % ages.length]! * tenures[k]!;
  return out;
}
