import { ensemble } from "cadre";
import { readSystem } from "cadre/node";
import { SURE } from "./systems.ts";

// Makes so many draws and prints the most memory the process ever held, in megabytes.
const system = await readSystem("tests/fixtures/cumbria-employers.yaml");
await ensemble(system, SURE, { draws: Number(process.argv[2]), measures: ["gap"] });
process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
