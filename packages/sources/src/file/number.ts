const COUNT = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** A count as publishers write it, with or without commas at the thousands; undefined when the text is none. */
export function parseCount(text: string): number | undefined {
  const plain = text.trim();
  return COUNT.test(plain) ? Number(plain.replaceAll(",", "")) : undefined;
}

/** What publishers write in place of a figure that they do not give. */
const WITHHELD = new Set(["", "-", "–", "..", ":", "*", "z", "c", "x", "na", "n/a", "[z]", "[c]", "[x]", "[n/a]"]);

/** What is said of figures that nobody asked for and the publisher withholds. */
export const withheldElsewhere = (count: number): string[] =>
  count === 0
    ? []
    : [
        `${count === 1 ? "1 figure" : `${count} figures`} that the publisher withholds, in rows nobody asked for, left out.`,
      ];

/** True where the publisher gives no figure. */
export const isWithheld = (text: string): boolean => WITHHELD.has(text.trim().toLowerCase());
