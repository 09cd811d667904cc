// What a cell may use without importing it, each loaded only when a cell names it. A notebook that needs more (Plot,
// d3, …) imports it and names it in package.json.
export const htl = () => import("htl");
export const html = () => import("htl").then(({ html }) => html);
export const svg = () => import("htl").then(({ svg }) => svg);
export const md = () => import("observable:runtime/stdlib/md").then(({ md }) => md);
/** By the names of Observable Inputs, whose own lack names for screen readers. */
export const Inputs = async () => {
  const [{ range }, { radio, select }, { checkbox, toggle }, { table }, { text }] = await Promise.all([
    import("../lib/inputs/range.ts"),
    import("../lib/inputs/choice.ts"),
    import("../lib/inputs/checkbox.ts"),
    import("../lib/inputs/table.ts"),
    import("../lib/inputs/text.ts"),
  ]);
  return { range, radio, select, checkbox, toggle, table, text };
};
