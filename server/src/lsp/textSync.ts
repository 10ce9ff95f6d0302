/** Document notifications: Rust documents go to the analyzer, configuration files to the workspace, everything to the hub. */
import type { Connection, Position } from "vscode-languageserver";
import type { Analysis } from "../engine/analysis.js";
import { testFeatures } from "../engine/cfg.js";
import type { RuleProblem } from "../engine/judge.js";
import { lineStarts } from "../engine/lexer.js";
import { summarize } from "../engine/outline.js";
import type { ConfigProblems } from "./configProblems.js";
import type { OpenDocument, Documents } from "./documents.js";
import type { FileContext, Host } from "./host.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { DiskFindings } from "./diskFindings.js";
import type { DiagnosticsHub } from "./hub.js";
import type { Scheduler } from "./scheduler.js";
import { scratchDifference } from "./selfCheck.js";
import type { Services } from "./services.js";
import type { Shown } from "./shown.js";
import type { Status } from "./status.js";
import type { WaiverList } from "./waiverList.js";

export interface TextSyncParts {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: Documents;
  readonly hub: DiagnosticsHub;
  readonly shown: Shown;
  readonly waivers: WaiverList;
  readonly scheduler: () => Scheduler;
  readonly status: Status;
  readonly problems: ConfigProblems;
  readonly services: Services;
  readonly enabled: () => boolean;
  readonly disk: DiskFindings;
  /** Texts of the open configuration files and manifests, by URI. */
  readonly configTexts: Map<string, string>;
}

/** The file names whose text configures the rules. */
const configuring = /(?:^|\/)(?:covenant\.toml|Cargo\.toml)$/;

/** Registers the handlers of open, change, save, close and watched files. */
export function registerTextSync(parts: TextSyncParts): void {
  const { connection, host, documents, hub, services, configTexts, disk } = parts;
  connection.onDidOpenTextDocument(({ textDocument }) => {
    const { uri, version, text, languageId } = textDocument;
    host.workspace.lookAgain();
    if (languageId === "rust" || uri.endsWith(".rs")) {
      parts.scheduler().request(documents.add(uri, version, text));
    } else if (configuring.test(uri)) {
      configTexts.set(uri, text);
      host.workspace.setOpenText(uri, text);
    }
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const { uri, version } = textDocument;
    const document = documents.get(uri);
    if (document) {
      const before = document.file;
      document.change(version, contentChanges);
      hub.tools.change(uri, contentChanges, replacedBy(before, contentChanges));
      parts.scheduler().request(document);
      return;
    }
    const text = configTexts.get(uri);
    if (text === undefined) return;
    const changed = applyChanges(text, contentChanges);
    configTexts.set(uri, changed);
    const moves = hub.tools.of(uri).length > 0;
    hub.tools.change(uri, contentChanges);
    if (moves) hub.publishClosed(uri, host.workspace.configProblems().get(uri));
    host.workspace.setOpenText(uri, changed);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => {
    host.workspace.lookAgain();
    services.saved(textDocument.uri, hub.tools.saved(textDocument.uri));
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    const { uri } = textDocument;
    if (configTexts.delete(uri)) {
      hub.tools.closed(uri);
      disk.check(uri);
      host.workspace.setOpenText(uri, undefined);
      return;
    }
    parts.scheduler().forget(uri);
    documents.remove(uri);
    hub.closed(uri);
    parts.shown.newCode.closed(uri);
    host.workspace.setOutline(uri, undefined);
    host.workspace.filesChanged([uri]);
    disk.check(uri);
    hub.publishClosed(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map((change) => change.uri);
    host.workspace.filesChanged(uris);
    parts.waivers.changed();
    disk.changed(changes);
    services.filesChanged(uris);
  });
}

/** What a single change replaced; undefined for several, whose ranges count in each other's texts. */
function replacedBy(before: SourceFile, changes: Parameters<OpenDocument["change"]>[1]): string | undefined {
  const [only, ...more] = changes;
  if (!only || more.length > 0 || !("range" in only)) return undefined;
  return before.slice(before.offsetAt(only.range.start), before.offsetAt(only.range.end));
}

function applyChanges(text: string, changes: Parameters<OpenDocument["change"]>[1]): string {
  // Configuration files are small: their whole text is rebuilt.
  return changes.reduce((current, change) => {
    if (!("range" in change)) return change.text;
    const starts = [0, ...lineStarts(current)];
    const offset = ({ line, character }: Position): number => Math.min((starts[line] ?? current.length) + character, starts[line + 1] ?? current.length);
    return current.slice(0, offset(change.range.start)) + change.text + current.slice(offset(change.range.end));
  }, text);
}

/** What happens when a document was judged: publish, keep the crate index current, tell the status. */
export function judged(parts: TextSyncParts, document: OpenDocument, result: Analysis, milliseconds: number, context: FileContext): void {
  const { host, hub, status, connection } = parts;
  const hidden = context.excluded || !parts.enabled();
  hub.publish(document.uri, document.version, document.file, hidden ? undefined : result);
  parts.waivers.judged(document);
  status.analyzed(milliseconds, context);
  rulesFailed(parts, document.uri, result.problems);
  // Judging a file may be what first read a configuration.
  parts.problems.show();
  const outline = document.analyzer.outlineFile(document.file);
  const { config, crate } = context;
  // A renewed crate index may make calls matter that did not when the outline was made.
  if (document.indexed?.outline !== outline || document.indexed.config !== config || document.indexed.crate !== crate) {
    document.indexed = { outline, config, crate };
    const { file } = document;
    host.workspace.setOutline(document.uri, () => summarize(outline, file.segments, document.analyzer.declarationCache, testFeatures(config.testFeatures)));
  }
  if (host.development) {
    const difference = scratchDifference(host, { ...context, file: document.file }, result);
    if (difference !== undefined) connection.console.error(`incremental analysis differs from scratch in ${document.uri}: ${difference}`);
  }
}

/** Notes rules that threw in the status, and each in the log when it fails for the first time. */
export function rulesFailed({ connection, status }: Pick<TextSyncParts, "connection" | "status">, uri: string, problems: readonly RuleProblem[]): void {
  for (const { rule, message } of status.failed(problems)) connection.console.error(`rule ${rule} failed on ${uri}: ${message}`);
  status.send();
}
