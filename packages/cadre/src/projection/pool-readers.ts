import type { CountedPoolMeasure } from "../model/measures.ts";
import { COST_READERS } from "./cost-readers.ts";
import type { Reader } from "./reading.ts";
import { STAFF_READERS } from "./staff-readers.ts";

/** How every measure of pools is read from a projection. */
export const POOL_READERS: Readonly<Record<CountedPoolMeasure, Reader>> = { ...STAFF_READERS, ...COST_READERS };
