import { chromium } from "playwright-core";

const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const name of ["cumbria-gap", "how-sure", "own-place"]) {
  const p = await b.newPage();
  await p.goto(`http://127.0.0.1:8766/${name}.html`);
  await p.locator(".chart svg").first().waitFor({ timeout: 60000 });
  const r = await p.evaluate(
    `[...new Map(performance.getEntriesByType("resource").map(({ name, decodedBodySize }) => [name, decodedBodySize]))].sort((a,b)=>b[1]-a[1])`,
  );
  let s = 0;
  for (const [n, v] of r) {
    s += v;
    if (v > 12000) console.log(v, n.split("/").pop());
  }
  console.log(name, s);
  await p.close();
}
await b.close();
