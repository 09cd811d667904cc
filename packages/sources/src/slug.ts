/**
 * An id or a file name from a title in any script: letters and digits of ASCII, joined by hyphens. Empty when the title has
 * none of them.
 *
 * @example
 * ```ts
 * import { slug } from "@cadre/sources";
 * slug("Ynys Môn"); // "ynys-mon"
 * ```
 */
export const slug = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
