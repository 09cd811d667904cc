export { projectFolder } from "./node/project-folder.ts";
export { readAssurance, readKeptRecords } from "./node/read-assurance.ts";
export { readCatalogue } from "./node/read-catalogue.ts";
export { readChecks } from "./node/read-checks.ts";
export { readObserved, readSeries } from "./node/read-figures.ts";
export { readPlan } from "./node/read-plan.ts";
export { type InputFile, readScenario, readSystemOrScenario } from "./node/read-scenario.ts";
export { readSystem } from "./node/read-system.ts";
export { type NodeWorkers, startWorkers, type WorkersOptions } from "./node/start-workers.ts";
