/** A client of a language server under measurement: one process over stdio, one edit at a time. */
import { spawn, type ChildProcess } from "node:child_process";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node.js";
import { applyEdit, type Edit } from "./edits.js";

/** How to start a server. */
export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** No answer within this many milliseconds is a failure of the bench. */
const patienceMs = 60_000;

interface OpenText {
  readonly lines: string[];
  version: number;
}

/** A running server with its open documents. */
export class LanguageServer {
  private readonly texts = new Map<string, OpenText>();
  /** Called with all diagnostics that arrive. */
  onPublished: (published: PublishDiagnosticsParams) => void = () => undefined;
  private readonly waiting = new Map<string, (published: PublishDiagnosticsParams) => void>();
  private failed: ((error: Error) => void) | undefined;
  private sync: TextDocumentSyncKind = TextDocumentSyncKind.Incremental;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
    private readonly connection: ProtocolConnection,
  ) {
    connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      this.onPublished(published);
      this.waiting.get(`${published.version} ${published.uri}`)?.(published);
    });
    connection.onRequest(RegistrationRequest.type, () => {});
    child.once("exit", (code) => this.failed?.(new Error(`${name} ended with code ${code} while an answer was awaited`)));
  }

  /**
   * Starts a server and waits for its answer to `initialize`.
   *
   * @param workspace path of the workspace folder
   * @param initializationOptions what the server gets from an editor of ours; another editor sends none
   * @returns the server and the milliseconds from before its process was started to that answer
   * @throws Error when it cannot be started or does not answer
   */
  static async start(command: ServerCommand, workspace: string, initializationOptions?: unknown): Promise<{ readonly server: LanguageServer; readonly milliseconds: number }> {
    const started = performance.now();
    const child = spawn(command.command, command.args, { cwd: workspace, stdio: ["pipe", "pipe", "ignore"] });
    const { stdin, stdout } = child;
    if (!stdin || !stdout) throw new Error(`${command.name} could not be started`);
    const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    const server = new LanguageServer(command.name, child, connection);
    child.once("error", (error) => server.failed?.(error));
    connection.listen();
    const uri = pathToFileURL(workspace).href;
    try {
      const { capabilities } = await server.patiently("initialize", () =>
        connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders: [{ uri, name: "bench" }], initializationOptions }),
      );
      const milliseconds = performance.now() - started;
      const sync = capabilities.textDocumentSync;
      server.sync = (typeof sync === "object" ? sync.change : sync) ?? TextDocumentSyncKind.None;
      await connection.sendNotification(InitializedNotification.type, {});
      return { server, milliseconds };
    } catch (error) {
      child.kill("SIGKILL"); // Nobody else knows of it, and it would keep this process waiting.
      throw error;
    }
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error(`${this.name} has no process`);
    return this.child.pid;
  }

  /** Opens a document and waits for its first diagnostics; returns milliseconds and how many there are. */
  async open(path: string, text: string): Promise<{ readonly milliseconds: number; readonly diagnostics: number }> {
    const uri = pathToFileURL(path).href;
    this.texts.set(uri, { lines: text.split("\n"), version: 1 });
    const started = performance.now();
    const { diagnostics } = await this.published(uri, 1, () =>
      this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: "rust", version: 1, text } }),
    );
    return { milliseconds: performance.now() - started, diagnostics: diagnostics.length };
  }

  /**
   * Sends an edit, the whole text where the server asks for that, and waits for the diagnostics of exactly this version.
   * @returns milliseconds from before sending to after reading the answer
   */
  async edit(path: string, edit: Edit): Promise<number> {
    const uri = pathToFileURL(path).href;
    const open = this.texts.get(uri);
    if (!open) throw new Error("the document is not open");
    applyEdit(open.lines, edit);
    open.version += 1;
    const { version } = open;
    const range = { start: { line: edit.line, character: edit.from }, end: { line: edit.toLine, character: edit.to } };
    // Put together before the clock starts: what remains of a full text is what an editor cannot avoid either.
    const change = this.sync === TextDocumentSyncKind.Full ? { text: open.lines.join("\n") } : { range, text: edit.text };
    const started = performance.now();
    await this.published(uri, version, () =>
      this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [change] }),
    );
    return performance.now() - started;
  }

  /** Says that a document was saved; the caller has written it. */
  async save(path: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: pathToFileURL(path).href } });
  }

  /** Listens to a notification of the server's own protocol. */
  listen(method: string, heard: (parameters: unknown) => void): void {
    this.connection.onNotification(method, heard);
  }

  /** Asks for something of the server's own protocol. */
  request(method: string): Promise<unknown> {
    return this.patiently(method, () => this.connection.sendRequest(method));
  }

  /** Asks the server to end, and ends it where it has not within two seconds: servers differ in how politely they leave. */
  async stop(): Promise<void> {
    this.failed = undefined;
    const { child, connection } = this;
    const ended = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>((resolve) => child.once("exit", () => resolve()));
    const timer = setTimeout(() => child.kill("SIGKILL"), 2_000);
    try {
      await Promise.race([connection.sendRequest(ShutdownRequest.type), ended]);
      await connection.sendNotification(ExitNotification.type);
    } catch {
      // It has gone already, or will be ended by the timer; either way it has nothing more to say.
    }
    await ended;
    clearTimeout(timer);
    connection.dispose();
  }

  private published(uri: string, version: number, send: () => Promise<void>): Promise<PublishDiagnosticsParams> {
    const key = `${version} ${uri}`;
    return this.patiently(`diagnostics for version ${version}`, async () => {
      const answer = new Promise<PublishDiagnosticsParams>((resolve) => this.waiting.set(key, resolve));
      await send();
      return answer;
    }).finally(() => this.waiting.delete(key));
  }

  private async patiently<T>(what: string, ask: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const broken = new Promise<never>((_, reject) => {
      this.failed = reject;
      timer = setTimeout(() => reject(new Error(`${this.name} did not answer in time: ${what}`)), patienceMs);
    });
    try {
      return await Promise.race([ask(), broken]);
    } finally {
      clearTimeout(timer);
    }
  }
}
