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

interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}

/** In a page of one file, the texts of the scripts of its workers, by their names. */
declare var workerScripts: Readonly<Record<string, Blob>> | undefined;
