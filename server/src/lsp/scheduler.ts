/**
 * When documents are judged. A keystroke is judged as soon as the messages already queued are read (only changes that
 * wait together are joined; there is no debounce). Long work is cut into slices between which messages are read, and is
 * given up when a newer version of the document arrives.
 */
import type { Analysis } from "../engine/analysis.js";
import type { FileContext, Host } from "./host.js";
import type { OpenDocument } from "./documents.js";

/** Work without a pause, in milliseconds: well below what a person notices. */
const sliceMs = 12;

interface Job {
  readonly document: OpenDocument;
  readonly version: number;
  readonly context: FileContext;
  readonly steps: Generator<void, Analysis>;
  spent: number;
}

/** Whom the scheduler tells. */
export interface ScheduleListener {
  /** @param context what the document was judged with; it may have changed since, then the document is judged again soon */
  readonly done: (document: OpenDocument, result: Analysis, milliseconds: number, context: FileContext) => void;
  /** A document could not be judged: a mistake of ours, which must not take the server and the other documents with it. */
  readonly failed: (document: OpenDocument, error: unknown) => void;
}

export class Scheduler {
  private readonly waiting = new Map<string, OpenDocument>();
  private readonly jobs = new Map<string, Job>();
  private handle: { cancel(): void } | undefined;
  private disposed = false;

  constructor(
    private readonly host: Host,
    private readonly listener: ScheduleListener,
  ) {}

  /** The document changed or its context did. */
  request(document: OpenDocument): void {
    this.waiting.set(document.uri, document);
    this.jobs.delete(document.uri);
    this.handle?.cancel();
    // Two turns: changes that are already queued are read in between and join this one.
    this.handle = this.host.defer(() => {
      this.handle = this.host.defer(() => this.run());
    });
  }

  /** The document was closed. */
  forget(uri: string): void {
    this.waiting.delete(uri);
    this.jobs.delete(uri);
  }

  /** Judges the current version now if that has not happened yet. */
  flush(document: OpenDocument): void {
    if (document.analysis?.version === document.version && !this.waiting.has(document.uri) && !this.jobs.has(document.uri)) return;
    this.waiting.delete(document.uri);
    const job = this.jobs.get(document.uri) ?? this.start(document);
    this.jobs.set(document.uri, job);
    this.work(job, Infinity);
  }

  dispose(): void {
    this.disposed = true;
    this.handle?.cancel();
    this.waiting.clear();
    this.jobs.clear();
  }

  private start(document: OpenDocument): Job {
    const context = this.host.workspace.contextOf(document.uri);
    const { excluded: _excluded, ...input } = context;
    return { document, version: document.version, context, steps: document.analyzer.steps({ ...input, file: document.file }), spent: 0 };
  }

  private run(): void {
    if (this.disposed) return;
    for (const document of this.waiting.values()) this.jobs.set(document.uri, this.start(document));
    this.waiting.clear();
    const end = this.host.now() + sliceMs;
    for (const job of [...this.jobs.values()]) {
      if (!this.work(job, end)) break;
    }
    if (this.jobs.size > 0 || this.waiting.size > 0) this.handle = this.host.defer(() => this.run());
  }

  /** Works on a job until `end`; true when it is finished. */
  private work(job: Job, end: number): boolean {
    try {
      return this.steps(job, end);
    } catch (error) {
      this.jobs.delete(job.document.uri);
      this.listener.failed(job.document, error);
      return true;
    }
  }

  private steps(job: Job, end: number): boolean {
    const started = this.host.now();
    for (;;) {
      const step = job.steps.next();
      if (step.done) {
        this.jobs.delete(job.document.uri);
        job.document.analysis = { version: job.version, result: step.value };
        this.listener.done(job.document, step.value, job.spent + this.host.now() - started, job.context);
        return true;
      }
      if (this.host.now() >= end) {
        job.spent += this.host.now() - started;
        return false;
      }
    }
  }
}
