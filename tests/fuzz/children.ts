import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Asked, Told } from "./child.ts";
import type { FuzzInput } from "./judge.ts";

/** Two seconds of work may take this long on a machine that is busy with other things. */
const MOST_MILLISECONDS = 300_000;

/** Tries inputs in a process that is ended where it does not answer, and then started again. */
export class Trial {
  private child: ChildProcess | undefined;

  /** What is wrong with how an input was taken, if anything. */
  async fault(input: FuzzInput): Promise<string | undefined> {
    let fault: string | undefined;
    await this.ask({ input }, (told) => {
      fault = told.fault;
      return false;
    });
    return fault;
  }

  /** Tries the inputs of a seed one after the other; `told` hears of each and says whether to go on. */
  async faults(seed: number, first: number, told: (number: number, fault?: string) => boolean): Promise<void> {
    let [number, on] = [first, true];
    while (on)
      await this.ask({ seed, first: number }, ({ fault }) => {
        on = told(number++, fault);
        return on;
      });
    this.close();
  }

  /** Hears answers until there are enough, or the process is gone. */
  private async ask(asked: Asked, heard: (told: Told) => boolean): Promise<void> {
    this.child ??= await started();
    const { child } = this;
    return new Promise((resolve) => {
      const gone = (fault: string) => {
        this.close();
        heard({ fault });
        settle();
      };
      const stuck = () => gone("never ended");
      const ended = (code: number | null, signal: string | null) => gone(`ended its process: ${signal ?? code}`);
      let timer = setTimeout(stuck, MOST_MILLISECONDS);
      const answered = (told: Told) => {
        clearTimeout(timer);
        if (!heard(told)) return settle();
        timer = setTimeout(stuck, MOST_MILLISECONDS);
      };
      const settle = () => {
        clearTimeout(timer);
        child.off("message", answered).off("exit", ended);
        resolve();
      };
      child.on("message", answered).on("exit", ended);
      child.send(asked);
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
