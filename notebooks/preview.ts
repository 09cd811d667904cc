// npm run notebooks
import { preview } from "./lib/site.ts";

const server = await preview();
server.printUrls();
server.bindCLIShortcuts({ print: true });
