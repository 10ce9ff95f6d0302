/** Judging files that are not open, a few milliseconds at a time: whatever is typed meanwhile comes first. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";
import { FileAnalyzer, type AnalysisInput } from "../engine/analyze.js";
import type { Rule } from "../engine/rule.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { Documents } from "./documents.js";
import type { Host } from "./host.js";

/** Work without a pause, in milliseconds. */
const sliceMs = 10;

/** A file that is being judged. */
export interface Source {
  readonly uri: string;
  /** Version of the open document; undefined for a file on the disk. */
  readonly version: number | undefined;
  readonly input: AnalysisInput;
  /** Of this file alone, for as long as it is visited. */
  readonly analyzer: FileAnalyzer;
}

/** Which files, by which rules. */
export interface Visit {
  /** The files of this one's package; without it, those of all folders. */
  readonly packageOf?: string | undefined;
  readonly rules: readonly Rule[];
  /** False for a text that needs no look, before anything is cut or parsed. */
  readonly wants: (text: string) => boolean;
  readonly token?: CancellationToken | undefined;
  /** Told now and then how many files were looked at. */
  readonly progress?: (files: number) => void;
}

/** Pauses between slices of work. */
export class Pauses {
  private end: number;

  constructor(private readonly host: Host) {
    this.end = host.now() + sliceMs;
  }

  /** Lets messages through where a slice is over. */
  async due(): Promise<void> {
    if (this.host.now() >= this.end) await this.now();
  }

  /** Lets messages through. */
  async now(): Promise<void> {
    await new Promise<void>((resolve) => this.host.defer(resolve));
    this.end = this.host.now() + sliceMs;
  }
}

/**
 * Visits Rust sources: open ones as they are in the editor, the others as they are on the disk. Excluded files are left out.
 * @throws ResponseError when the request was cancelled
 */
export async function eachSource(host: Host, documents: Documents, visit: Visit, use: (source: Source) => void): Promise<void> {
  const pauses = new Pauses(host);
  let files = 0;
  for (const uri of host.workspace.sources(visit.packageOf)) {
    await pauses.due();
    refuseCancelled(visit.token);
    if (uri === undefined) continue;
    visit.progress?.(++files);
    const open = documents.get(uri);
    const text = open?.file.text ?? host.workspace.textOf(uri);
    if (text === undefined || !visit.wants(text)) continue;
    // What a crate reaches decides findings: without it they would differ from those on the screen.
    while (!host.workspace.isSettled(uri)) {
      host.workspace.contextOf(uri);
      await pauses.now();
      refuseCancelled(visit.token);
    }
    const { excluded, ...context } = host.workspace.contextOf(uri);
    if (excluded) continue;
    // The document may have changed in a pause.
    const now = documents.get(uri);
    const analyzer = new FileAnalyzer(host.syntax, visit.rules);
    try {
      use({ uri, version: now?.version, input: { ...context, file: now?.file ?? SourceFile.of(text) }, analyzer });
    } finally {
      analyzer.dispose();
    }
  }
}

function refuseCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested === true) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
