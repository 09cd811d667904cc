/** Where a command writes: results to `out`, errors to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Says what takes so long, on one line that the next one replaces and "" clears. */
  progress?(text: string): void;
}

/** The exit code of a command whose words could not be written. */
const UNSAID = 3;

/** Control characters, among them the escapes by which a title in a file could take over a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** The text without control characters other than tab and newline. */
const printable = (text: string): string => text.replace(CONTROL, "");

/** The terminal behind a filter that lets no control characters through. */
export const plainTerminal = ({ out, err, progress }: Terminal): Terminal => ({
  out: (text) => out(printable(text)),
  err: (text) => err(printable(text)),
  ...(progress && { progress: (text: string) => progress(printable(text).replace(/\s+/g, " ")) }),
});

/** The streams of this process. A reader that stops early, such as `head`, ends the command without an error. */
export function processTerminal(): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`The output could not be written: ${error.message}\n`);
    process.exit(UNSAID);
  });
  // Where errors cannot be told either, the exit code is all there is.
  process.stderr.on("error", () => undefined);
  // Only for somebody who watches: a file or another program gets errors and nothing else.
  const progress = process.stderr.isTTY ? onOneLine(process.stderr) : undefined;
  const said = (stream: NodeJS.WriteStream) => (text: string) => {
    progress?.("");
    stream.write(`${text}\n`);
  };
  return { out: said(process.stdout), err: said(process.stderr), ...(progress && { progress }) };
}

/**
 * Progress on one line of a screen, however narrow. The cursor waits on the line below: that is where the prompt comes when
 * somebody ends the command, without a signal being caught.
 */
export function onOneLine(screen: { readonly columns?: number; write(text: string): unknown }): (text: string) => void {
  let shown = false;
  return (text) => {
    if (shown) screen.write("\u001b[A\r\u001b[K");
    shown = text !== "";
    if (shown) screen.write(`${onLine(text, Math.max(1, (screen.columns || 80) - 1))}\n`);
  };
}

/** A text cut in its middle, for how far something has come stands at its end. */
function onLine(text: string, width: number): string {
  if (text.length <= width) return text;
  const end = Math.floor((width - 1) / 3);
  return `${text.slice(0, width - 1 - end)}…${text.slice(text.length - end)}`;
}
