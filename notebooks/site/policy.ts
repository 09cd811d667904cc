/** How a page will be shown: by the preview, as part of a site, or as one file. */
export type Shown = "preview" | "site" | "one-file";

const FOR_ALL = "base-uri 'none'; form-action 'none'";
const SITE =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'";

/** Tells the browser to fetch nothing from elsewhere, whatever a page says. */
export function withPolicy(template: string, shown: Shown): string {
  return shown === "preview"
    ? template
    : template.replace('<meta charset="utf-8">', (meta) => `${meta}\n    ${tag(SITE)}`);
}

/**
 * The policy of a page that carries everything in itself: the scripts and styles with these hashes, workers made of
 * what it holds, and nothing fetched from anywhere.
 */
export function policyOfOneFile(hashes: { scripts: readonly string[]; styles: readonly string[] }): string {
  const allowed = (those: readonly string[]) => those.map((hash) => `'sha256-${hash}'`).join(" ") || "'none'";
  return tag(
    `default-src 'none'; script-src ${allowed(hashes.scripts)}; style-src ${allowed(hashes.styles)}; ` +
      "img-src data: blob:; worker-src blob:",
  );
}

const tag = (rules: string): string => `<meta http-equiv="Content-Security-Policy" content="${rules}; ${FOR_ALL}">`;

/** The tag that sets a page's policy. */
export const POLICY_TAG = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
