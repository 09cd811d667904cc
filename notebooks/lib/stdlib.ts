// What a cell may use without importing it, each loaded only when a cell names it. A notebook that needs more (Plot,
// d3, …) imports it and names it in package.json.
export const htl = () => import("htl");
export const html = () => import("htl").then(({ html }) => html);
export const svg = () => import("htl").then(({ svg }) => svg);
export const Inputs = () => import("./range.ts");
export const md = () => import("observable:runtime/stdlib/md").then(({ md }) => md);
