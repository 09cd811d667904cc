import { toPage, toPictures, toPptx, toXlsx } from "@cadre/report";
import { townPack } from "./town.ts";

/** What the test asks the page to make: bytes as a list of numbers, since they leave the page as JSON. */
const makers = {
  pptx: async () => [...(await toPptx(townPack()))],
  xlsx: async () => [...(await toXlsx(townPack()))],
  html: async () => toPage(townPack()),
  pictures: async () => toPictures(townPack()),
};

Object.assign(window, { make: (kind: keyof typeof makers) => makers[kind]() });
