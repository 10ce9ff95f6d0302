/**
 * Findings of files that are not open, held against the disk when it may have changed without the editor: a file was
 * deleted or written by another program, a branch was switched. What does not stand there any more is withdrawn.
 */
import { FileChangeType, type FileEvent } from "vscode-languageserver";
import { viewOf } from "../release/shownText.js";
import type { Host } from "./host.js";
import type { ToolFindings } from "./toolFindings.js";

export interface DiskFindingsParts {
  readonly host: Host;
  readonly tools: ToolFindings;
  readonly isOpen: (uri: string) => boolean;
  /** Publishes a file that is not open. */
  readonly publish: (uri: string) => void;
}

/** What an editor's watcher tells when a branch was switched. */
export const headFile = "**/.git/HEAD";

export class DiskFindings {
  private queue: string[] = [];
  private task: { cancel(): void } | undefined;

  constructor(private readonly parts: DiskFindingsParts) {}

  /** The editor's watcher reported changes. */
  changed(changes: readonly FileEvent[]): void {
    for (const { uri } of changes) if (uri.endsWith("/.git/HEAD")) return this.checkAll();
    for (const { uri, type } of changes) {
      // A folder that was deleted takes its files along, of which the watcher says nothing.
      if (type === FileChangeType.Deleted) for (const inside of this.parts.tools.uris) if (inside.startsWith(`${uri}/`)) this.check(inside);
      this.check(uri);
    }
  }

  /** Holds one file against the disk; does nothing for an open one, whose text is the editor's. */
  check(uri: string): void {
    const { host, tools, isOpen, publish } = this.parts;
    if (!host.readText || isOpen(uri)) return;
    const path = host.pathOf(uri);
    const text = path === undefined ? undefined : host.readText(path);
    if (tools.onDisk(uri, text === undefined ? undefined : viewOf(text))) publish(uri);
  }

  /** The user was elsewhere and is back: anything on the disk may have changed. */
  lookAgain(): void {
    this.parts.host.workspace.lookAgain();
    this.checkAll();
  }

  /** Holds all files against the disk, one after the other between messages. */
  checkAll(): void {
    this.queue = [...this.parts.tools.uris];
    this.task ??= this.parts.host.defer(() => this.next());
  }

  dispose(): void {
    this.task?.cancel();
    this.queue = [];
  }

  private next(): void {
    this.task = undefined;
    const uri = this.queue.pop();
    if (uri === undefined) return;
    this.check(uri);
    this.task = this.parts.host.defer(() => this.next());
  }
}
