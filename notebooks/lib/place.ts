import type { Scenario, System } from "cadre";
import { element } from "./element.ts";

/** A place as its files have it. */
export interface Place {
  readonly system: System;
  /** Every scenario by its id. One whose file has an error is not listed; whoever asks for it is told the error. */
  readonly scenarios: Readonly<Record<string, Scenario>>;
  /** What is wrong with scenarios that could not be read, by their ids. */
  readonly faults: Readonly<Record<string, string>>;
}

/** A place in a list of places. */
export interface ListedPlace {
  readonly id: string;
  readonly title: string;
  load(): Promise<Place>;
}

/** A place of which some scenarios may have an error, which stops a page only if it needs them. */
export function placeOf({ scenarios, ...place }: Place): Place {
  const known = { ...scenarios };
  for (const [id, fault] of Object.entries(place.faults))
    Object.defineProperty(known, id, { enumerable: false, get: () => halt(fault) });
  return { ...place, scenarios: known };
}

/** A place whose system has an error: whatever page needs it shows that error and nothing else. */
export const faultyPlace = (fault: string): Place => ({
  get system() {
    return halt(fault);
  },
  get scenarios() {
    return halt(fault);
  },
  faults: {},
});

/** Loads a place that the reader has chosen, after which the error of another one is no longer shown. */
export async function openPlace(place: ListedPlace): Promise<Place> {
  const loaded = await place.load();
  document.getElementById(FAULT)?.remove();
  document.querySelector("main")?.classList.remove(HALTED);
  return loaded;
}

/** A scenario that a place may have or not; undefined too where its file has an error. */
export const scenarioIfThere = ({ scenarios, faults }: Place, id: string): Scenario | undefined =>
  id in faults ? undefined : scenarios[id];

const FAULT = "place-fault";
const HALTED = "halted";

/** Shows an error of a place's files in place of all that would have to be worked out from them. */
function halt(fault: string): never {
  const main = document.querySelector("main");
  main?.classList.add(HALTED);
  const words = element("pre", {}, fault);
  const shown = element("div", { id: FAULT, class: "problems", role: "alert" }, element("p", {}, INTRODUCED), words);
  document.getElementById(FAULT)?.remove();
  main?.prepend(shown);
  throw new Error(fault);
}

const INTRODUCED = "A file of this place has an error, so there is nothing to show until it is corrected:";
