/** Collecting the output of a process: kept text up to a limit, and complete lines as they arrive. */
import { closeSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

/** Longest line handed on; a longer one is dropped (specification 3.12: a JSON line over 8 MB is skipped). */
const LONGEST_LINE = 8 * 1024 * 1024;

/** Takes output of one stream. */
export interface OutputSink {
  readonly truncated: boolean;
  /** Bytes of the stream; UTF-8 sequences may be cut anywhere. */
  push(chunk: Buffer): void;
  /** Fetches what is new, for sinks that read by themselves. */
  poll(): void;
  /** The stream ended: hands on the last line even without a line break. */
  finish(): void;
  /** The kept text. */
  text(): string;
}

/** Keeps up to `limit` characters and calls `onLine` for every complete line, also beyond the limit. */
export class LineCollector implements OutputSink {
  truncated = false;
  readonly #decoder: StringDecoder;
  readonly #parts: string[] = [];
  #kept = 0;
  #line = "";
  #skipping = false;

  constructor(
    private readonly limit: number,
    private readonly onData: () => void,
    private readonly onLine: (line: string) => void,
    encoding: "utf8" | "latin1" = "utf8",
  ) {
    this.#decoder = new StringDecoder(encoding);
  }

  push(chunk: Buffer): void {
    this.onData();
    this.#take(this.#decoder.write(chunk));
  }

  poll(): void {}

  finish(): void {
    this.#take(this.#decoder.end());
    if (this.#line !== "" && !this.#skipping) this.onLine(stripReturn(this.#line));
    this.#line = "";
  }

  text(): string {
    return this.#parts.join("");
  }

  #take(text: string): void {
    if (text === "") return;
    const room = this.limit - this.#kept;
    if (text.length > room) this.truncated = true;
    if (room > 0) this.#parts.push(text.slice(0, room));
    this.#kept += Math.min(text.length, Math.max(room, 0));
    const lines = text.split("\n");
    for (const [index, piece] of lines.entries()) {
      const last = index === lines.length - 1;
      if (!this.#skipping) this.#line += piece;
      if (this.#line.length > LONGEST_LINE) {
        this.#line = "";
        this.#skipping = true;
        this.truncated = true;
      }
      if (last) break;
      if (!this.#skipping) this.onLine(stripReturn(this.#line));
      this.#line = "";
      this.#skipping = false;
    }
  }
}

/** Reads a file that a process appends to; the file is read to `limit` bytes and no further. */
export class FileTail implements OutputSink {
  readonly #lines: LineCollector;
  #offset = 0;

  constructor(
    private readonly file: string,
    private readonly limit: number,
    onData: () => void,
    onLine: (line: string) => void,
  ) {
    this.#lines = new LineCollector(limit, onData, onLine);
  }

  get truncated(): boolean {
    return this.#lines.truncated || this.#offset > this.limit;
  }

  push(chunk: Buffer): void {
    this.#lines.push(chunk);
  }

  poll(): void {
    const descriptor = openSync(this.file, "r");
    try {
      const buffer = Buffer.allocUnsafe(64 * 1024);
      while (this.#offset <= this.limit) {
        const count = readSync(descriptor, buffer, 0, buffer.length, this.#offset);
        if (count === 0) break;
        this.#offset += count;
        this.#lines.push(buffer.subarray(0, count));
      }
    } finally {
      closeSync(descriptor);
    }
  }

  finish(): void {
    this.poll();
    this.#lines.finish();
  }

  text(): string {
    return this.#lines.text();
  }
}

function stripReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
