import type { Pool } from "../system/schema/pool.ts";

/** Whether the published leaving rate of a pool counts those who go to another one: they leave what it is about leaving. */
export const countsMove = (from: Pool, to: Pool): boolean => {
  const { scope } = from.leaving;
  return scope !== "system" && from[scope] !== to[scope];
};
