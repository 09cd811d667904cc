declare module "htl" {
  type Template = (strings: TemplateStringsArray, ...values: unknown[]) => HTMLElement;
  export const html: Template;
  export const svg: Template;
}

declare module "observable:runtime/stdlib/md" {
  export const md: (strings: TemplateStringsArray, ...values: unknown[]) => Node;
}

declare module "*?worker" {
  const Module: new () => Worker;
  export default Module;
}
