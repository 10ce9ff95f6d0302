/** Runs jobs in worker threads, or in this thread when there is too little to do for threads to pay. */
import type { Rule } from "../engine/rule.js";
import { loadSyntax } from "../node/loadSyntax.js";
import { WorkerPool, type PoolResult } from "../node/workerPool.js";
import { Judge } from "./judge.js";
import type { Job, JobResult, JudgeOptions } from "./jobs.js";

/** Where jobs run. */
export interface Executor {
  run(job: Job, prefers?: number): Promise<PoolResult<JobResult>>;
  close(): Promise<void>;
}

/** Threads for the jobs. */
export function threads(script: string, size: number, options: JudgeOptions): Executor {
  const pool = new WorkerPool<Job, JobResult>(script, size, options);
  pool.start();
  return pool;
}

/** No threads. */
export async function inPlace(rules: readonly Rule[], options: JudgeOptions): Promise<Executor> {
  const syntax = await loadSyntax(options.wasm);
  const judge = new Judge(syntax, rules, options);
  return {
    run: (job) => new Promise((resolve) => resolve({ result: judge.run(job), worker: 0 })),
    close: () => {
      syntax.dispose();
      return Promise.resolve();
    },
  };
}
