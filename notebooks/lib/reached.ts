import { pacedMoves } from "./paced.ts";

/** How far ahead of a reader work begins, in heights of the screen, so that it has mostly begun when they are there. */
const AHEAD = 0.5;

/**
 * Waits until the reader has come to one of these parts of the page, or past it, and the answers and pictures that they
 * see are drawn. While a page fills, what belongs far down still stands at its top, so that is looked at twice.
 */
export async function readerReaches(parts: readonly Element[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await comesNear(parts, signal);
    await new Promise<void>((resolve) => pacedMoves({}, resolve));
    if (parts.some(isNear)) return;
  }
}

const isNear = (part: Element): boolean =>
  part.isConnected && part.getBoundingClientRect().top <= innerHeight * (1 + AHEAD);

function comesNear(parts: readonly Element[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    // Everything above the screen has been passed.
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) done();
      },
      { rootMargin: `1000000px 0px ${100 * AHEAD}% 0px` },
    );
    for (const part of parts) observer.observe(part);
    signal.addEventListener("abort", done, { once: true });
  });
}
