import { escaped } from "../parts/xml.ts";

/** One part of a number format: when it is used, and how a number looks then. */
interface Section {
  readonly condition?: string;
  readonly xml: string;
}

/**
 * A number format as Excel writes it (`#,##0`, `0%`, `[>=0.5]+#,##0;[<=-0.5]"−"#,##0;"0"`, `yyyy-mm-dd`) as styles of an open
 * document by the name `name`. A format that this does not know is an error of the program.
 */
export function numberStyle(name: string, format: string): string {
  if (format === "@") return `<number:text-style style:name="${name}"><number:text-content/></number:text-style>`;
  if (format === "yyyy-mm-dd")
    return `<number:date-style style:name="${name}"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>`;
  const sections = format.split(";").map(sectionOf);
  const last = sections.at(-1);
  if (!last) throw new Error("a format has at least one section");
  const others = sections.slice(0, -1);
  const styles = others.map(({ xml }, i) => style(`${name}P${i}`, xml, true));
  const maps = others.map(
    ({ condition = "" }, i) =>
      `<style:map style:condition="${escaped(`value()${condition}`)}" style:apply-style-name="${name}P${i}"/>`,
  );
  return [...styles, style(name, last.xml + maps.join(""), false)].join("");
}

const style = (name: string, xml: string, part: boolean): string => {
  const tag = xml.includes(">%<") ? "number:percentage-style" : "number:number-style";
  return `<${tag} style:name="${name}"${part ? ' style:volatile="true"' : ""}>${xml}</${tag}>`;
};

const text = (words: string): string => (words === "" ? "" : `<number:text>${escaped(words)}</number:text>`);

function sectionOf(section: string): Section {
  const found = /^(?:\[([<>=]+-?[\d.]+)\])?(?:"([^"]*)"|([+−-]?))?(General|(?:#,##)?0(?:\.(0+))?)?(%?)$/.exec(section);
  if (!found) throw new Error(`no number format that an open document is written with: ${section}`);
  const [, condition, literal = "", sign = "", digits, decimals = "", percent = ""] = found;
  const grouped = digits?.startsWith("#") ? ' number:grouping="true"' : "";
  const number =
    digits === undefined
      ? ""
      : digits === "General"
        ? '<number:number number:min-integer-digits="1"/>'
        : `<number:number number:decimal-places="${decimals.length}" number:min-decimal-places="${decimals.length}" number:min-integer-digits="1"${grouped}/>`;
  return { ...(condition !== undefined && { condition }), xml: `${text(literal + sign)}${number}${text(percent)}` };
}
