import type Library from "pptxgenjs";

/** A presentation that is being made, and a slide of it. */
export type Deck = Library.default;
export type Slide = Library.default.Slide;
export type TableCell = Library.default.TableCell;

/** Loads the library that writes slides; its declarations take it for a package of the older kind, which it is not. */
export async function newDeck(): Promise<Deck> {
  const { default: Presentation } = (await import("pptxgenjs")) as unknown as { default: new () => Deck };
  return new Presentation();
}
