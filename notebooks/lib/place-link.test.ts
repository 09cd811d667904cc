import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { fromLink, inLink } from "./place-link.ts";

const text = readFileSync("notebooks/example-system.yaml", "utf8");

it("holds the whole text and its tables, with every letter there is", async () => {
  const place = {
    text: `${text}\n# Größe, ≥ 10 %, 人`,
    file: "west.yaml",
    tables: { "people.csv": "place,year\nW,2023\n" },
  };
  const written = await inLink(place);
  expect(written?.length).toBeLessThan(3000);
  expect(written).toMatch(/^text=[\w-]+$/);
  expect(await fromLink(`#leaving=120&${written}`)).toEqual(place);
});

it("is none where a page was opened without one, or would be too long", async () => {
  expect(await fromLink("#leaving=120")).toBeUndefined();
  expect(await fromLink("")).toBeUndefined();
  const noise = randomBytes(40_000).toString("base64");
  expect(await inLink({ text: noise, file: "x.yaml", tables: {} })).toBeUndefined();
});

it("says so where a link was cut or changed", async () => {
  const written = (await inLink({ text, file: "west.yaml", tables: {} })) ?? "";
  await expect(fromLink(written.slice(0, -40))).rejects.toThrow("cut off or changed");
  await expect(fromLink("#text=abc")).rejects.toThrow("cut off or changed");
});
