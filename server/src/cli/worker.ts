/** Worker thread of `covenant check`: answers each job with its result. Wires only. */
import { parentPort, workerData } from "node:worker_threads";
import { loadSyntax } from "../node/loadSyntax.js";
import type { PoolReply } from "../node/workerPool.js";
import { rules } from "../rules/index.generated.js";
import { Judge } from "./judge.js";
import type { Job, JobResult, JudgeOptions } from "./jobs.js";

const port = parentPort;
if (!port) throw new Error("this program is a worker thread of `covenant check`");
const options = workerData as JudgeOptions;
const judge = loadSyntax(options.wasm).then((syntax) => new Judge(syntax, rules, options));

port.on("message", (job: Job) => {
  const answer = (reply: PoolReply<JobResult>): void => port.postMessage(reply);
  judge.then((ready) => answer({ result: ready.run(job) })).catch((error: unknown) => answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }));
});
