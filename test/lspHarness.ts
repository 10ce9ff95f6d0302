/** The real language server over streams in memory, with a client that remembers what it was told. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  createConnection, createProtocolConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type CodeAction, type Diagnostic, type Hover, type ProtocolConnection, type PublishDiagnosticsParams, type Range,
} from "vscode-languageserver/node.js";
import { startServer } from "../server/src/lsp/server.js";
import type { Host } from "../server/src/lsp/host.js";
import { defaultSettings } from "../server/src/lsp/settings.js";
import { delay, nodeHost } from "../server/src/node/lspHost.js";
import { messageWriter } from "../server/src/node/messageWriter.js";
import type { ServerStatus, Settings } from "../server/src/protocol/index.js";
import { rules } from "../server/src/rules/index.generated.js";
import { positionOf } from "./lspText.js";

const require = createRequire(import.meta.url);

/** The wasm files of the installed packages. */
export const wasm = { core: require.resolve("web-tree-sitter/web-tree-sitter.wasm"), grammar: require.resolve("tree-sitter-rust/tree-sitter-rust.wasm") };

/** What differs from a trusted workspace with default settings and no tools. */
export interface ClientOptions {
  /** Files to write, by path in the folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Serve this folder instead of a new one; it is left alone at the end. */
  readonly folder?: string;
  readonly trusted?: boolean;
  readonly settings?: Partial<Settings>;
  /** The client knows snippets and rule links. */
  readonly commands?: boolean;
  /** What the client can do, besides serving several folders. */
  readonly capabilities?: ClientCapabilities;
  /** Compare every analysis with the one from scratch (default). */
  readonly development?: boolean;
  /** Replaces parts of the host; the tools are absent unless they are given here. */
  readonly host?: (host: Host) => Partial<Host>;
}


/** One edit of a document: the first occurrence of `find` becomes `text`. */
export interface Typing {
  readonly find: string;
  readonly text: string;
}

