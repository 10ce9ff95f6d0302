/** The language server: constructs its parts in order and registers what is left. Knows LSP, but neither Node nor a browser. */
import { DidChangeWatchedFilesNotification, TextDocumentSyncKind, type ClientCapabilities, type Connection, type InitializeResult } from "vscode-languageserver";
import { baselineName } from "../project/baseline.js";
import type { InitializationOptions, Settings } from "../protocol/index.js";
import { codeActionKinds } from "./codeActions.js";
import { ConfigProblems } from "./configProblems.js";
import { Documents } from "./documents.js";
import type { Host } from "./host.js";
import { DiagnosticsHub } from "./hub.js";
import { diagnosticsReport } from "./report.js";
import { registerRequests } from "./requests.js";
import { Scheduler } from "./scheduler.js";
import { defaultSettings } from "./settings.js";
import { Services } from "./services.js";
import { Status } from "./status.js";
import { Shown } from "./shown.js";
import { WaiverList } from "./waiverList.js";
import { judged, registerTextSync, type TextSyncParts } from "./textSync.js";

/** What changes on disk can change a verdict or make evidence stale. */
const watchedFiles: readonly string[] = ["**/*.rs", "**/Cargo.toml", "**/Cargo.lock", "**/covenant.toml", `**/${baselineName}`, "**/CHANGELOG.md"];

/** Starts serving a connection; the caller listens on it. */
export function startServer(connection: Connection, host: Host, delay: (milliseconds: number, run: () => void) => { cancel(): void }): void {
  let settings: Settings = defaultSettings;
  let folders: readonly string[] = [];
  let options: Partial<InitializationOptions> = {};
  let client: ClientCapabilities = {};
  const timer = { now: () => host.now(), times: new Map<string, number>() };
  const documents = new Documents(host.syntax, host.rules, timer);
  const shown = new Shown(host, () => services.newCode);
  const hub = new DiagnosticsHub(connection, host, shown, host.rules, documents);
  const waivers = new WaiverList(host, documents, delay, () => void connection.sendNotification("covenant/waiversChanged", null));
  const status = new Status(connection, host, () => services.newCode?.state());
  const problems = new ConfigProblems(host, hub, status);
  const services = new Services(connection, host, delay, {
    clippyFindings: (uri, findings) => {
      hub.tools.set(uri, findings);
      republish(uri);
    },
    clippyState: (state, detail) => status.setClippy(state, detail),
    newCode: () => {
      shown.newCode.answered();
      for (const uri of new Set([...hub.tools.uris, ...documents.all.map((document) => document.uri)])) republish(uri);
      status.send();
    },
  });
  const parts: TextSyncParts = { connection, host, documents, hub, shown, waivers, scheduler: () => scheduler, status, problems, services, enabled: () => settings.enable };
  const scheduler = new Scheduler(host, {
    done: (...outcome) => judged(parts, ...outcome),
    failed: (document, error) => connection.console.error(`${document.uri} could not be judged: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  });
  const judgeAll = (): void => documents.all.forEach((document) => scheduler.request(document));
  const hidden = (uri: string): boolean => !settings.enable || host.workspace.contextOf(uri).excluded;
  const republish = (uri: string): void => {
    const document = documents.get(uri);
    if (!document) hub.publishClosed(uri, host.workspace.configProblems().get(uri));
    else if (document.analysis?.version === document.version) hub.publish(uri, document.version, document.file, hidden(uri) ? undefined : document.analysis.result);
  };
  const applySettings = (next: Settings): void => {
    settings = next;
    hub.limit = Math.max(1, next.maxFindingsPerFile);
    host.workspace.setPreferences(next);
    services.settingsChanged();
  };

  connection.onInitialize((params): InitializeResult => {
    options = (params.initializationOptions as Partial<InitializationOptions> | undefined) ?? {};
    folders = params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri === null ? [] : [params.rootUri]);
    hub.links = options.commands === true;
    client = params.capabilities;
    host.workspace.setFolders(folders);
    applySettings({ ...defaultSettings, ...options.settings });
    return {
      serverInfo: { name: "rust-covenant", version: host.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true },
        hoverProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.onInitialized(() => {
    host.workspace.onChange(() => {
      problems.show();
      judgeAll();
      waivers.changed();
    });
    services.start(options.trusted ?? false, () => settings, () => folders.flatMap((folder) => host.pathOf(folder) ?? []));
    status.send();
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchedFiles.map((globPattern) => ({ globPattern })) });
    if (client.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => folder.uri));
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map((folder) => folder.uri)];
      host.workspace.setFolders(folders);
      services.refreshSoon();
    });
  });
  registerTextSync(parts);
  registerRequests({ ...parts, hidden, client: () => ({ snippets: options.commands === true, resolves: client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true }), settings: () => settings, report: () => diagnosticsReport(host, status.current(), settings, timer.times, documents) });
  connection.onNotification("covenant/settings", (next: Settings) => {
    applySettings({ ...defaultSettings, ...next });
    judgeAll();
  });
  connection.onNotification("covenant/trustGranted", () => services.trust());
  connection.onNotification("covenant/windowFocused", () => {
    host.workspace.lookAgain();
    services.focused();
  });
  connection.onShutdown(async () => {
    waivers.dispose();
    await services.dispose();
    scheduler.dispose();
    documents.dispose();
    host.workspace.dispose();
  });
}
