import { parentPort } from "node:worker_threads";
import { answerDraws } from "../uncertainty/answer-draws.ts";

// A thread of the pool that `startWorkers` starts.
if (parentPort) {
  const port = parentPort;
  answerDraws({
    postMessage: (message) => port.postMessage(message),
    addEventListener: (type, listener) => port.on(type, (data: unknown) => listener({ data })),
  });
}
