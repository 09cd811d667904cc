import { describe, expect, it } from "vitest";
import { townPack } from "../town.test-data.ts";
import { toPage } from "./to-page.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

describe("a board pack as a page", () => {
  it("shows every finding, every statement and every table, and asks for nothing", async () => {
    const { pack } = townPack();
    const page = await toPage(pack);
    for (const { title, points, tables } of pack.pages) {
      expect(page.includes(`<h2>${escaped(title)}</h2>`), title).toBe(true);
      for (const point of points) expect(page.includes(`<li>${escaped(point)}</li>`), point).toBe(true);
      for (const { caption } of tables) expect(page.includes(`aria-label="${escaped(caption)}"`), caption).toBe(true);
    }
    expect(page.match(/<figure class="wide" role="img" aria-label="[^"]{40,}/g)).toHaveLength(
      pack.pages.filter(({ chart }) => chart).length,
    );
    expect(page).not.toMatch(/<script|<link|<img|\ssrc=|\shref=/i);
  });

  it("shows foreign text as text", async () => {
    const title = "<img src=x onerror=alert(1)>";
    expect(await toPage(townPack({ title, care: title, plan: title }).pack)).not.toMatch(/<img|<script/i);
  });
});
