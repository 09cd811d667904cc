/**
 * The classes that heads are counted in. Arrays by (sex, age, tenure) are flat and row-major in that order:
 * `index = (sex × ages + (age − ageMin)) × tenures + tenure`.
 */
export interface Axes {
  /** Names of the sexes; one class called `all` when the system gives no split. */
  readonly sex: readonly string[];
  /** Youngest age in completed years. */
  readonly ageMin: number;
  /** Oldest age; this class is open (everyone of that age or older). */
  readonly ageMax: number;
  /** Number of tenure classes in completed years; the last one is open. 1 switches tenure off. */
  readonly tenure: number;
}

/** Number of single ages on the axis. */
export const agesOf = (axes: Axes): number => axes.ageMax - axes.ageMin + 1;

/** Number of (sex, age) cells. */
export const sexAgesOf = (axes: Axes): number => axes.sex.length * agesOf(axes);

/** Number of (sex, age, tenure) cells of one pool. */
export const cellsOf = (axes: Axes): number => sexAgesOf(axes) * axes.tenure;

/** Labels of the tenure classes: `0`, `1`, `2`, `3+`. */
export const tenureLabels = (axes: Axes): string[] =>
  Array.from({ length: axes.tenure }, (_, k) => (k === axes.tenure - 1 && k > 0 ? `${k}+` : `${k}`));
