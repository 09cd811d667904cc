import type JSZip from "jszip";

/** The earliest day that a ZIP can hold: it says of a part that nobody noted when it was made. */
const NO_DAY = new Date(Date.UTC(1980, 0, 1));

/** Takes the time out of a package and of the workbooks in it, so that the same numbers give the same bytes. */
export async function withoutTimes(zip: JSZip, Zip: typeof JSZip): Promise<Uint8Array> {
  const out = new Zip();
  // The list of parts comes first, as office programs write it; the others in the order of their names.
  const first = (name: string) => Number(name !== "[Content_Types].xml");
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]!.dir);
  names.sort((one, other) => first(one) - first(other) || (one < other ? -1 : 1));
  for (const name of names) {
    const content = await zip.file(name)!.async("uint8array");
    const part = /\.xlsx$/.test(name)
      ? await withoutTimes(await Zip.loadAsync(content), Zip)
      : /(^|\/)docProps\/core\.xml$/.test(name)
        ? textWithoutTimes(new TextDecoder().decode(content))
        : content;
    out.file(name, part, { date: NO_DAY, createFolders: false });
  }
  return out.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const textWithoutTimes = (xml: string): string =>
  xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");
