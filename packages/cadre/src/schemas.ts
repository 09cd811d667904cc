export { jsonSchemas } from "./decide/schemas.ts";
