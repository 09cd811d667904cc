import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FuzzInput } from "./judge.ts";

/** A busy machine may take this long for two seconds of work. */
const MOST_MILLISECONDS = 60_000;

/** Tries inputs in a process that is ended where it does not answer, and then started anew. */
export class Trial {
  private child: ChildProcess | undefined;

  /** What is wrong with how an input was taken, if anything. */
  async fault(input: FuzzInput): Promise<string | undefined> {
    this.child ??= await started();
    const { child } = this;
    return new Promise((resolve) => {
      const settle = (fault: string | undefined, gone: boolean) => {
        clearTimeout(timer);
        child.off("message", told).off("exit", ended);
        if (gone) this.close();
        resolve(fault);
      };
      const told = (answer: { fault?: string }) => settle(answer.fault, false);
      const ended = (code: number | null, signal: string | null) =>
        settle(`ended its process: ${signal ?? code}`, true);
      const timer = setTimeout(() => settle("never ended", true), MOST_MILLISECONDS);
      child.on("message", told).on("exit", ended);
      child.send(input);
    });
  }

  close(): void {
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }
}

function started(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("child.ts", import.meta.url)), {
    execArgv: ["--max-old-space-size=1024", "--conditions=source", "--import", "tsx"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child)).once("error", reject);
    child.once("exit", (code) => reject(new Error(`the process that tries inputs ended with ${code}`)));
  });
}
