import type JSZip from "jszip";

/** The earliest day that a ZIP can hold: it says of a part that nobody noted when it was made. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1));

/** Takes the time out of a package and of the workbooks in it, so that the same numbers give the same bytes. */
export async function steady(zip: JSZip, open: (bytes: Uint8Array) => Promise<JSZip>): Promise<Uint8Array> {
  for (const name of Object.keys(zip.files)) {
    if (/\.xlsx$/.test(name)) {
      const inner = await open(await zip.file(name)!.async("uint8array"));
      zip.file(name, await steady(inner, open));
    }
    if (/(^|\/)docProps\/core\.xml$/.test(name)) {
      const xml = await zip.file(name)!.async("string");
      zip.file(name, xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ""));
    }
  }
  for (const part of Object.values(zip.files)) part.date = NO_DAY;
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}
