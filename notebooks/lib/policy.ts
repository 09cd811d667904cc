/** Where a page will be shown: by the preview, as part of a site, or as one file. */
export type Place = "preview" | "site" | "one-file";

const POLICIES: Record<Exclude<Place, "preview">, string> = {
  site: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self'; connect-src 'self'",
  // Scripts and styles stand in the file itself; nothing can be fetched, from anywhere.
  "one-file":
    "default-src 'none'; script-src 'unsafe-inline' blob: data:; style-src 'unsafe-inline'; img-src data:; worker-src blob: data:",
};

/** Tells the browser to fetch nothing from elsewhere, whatever a page says. */
export function withPolicy(template: string, place: Place): string {
  if (place === "preview") return template;
  const rule = `<meta http-equiv="Content-Security-Policy" content="${POLICIES[place]}; base-uri 'none'; form-action 'none'">`;
  return template.replace('<meta charset="utf-8">', (charset) => `${charset}\n    ${rule}`);
}
