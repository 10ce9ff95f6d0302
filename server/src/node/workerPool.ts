/**
 * A fixed number of worker threads that take jobs from one queue. A job can prefer the worker that holds what it needs; an
 * idle worker takes it all the same rather than wait, so preferences cost balance nothing.
 */
import { Worker } from "node:worker_threads";

/** A job's result and the worker that ran it. */
export interface PoolResult<Result> {
  readonly result: Result;
  readonly worker: number;
}

interface Queued<Job, Result> {
  readonly job: Job;
  readonly prefers: number | undefined;
  readonly resolve: (done: PoolResult<Result>) => void;
  readonly reject: (error: Error) => void;
}

/** Megabytes for young objects: judging makes many that die at once, and the default of 16 copies them around. */
const youngGeneration = 64;

/** What a worker's script answers with. */
export type PoolReply<Result> = { readonly result: Result } | { readonly error: string };

/** Runs jobs on worker threads. Owns the threads; `close` ends them. */
export class WorkerPool<Job, Result> {
  private readonly queue: Queued<Job, Result>[] = [];
  private readonly workers = new Map<number, Worker>();
  private readonly running = new Map<number, Queued<Job, Result>>();
  private closed = false;

  /**
   * @param script path of the worker's program; it answers each message with a `PoolReply`
   * @param size number of threads, at least 1
   * @param data given to each worker as `workerData`
   */
  constructor(
    private readonly script: string,
    private readonly size: number,
    private readonly data: unknown,
  ) {}

  /** Starts the threads now rather than with the first job. */
  start(): void {
    for (let index = 0; index < this.size; index++) this.workerAt(index);
  }

  /**
   * Queues a job.
   * @param prefers the worker that should run it; such jobs go first
   * @returns rejects when the job throws or its worker dies; other jobs go on
   */
  run(job: Job, prefers?: number): Promise<PoolResult<Result>> {
    return new Promise((resolve, reject) => {
      const queued = { job, prefers, resolve, reject };
      if (prefers === undefined) this.queue.push(queued);
      else this.queue.unshift(queued);
      this.next();
    });
  }

  /** Ends all threads; jobs still queued are rejected. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(new Error("the worker pool was closed"));
    await Promise.all([...this.workers.values()].map((worker) => worker.terminate()));
  }

  private next(): void {
    for (let index = 0; index < this.size && this.queue.length > 0; index++) {
      if (this.running.has(index)) continue;
      const queued = this.take(index);
      if (!queued) continue;
      this.running.set(index, queued);
      this.workerAt(index).postMessage(queued.job);
    }
  }

  /** Own jobs first, then free ones, then those that prefer a busy worker. */
  private take(index: number): Queued<Job, Result> | undefined {
    const own = this.queue.findIndex(({ prefers }) => prefers === index);
    const free = own >= 0 ? own : this.queue.findIndex(({ prefers }) => prefers === undefined);
    const any = free >= 0 ? free : this.queue.findIndex(({ prefers }) => prefers !== undefined && this.running.has(prefers));
    return any < 0 ? undefined : this.queue.splice(any, 1)[0];
  }

  private workerAt(index: number): Worker {
    const known = this.workers.get(index);
    if (known) return known;
    const worker = new Worker(this.script, { workerData: this.data, resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } });
    this.workers.set(index, worker);
    worker.on("message", (reply: PoolReply<Result>) => {
      const done = this.running.get(index);
      this.running.delete(index);
      if ("result" in reply) done?.resolve({ result: reply.result, worker: index });
      else done?.reject(new Error(reply.error));
      this.next();
    });
    const lost = (error: Error): void => {
      if (this.workers.get(index) !== worker) return;
      this.workers.delete(index);
      const done = this.running.get(index);
      this.running.delete(index);
      done?.reject(error);
      // The next job of this place starts a new thread.
      if (!this.closed) this.next();
    };
    worker.on("error", (error: unknown) => lost(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => lost(new Error(`a worker thread ended with code ${code}`)));
    return worker;
  }
}
