export { type Convention, leaverRates, rateToHazard } from "./rates/kinds.ts";
export { stillInPostAfter } from "./rates/still-in-post.ts";
