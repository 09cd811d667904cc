import { altText, supplyAndDemand, toSvg } from "@cadre/charts";
import { run } from "cadre";
import { readSystem } from "cadre/node";
import { escaped } from "./layout.ts";

/** A chart of a place: the picture, and how its page shows it. */
export interface PlacePicture {
  readonly svg: string;
  readonly html: string;
}

/** Runs a place if nothing changes, and draws staff in post and posts needed. `name` is the picture's file beside its page. */
export async function placePicture(system: string, name: string): Promise<PlacePicture> {
  const chart = supplyAndDemand(run(await readSystem(system)));
  const svg = await toSvg(chart);
  const [, width = "", height = ""] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const img = `<img src="${name}" width="${width}" height="${height}" alt="${escaped(altText(chart))}">`;
  return { svg, html: `<figure>${img}</figure>\n` };
}
