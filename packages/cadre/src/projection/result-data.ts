import type { Resolved } from "../plan/resolved.ts";
import type { Projection } from "./projection.ts";

/** Everything a result is made of, as plain data that a worker can post to a page; `openResult` opens it again. */
export interface ResultData {
  readonly resolved: Resolved;
  readonly projection: Projection;
}
