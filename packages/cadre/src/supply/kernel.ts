/**
 * The loops over cells, and the memory they work in. Two kernels do the same to the last bit: `plainKernel`, in
 * JavaScript, is the reference; `fastKernel`, in WebAssembly, takes two numbers at a time and serves ensembles. Sums are
 * taken over even and odd places apart, as both can.
 */
export interface Kernel {
  /** Memory that this kernel can work on; every array below comes from here. */
  array(length: number): Float64Array;
  /** What a step does to heads and joiners, from hazards: see `decay`. */
  decay(hazard: Float64Array, delta: number, stay: Float64Array, lived: Float64Array, joinedLived: Float64Array): void;
  /** Opening heads become closing heads; their person-years are added, or begin anew in the `first` step of a year. */
  close(stay: Float64Array, lived: Float64Array, heads: Float64Array, years: Float64Array, first: boolean): void;
  /** Joiners by (pool, sex, age) are added to heads and person-years at tenure 0. */
  join(
    joiners: Float64Array,
    stay: Float64Array,
    lived: Float64Array,
    heads: Float64Array,
    years: Float64Array,
    tenures: number,
  ): void;
  /** `into = a × b`, place by place. */
  multiply(a: Float64Array, b: Float64Array, into: Float64Array): void;
  /** `into += a`. */
  add(a: Float64Array, into: Float64Array): void;
  /** Movers per head times heads by (sex, age, tenure), added up over tenure, to joiners by (sex, age). */
  move(perHead: Float64Array, heads: Float64Array, joiners: Float64Array, tenures: number): void;
  /** `into −= factor × from`. */
  less(factor: Float64Array, from: Float64Array, into: Float64Array): void;
  /** `Σ a × b`. */
  dot(a: Float64Array, b: Float64Array): number;
  /** `into += a × times`. */
  addTimes(a: Float64Array, times: number, into: Float64Array): void;
  /** `into = a × times`. */
  times(a: Float64Array, times: number, into: Float64Array): void;
  /** Into `sums`, by pool: leavers by one cause, person-years times hazard. */
  leave(years: Float64Array, hazard: Float64Array, pools: number, sums: Float64Array): void;
  /** By pool: heads into `sums`, and FTE by `fte` a head of (pool, sex, age) into `fullTime`. */
  count(
    heads: Float64Array,
    fte: Float64Array,
    tenures: number,
    pools: number,
    sums: Float64Array,
    fullTime: Float64Array,
  ): void;
  /** Into `sums`, by pool: its values added up. */
  total(values: Float64Array, pools: number, sums: Float64Array): void;
  /**
   * Who of one pool can be taken out evenly over a step beyond those `gone`, at most `share` (times the step's length) of
   * those there at its end: into `free` by (sex, age, tenure), into `byEntry` by (sex, age). Returns all of them.
   */
  spare(
    stock: Float64Array,
    stay: Float64Array,
    lived: Float64Array,
    gone: Float64Array,
    share: number,
    free: Float64Array,
    byEntry: Float64Array,
  ): number;
  /** Into `into` by (sex, age): movers that pools lack when all of `free` are taken out. */
  lost(hazard: Float64Array, free: Float64Array, joinedLived: Float64Array, into: Float64Array): void;
  /** Takes a `share` of `taken` out of the closing heads of one pool, and the years they no longer live there. */
  takeOut(
    taken: Float64Array,
    lived: Float64Array,
    joinedLived: Float64Array,
    share: number,
    delta: number,
    heads: Float64Array,
    years: Float64Array,
  ): void;
  /** Everybody is a year older and has served a year more: see `ageOneYear`. */
  age(heads: Float64Array, ages: number, tenures: number): void;
}
