import type { Command } from "commander";
import type { Outcome, RunAgain } from "./outcome.ts";
import type { Terminal } from "./terminal.ts";

/** Gives a command its arguments, its options and what it does. */
type Adds = (command: Command, terminal: Terminal, outcome: Outcome, again: RunAgain) => void;

/** A command: its line in the help, and where the rest of it is, which is loaded when the command is named. */
interface Listed {
  readonly name: string;
  readonly does: string;
  readonly load: () => Promise<Adds>;
}

/** The commands in the order of the help. Nothing that they need is loaded to list them. */
export const COMMANDS: readonly Listed[] = [
  {
    name: "run",
    does: "Projects a system or a scenario and writes its results, records and charts into a folder.",
    load: async () => (await import("./commands/run.ts")).addRun,
  },
  {
    name: "compare",
    does: "Runs the scenarios of a place and shows them side by side, doing nothing first.",
    load: async () => (await import("./commands/compare.ts")).addCompare,
  },
  {
    name: "decompose",
    does: "Says what each intervention of a scenario adds, and why the gap changes.",
    load: async () => (await import("./commands/decompose.ts")).addDecompose,
  },
  {
    name: "report",
    does: "Writes a board pack of a place: what is found, what the plan adds, what the answer depends on.",
    load: async () => (await import("./commands/report.ts")).addReport,
  },
  {
    name: "sensitivity",
    does: "Says which of the numbers that are not known exactly matter most.",
    load: async () => (await import("./commands/sensitivity.ts")).addSensitivity,
  },
  {
    name: "worth",
    does: "Shows which number is most worth measuring before you choose between scenarios.",
    load: async () => (await import("./commands/worth.ts")).addWorth,
  },
  {
    name: "solve",
    does: "Finds how far a lever has to move to meet a target.",
    load: async () => (await import("./commands/solve.ts")).addSolve,
  },
  {
    name: "plan",
    does: "Chooses interventions, their years and reaches, under money and limits.",
    load: async () => (await import("./commands/plan.ts")).addPlan,
  },
  {
    name: "stress",
    does: "Tests plans against many futures, and says which is never far from the best.",
    load: async () => (await import("./commands/stress.ts")).addStress,
  },
  {
    name: "signposts",
    does: "Shows at which figure of a year another plan becomes better than the chosen one.",
    load: async () => (await import("./commands/signposts.ts")).addSignposts,
  },
  {
    name: "staffing",
    does: "Plans recruits, retraining, redundancy and short time over years, exactly.",
    load: async () => (await import("./commands/staffing.ts")).addStaffing,
  },
  {
    name: "backtest",
    does: "Says how good the projections would have been in earlier years, with what was known then.",
    load: async () => (await import("./commands/backtest.ts")).addBacktest,
  },
  {
    name: "check",
    does: "Tests what experts say about a system and its scenarios against runs of them.",
    load: async () => (await import("./commands/check.ts")).addCheck,
  },
  {
    name: "explain",
    does: "Shows where a number comes from: the value in the file, its source, and how it was used.",
    load: async () => (await import("./commands/explain.ts")).addExplain,
  },
  {
    name: "interventions",
    does: "Lists the catalogue of interventions: what could be done, and how well it is known to work.",
    load: async () => (await import("./commands/interventions.ts")).addInterventions,
  },
  {
    name: "new",
    does: "Writes a commented system with example numbers and its checks, to start a place of your own from.",
    load: async () => (await import("./commands/new.ts")).addNew,
  },
  {
    name: "import",
    does: "Makes the files of a place from figures you already have.",
    load: async () => (await import("./commands/import.ts")).addImport,
  },
  {
    name: "export",
    does: "Writes a place as a workbook, to go on in Excel or LibreOffice; `cadre import` reads it back.",
    load: async () => (await import("./commands/export.ts")).addExport,
  },
  {
    name: "schema",
    does: "Prints the JSON Schemas of the files, with which an editor completes and checks what you type.",
    load: async () => (await import("./commands/schema.ts")).addSchema,
  },
  {
    name: "assure",
    does: "Writes the assurance record of a place: what is missing, who answers, what it depends on, who signed.",
    load: async () => (await import("./commands/assure.ts")).addAssure,
  },
  {
    name: "verify",
    does: "Says whether the files of a run are as the run wrote them, and which were edited.",
    load: async () => (await import("./commands/verify.ts")).addVerify,
  },
  {
    name: "reproduce",
    does: "Makes a run again from its folder alone, and says whether the results are the same.",
    load: async () => (await import("./commands/reproduce.ts")).addReproduce,
  },
];
