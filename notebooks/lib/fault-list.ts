import { element } from "./element.ts";

/** Files that were left out since they have an error, each with that error in its own words. */
export const faultList = (faults: readonly string[]): HTMLElement =>
  element(
    "div",
    { class: "problems", role: "status" },
    element(
      "p",
      {},
      faults.length === 1
        ? "One file has an error and is left out:"
        : `${faults.length} files have errors and are left out:`,
    ),
    ...faults.map((fault) => element("pre", {}, fault)),
  );
