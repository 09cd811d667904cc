/** What is met while a text of tags is read. Names come without their prefix: `table:table-row` is `table-row`. */
export interface XmlEvents {
  /** A tag opens; `attributes` is its text, for `attribute`. A tag that closes itself is told as opened and closed. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** So many bytes are read at a time: a long sheet never stands whole in memory as text. */
const CHUNK = 1 << 20;

/** Reads a part of a workbook from its first tag to its last. */
export function readXml(bytes: Uint8Array, events: XmlEvents): void {
  const decoder = new TextDecoder(encodingOf(bytes));
  let rest = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    rest = readTags(rest + decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }), events);
  readTags(rest + decoder.decode(), events);
}

function encodingOf([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Tells every whole tag of a text, and returns what follows the last one. */
function readTags(text: string, events: XmlEvents): string {
  let at = 0;
  for (;;) {
    const start = text.indexOf("<", at);
    if (start < 0) return text.slice(at);
    const sign = text.charCodeAt(start + 1);
    const special =
      sign === MARK || sign === QUESTION ? SPECIAL.find(({ opens }) => text.startsWith(opens, start)) : undefined;
    const end = special ? text.indexOf(special.closes, start) : endOfTag(text, start);
    if (end < 0) return text.slice(at);
    if (start > at) events.text(unescaped(text.slice(at, start)));
    at = end + (special?.closes.length ?? 1);
    if (special?.opens === "<![CDATA[") events.text(text.slice(start + special.opens.length, end));
    else if (!special) tell(text.slice(start + 1, end), events);
  }
}

const SPECIAL = [
  { opens: "<!--", closes: "-->" },
  { opens: "<![CDATA[", closes: "]]>" },
  { opens: "<?", closes: "?>" },
  { opens: "<!", closes: ">" },
] as const;

const [MARK, QUESTION, BRACKET, DOUBLE, SINGLE] = [0x21, 0x3f, 0x3e, 0x22, 0x27];

/** Where a tag ends: at the first bracket that no quotation marks enclose. */
function endOfTag(text: string, start: number): number {
  let quote = 0;
  for (let end = start + 1; end < text.length; end += 1) {
    const sign = text.charCodeAt(end);
    if (quote !== 0) quote = sign === quote ? 0 : quote;
    else if (sign === BRACKET) return end;
    else if (sign === DOUBLE || sign === SINGLE) quote = sign;
  }
  return -1;
}

function tell(tag: string, events: XmlEvents): void {
  if (tag.startsWith("/")) {
    events.close(local(tag.slice(1).trimEnd()));
    return;
  }
  const closes = tag.endsWith("/");
  const inside = closes ? tag.slice(0, -1) : tag;
  const space = inside.search(/\s/);
  const name = local(space < 0 ? inside : inside.slice(0, space));
  events.open(name, space < 0 ? "" : inside.slice(space));
  if (closes) events.close(name);
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The value of an attribute by its name without a prefix; undefined where it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  // As nearly every program writes it.
  const usual = attributes.indexOf(` ${name}="`);
  if (usual >= 0) {
    const from = usual + name.length + 3;
    return unescaped(attributes.slice(from, attributes.indexOf('"', from)));
  }
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (at > 0 && !/[\s:]/.test(attributes[at - 1] ?? "")) continue;
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length));
    if (found) return unescaped(found[1] ?? found[2] ?? "");
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Characters that no XML may hold, and halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it stands between tags or in an attribute. */
export const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, "")
    .replace(HALVES, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
