/** The language server: constructs its parts in order and registers what is left. Knows LSP, but neither Node nor a browser. */
import { DidChangeWatchedFilesNotification, type ClientCapabilities, type Connection, type InitializeResult } from "vscode-languageserver";
import type { InitializationOptions, Settings } from "../protocol/index.js";
import { initializeResult } from "./capabilities.js";
import { ConfigProblems } from "./configProblems.js";
import { DiskFindings } from "./diskFindings.js";
import { Documents } from "./documents.js";
import { registerEditorRequests } from "./editorRequests.js";
import { Folders } from "./folders.js";
import type { Host } from "./host.js";
import { DiagnosticsHub } from "./hub.js";
import { OpenTexts } from "./openTexts.js";
import { diagnosticsReport } from "./report.js";
import { Scheduler } from "./scheduler.js";
import { defaultSettings } from "./settings.js";
import { Services } from "./services.js";
import { Status } from "./status.js";
import { Shown } from "./shown.js";
import { judged, registerTextSync, type TextSyncParts } from "./textSync.js";
import { registerToolRequests } from "./toolRequests.js";
import { WaiverList } from "./waiverList.js";
import { watchedFiles } from "./watchedFiles.js";

/** Starts serving a connection; the caller listens on it. */
export function startServer(connection: Connection, host: Host, delay: (milliseconds: number, run: () => void) => { cancel(): void }): void {
  let settings: Settings = defaultSettings;
  const folders = new Folders(host);
  let options: Partial<InitializationOptions> = {};
  let client: ClientCapabilities = {};
  const timer = { now: () => host.now(), times: new Map<string, number>() };
  const documents = new Documents(host.syntax, host.rules, timer);
  const open = new OpenTexts(documents);
  const shown = new Shown(host, () => services.newCode);
  const hub = new DiagnosticsHub(connection, host, shown, host.rules, documents, (uri) => open.viewOf(uri));
  const disk = new DiskFindings({ host, tools: hub.tools, isOpen: (uri) => open.has(uri), publish: (uri) => republish(uri) });
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
  const parts: TextSyncParts = { connection, host, documents, hub, shown, waivers, scheduler: () => scheduler, status, problems, services, enabled: () => settings.enable, disk, configTexts: open.configuration };
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
    hub.links = options.commands === true;
    client = params.capabilities;
    folders.start(params);
    applySettings({ ...defaultSettings, ...options.settings });
    return initializeResult(host.version);
  });
  connection.onInitialized(() => {
    host.workspace.onChange(() => {
      problems.show();
      judgeAll();
      waivers.changed();
    });
    services.start(options.trusted ?? false, () => settings, () => folders.paths);
    status.send();
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchedFiles.map((globPattern) => ({ globPattern })) });
    folders.follow(connection, hub, () => services.refreshSoon());
  });
  registerTextSync(parts);
  registerEditorRequests({
    ...parts, hidden,
    client: () => ({ snippets: options.commands === true, resolves: client.textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true }),
    settings: () => settings,
  });
  registerToolRequests({
    connection, host, hub, republish,
    trusted: () => services.isTrusted,
    folder: () => folders.paths[0],
    cargo: () => settings.cargoPath,
    report: () => diagnosticsReport(host, status.current(), settings, timer.times, documents, status.runs.lines),
  });
  connection.onNotification("covenant/settings", (next: Settings) => {
    applySettings({ ...defaultSettings, ...next });
    judgeAll();
  });
  connection.onNotification("covenant/trustGranted", () => services.trust());
  connection.onNotification("covenant/windowFocused", () => {
    disk.lookAgain();
    services.focused();
  });
  connection.onShutdown(async () => {
    waivers.dispose();
    await services.dispose();
    disk.dispose();
    scheduler.dispose();
    documents.dispose();
    host.workspace.dispose();
  });
}
