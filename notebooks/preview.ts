// npm run notebooks
import { startPreview } from "./site/preview-server.ts";

const server = await startPreview();
server.printUrls();
server.bindCLIShortcuts({ print: true });
