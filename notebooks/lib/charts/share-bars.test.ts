import { toSvg } from "@cadre/charts";
import { expect, it } from "vitest";
import { shareBars } from "./share-bars.ts";

const words = { title: "Who joins", subtitle: "People who join.", source: "Made up" };
const parts = ["recruited", "from courses"];

/** The boxes of a picture by their widths, as the drawing has them. */
const widths = (svg: string): number[] =>
  [...(/<g class="mark-rect[\s\S]*?<\/g>/.exec(svg)?.[0] ?? "").matchAll(/d="M[^h]*h([\d.]+)v/g)].map(([, width]) =>
    Number(width),
  );

it("draws 21 people a hundredth as long as 2,100, on one scale", async () => {
  const bars = [
    { name: "Level 2", parts: [1400, 700] },
    { name: "Level 6", parts: [14, 7] },
  ];
  const drawn = widths(await toSvg(shareBars(bars, { ...words, parts, unit: "people", width: 700 })));
  expect(drawn).toHaveLength(4);
  const [many = 0, courses = 0, few = 0, fewer = 0] = drawn;
  expect((many + courses) / (few + fewer)).toBeCloseTo(100, 0);
  expect(many / courses).toBeCloseTo(2, 2);
});

it("draws nobody as nothing", async () => {
  const svg = await toSvg(shareBars([{ name: "Nobody", parts: [0, 0] }], { ...words, parts, unit: "people" }));
  expect(svg).not.toMatch(/NaN|Infinity/);
});
