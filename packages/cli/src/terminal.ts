/** Where a command writes: results to `out`, errors to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Says what takes so long, on one line that the next one replaces and "" clears. */
  progress?(text: string): void;
}

/** Control characters, among them the escapes by which a title in a file could take over a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The text without control characters other than tab and newline. */
const printable = (text: string): string => text.replace(CONTROL, "");

/** The terminal behind a filter that lets no control characters through. */
export const plain = ({ out, err, progress }: Terminal): Terminal => ({
  out: (text) => out(printable(text)),
  err: (text) => err(printable(text)),
  ...(progress && { progress: (text: string) => progress(printable(text).replace(/\s+/g, " ")) }),
});

/** The streams of this process. A reader that stops early, such as `head`, ends the command without an error. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    // Only for somebody who watches: a file or another program gets errors and nothing else.
    ...(process.stderr.isTTY && { progress: (text: string) => void process.stderr.write(`\r\u001b[K${text}`) }),
  };
}
