// What writes YAML is large, and fetched only when somebody saves a scenario.
export { scenarioText } from "cadre/scenarios";
