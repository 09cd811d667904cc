import type { IntakeToClose, System } from "cadre";
import { ask } from "./work/ask.ts";

/** The yearly intake of a course that closes a gap, worked out in a worker; undefined where no intake can. */
export const intakeInWorker = (
  system: System,
  query: { pipeline: string; pool?: string; year: number },
): Promise<IntakeToClose | undefined> => ask("intakeToClose", system, query);