/** A running server and its only client. */
export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: ServerStatus[] = [];
  /** Error messages in the server's log. */
  readonly errors: string[] = [];
  private readonly latest = new Map<string, PublishDiagnosticsParams>();
  private readonly texts = new Map<string, { version: number; text: string }>();
  private watchers: (() => void)[] = [];

  private constructor(
    readonly folder: string,
    readonly host: Host,
    readonly connection: ProtocolConnection,
    private readonly owned: boolean,
  ) {}

  static async start(options: ClientOptions = {}): Promise<TestClient> {
    const folder = options.folder ?? realpathSync(mkdtempSync(join(tmpdir(), "covenant-lsp-")));
    for (const [path, text] of Object.entries(options.files ?? {})) write(folder, path, text);
    const real = await nodeHost({ wasm, version: "0.0.0-test", development: options.development ?? true });
    const { clippy: _clippy, checklist: _checklist, ...bare } = real;
    const host: Host = { ...bare, ...options.host?.(real) };
    const up = new PassThrough();
    const down = new PassThrough();
    const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), messageWriter(down));
    startServer(server, host, delay);
    server.listen();
    const client = new TestClient(folder, host, createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)), options.folder === undefined);
    client.listen();
    await client.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true }, ...options.capabilities },
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "work" }],
      initializationOptions: { trusted: options.trusted ?? true, settings: { ...defaultSettings, ...options.settings }, ...(options.commands === undefined ? {} : { commands: options.commands }) },
    });
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  /** Writes a file to the disk; the server is not told. */
  write(path: string, text: string): void {
    write(this.folder, path, text);
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  /** Opens a document; without a text, as it is on the disk. */
  async open(path: string, text?: string): Promise<void> {
    const own = text ?? readFileSync(join(this.folder, path), "utf8");
    this.texts.set(path, { version: 1, text: own });
    const languageId = path.endsWith(".rs") ? "rust" : "toml";
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri: this.uri(path), languageId, version: 1, text: own } });
  }

  /** Types edits one after the other, as one change of the document. */
  async type(path: string, ...edits: readonly Typing[]): Promise<void> {
    const document = this.document(path);
    const contentChanges = edits.map(({ find, text }) => {
      const at = document.text.indexOf(find);
      assert.ok(at >= 0, `${path} does not contain ${find}`);
      const change = { range: { start: positionOf(document.text, at), end: positionOf(document.text, at + find.length) }, text };
      document.text = document.text.slice(0, at) + text + document.text.slice(at + find.length);
      return change;
    });
    document.version++;
    await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri: this.uri(path), version: document.version }, contentChanges });
  }

  /** Replaces a range by offsets. */
  async replace(path: string, start: number, end: number, text: string): Promise<void> {
    const document = this.document(path);
    const range = { start: positionOf(document.text, start), end: positionOf(document.text, end) };
    document.text = document.text.slice(0, start) + text + document.text.slice(end);
    document.version++;
    await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri: this.uri(path), version: document.version }, contentChanges: [{ range, text }] });
  }

  /** Replaces the whole text, without a range. */
  async replaceAll(path: string, text: string): Promise<void> {
    const document = this.document(path);
    document.text = text;
    document.version++;
    await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri: this.uri(path), version: document.version }, contentChanges: [{ text }] });
  }

  /** Writes the document to the disk and says so. */
  async save(path: string): Promise<void> {
    this.write(path, this.text(path));
    await this.connection.sendNotification("textDocument/didSave", { textDocument: { uri: this.uri(path) } });
  }

  async close(path: string): Promise<void> {
    this.texts.delete(path);
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(path) } });
  }

  /** Tells that files changed on the disk. */
  async watched(...paths: readonly string[]): Promise<void> {
    await this.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: paths.map((path) => ({ uri: this.uri(path), type: 2 })) });
  }

  text(path: string): string {
    return this.document(path).text;
  }

  version(path: string): number {
    return this.document(path).version;
  }

  /** Diagnostics published for the current version of an open document, or last of all for a closed one. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path);
    const version = this.texts.get(path)?.version;
    await this.until(() => {
      const last = this.latest.get(uri);
      return last !== undefined && (version === undefined || !path.endsWith(".rs") || last.version === version);
    }, `diagnostics of ${path}`);
    return this.latest.get(uri)?.diagnostics ?? [];
  }

  /** Diagnostics as `line:rule`, lines from 1. */
  async found(path: string): Promise<readonly string[]> {
    return (await this.diagnostics(path)).map((diagnostic) => `${diagnostic.range.start.line + 1}:${String(diagnostic.code)}`);
  }

  /** Waits until the diagnostics of a document are these, as `line:rule`. */
  async settles(path: string, expected: readonly string[]): Promise<void> {
    const now = (): readonly string[] => (this.latest.get(this.uri(path))?.diagnostics ?? []).map((diagnostic) => `${diagnostic.range.start.line + 1}:${String(diagnostic.code)}`);
    try {
      await this.until(() => JSON.stringify(now()) === JSON.stringify(expected), "");
    } catch {
      assert.deepEqual(now(), expected, `diagnostics of ${path} in the end`);
    }
  }

  /** Code actions at the first occurrence of a text. */
  async actions(path: string, at: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const text = this.text(path);
    const offset = text.indexOf(at);
    assert.ok(offset >= 0, `${path} does not contain ${at}`);
    const range: Range = { start: positionOf(text, offset), end: positionOf(text, offset + at.length) };
    return (await this.connection.sendRequest<CodeAction[] | null>("textDocument/codeAction", { textDocument: { uri: this.uri(path) }, range, context: { diagnostics: [], ...(only ? { only } : {}) } })) ?? [];
  }

  /** Hover text at the first occurrence of a text; undefined for none. */
  async hover(path: string, at: string): Promise<string | undefined> {
    const text = this.text(path);
    const answer = await this.connection.sendRequest<Hover | null>("textDocument/hover", { textDocument: { uri: this.uri(path) }, position: positionOf(text, text.indexOf(at)) });
    return answer === null ? undefined : (answer.contents as { value: string }).value;
  }

  /** The last status that holds. */
  get status(): ServerStatus | undefined {
    return this.statuses.at(-1);
  }

  /** Answers when the server has read everything sent so far, and its deferred work ran. */
  async idle(): Promise<void> {
    for (let turn = 0; turn < 8; turn++) {
      await this.connection.sendRequest("covenant/explain", { rule: "none" });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Waits for something the server tells; fails after ten seconds. */
  async until(condition: () => boolean, what = "the server"): Promise<void> {
    if (condition()) return;
    let end: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        end = setTimeout(() => reject(new Error(`waited in vain for ${what}; log: ${this.errors.join("; ") || "empty"}`)), 10_000);
        this.watchers.push(() => {
          if (condition()) resolve();
        });
      });
    } finally {
      clearTimeout(end);
      this.watchers = [];
    }
  }

  /**
   * Shuts the server down and removes its folder; fails when the server logged an error or keeps a tree.
   * @param expected errors that belong to the test
   */
  async stop(expected?: RegExp): Promise<void> {
    await this.connection.sendRequest("shutdown");
    this.connection.dispose();
    if (this.owned) rmSync(this.folder, { recursive: true, force: true });
    assert.deepEqual(this.errors.filter((error) => !expected?.test(error)), []);
    assert.equal(this.host.syntax.liveTrees, 0);
    this.host.syntax.dispose();
  }

  private document(path: string): { version: number; text: string } {
    const document = this.texts.get(path);
    assert.ok(document, `${path} is not open`);
    return document;
  }

  private listen(): void {
    const tell = (): void => this.watchers.forEach((watcher) => watcher());
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.latest.set(params.uri, params);
      tell();
    });
    this.connection.onNotification("covenant/status", (status: ServerStatus) => {
      this.statuses.push(status);
      tell();
    });
    this.connection.onNotification("covenant/checklistChanged", tell);
    this.connection.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
      tell();
    });
    this.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      this.errors.push(`shown: ${message}`);
      tell();
    });
    this.connection.listen();
  }
}

function write(folder: string, path: string, text: string): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}

/** Settings that leave on the named rules only. */
export function only(...ids: readonly string[]): { readonly rules: Settings["rules"] } {
  return { rules: Object.fromEntries(rules.filter((rule) => !ids.includes(rule.id)).map((rule) => [rule.id, "off" as const])) };
}
