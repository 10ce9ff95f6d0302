/** Open Rust documents: incremental text sync, the analyzer of each, and what was found for which version. */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Analysis } from "../engine/analysis.js";
import { FileAnalyzer, type RuleTimer } from "../engine/analyze.js";
import type { Rule } from "../engine/rule.js";
import type { EngineConfig } from "../engine/rules.js";
import type { FileInCrate } from "../engine/crateIndex.js";
import type { Outline } from "../engine/outline.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { Syntax } from "../engine/syntax.js";
import type { TextView } from "../release/shownText.js";

/** Looks into a file by lines. */
export function viewOfFile(file: SourceFile): TextView {
  return {
    lineAt: (line) => (line < 0 || line >= file.lineCount ? undefined : file.slice(file.offsetOfLine(line), line + 1 < file.lineCount ? file.offsetOfLine(line + 1) : file.length).replace(/(?:\r\n|\n|\r)$/, "")),
  };
}

/** One open document. Owns its analyzer. */
export class OpenDocument {
  file: SourceFile;
  /** The last complete analysis and the version it is for. */
  analysis: { readonly version: number; readonly result: Analysis } | undefined;
  /** The outline the crate index last got from this document, and what it was summarised with. */
  indexed: { readonly outline: Outline; readonly config: EngineConfig; readonly crate: FileInCrate | undefined } | undefined;
  readonly analyzer: FileAnalyzer;

  constructor(
    readonly uri: string,
    public version: number,
    text: string,
    syntax: Syntax,
    rules: readonly Rule[],
    timer: RuleTimer,
  ) {
    this.file = SourceFile.of(text);
    this.analyzer = new FileAnalyzer(syntax, rules, timer);
  }

  /** Applies the changes of one `didChange`, in order. */
  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.version = version;
    for (const change of changes) {
      if (!("range" in change)) {
        this.file = this.file.edit({ start: 0, end: this.file.length, newText: change.text });
        continue;
      }
      this.file = this.file.edit({ start: this.file.offsetAt(change.range.start), end: this.file.offsetAt(change.range.end), newText: change.text });
    }
  }

  dispose(): void {
    this.analyzer.dispose();
  }
}

/** All open Rust documents. */
export class Documents {
  private readonly open = new Map<string, OpenDocument>();

  constructor(
    private readonly syntax: Syntax,
    private readonly rules: readonly Rule[],
    private readonly timer: RuleTimer,
  ) {}

  add(uri: string, version: number, text: string): OpenDocument {
    this.remove(uri);
    const document = new OpenDocument(uri, version, text, this.syntax, this.rules, this.timer);
    this.open.set(uri, document);
    return document;
  }

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  get all(): readonly OpenDocument[] {
    return [...this.open.values()];
  }

  remove(uri: string): void {
    this.open.get(uri)?.dispose();
    this.open.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.open.keys()]) this.remove(uri);
  }
}
