// Search without a network: the words of all pages are fetched from the site's own folder when somebody searches. They
// come as a script, because a page that is opened from a disk may not read other files.
const script = document.currentScript;
const root = script.dataset.root;
const input = document.querySelector("#search");
const found = document.querySelector("#found");
const status = found.querySelector("p");
const list = found.querySelector("ul");
const MOST = 20;
let words;

function wordsOfSite() {
  words ??= new Promise((resolve, reject) => {
    const index = document.createElement("script");
    index.src = `${root}site/search-index.js`;
    index.onload = () => resolve(globalThis.cadreSearch);
    index.onerror = reject;
    document.head.append(index);
  });
  return words;
}

/** How well a part of a page fits: every word has to begin a word of it; a word of a title counts most. */
function fit([, title, heading, text], terms) {
  let sum = 0;
  for (const term of terms) {
    const one = (term.test(title) ? 8 : 0) + (term.test(heading) ? 5 : 0) + (term.test(text) ? 1 : 0);
    if (one === 0) return 0;
    sum += one;
  }
  return sum;
}

function around(text, term) {
  const at = Math.max(0, text.search(term) - 40);
  return `${at > 0 ? "… " : ""}${text.slice(at, at + 140)}…`;
}

async function search() {
  const asked = input.value.trim();
  found.hidden = asked.length < 2;
  if (found.hidden) return;
  const terms = asked
    .split(/\s+/)
    .map((word) => new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "iu"));
  const parts = (await wordsOfSite())
    .map((part) => ({ part, fit: fit(part, terms) }))
    .filter((one) => one.fit > 0)
    .sort((one, other) => other.fit - one.fit);
  if (input.value.trim() !== asked) return;
  status.textContent = parts.length === 0 ? "Nothing found." : `${parts.length} found`;
  list.replaceChildren(
    ...parts.slice(0, MOST).map(({ part: [address, title, heading, text] }) => {
      const link = document.createElement("a");
      link.href = root + address;
      link.textContent = heading && heading !== title ? `${title}: ${heading}` : title;
      const words = document.createElement("span");
      words.textContent = around(text, terms[0]);
      const item = document.createElement("li");
      item.append(link, words);
      return item;
    }),
  );
}

input.addEventListener("focus", () => void wordsOfSite(), { once: true });
input.addEventListener("input", () => void search());
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || found.hidden) return;
  found.hidden = true;
  input.focus();
});
