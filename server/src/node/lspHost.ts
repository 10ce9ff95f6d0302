/** The language server's host on Node: files, processes, time. */
import { readFileSync, watch } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ChecklistRunner } from "../cargo/checklist.js";
import { ClippyOnSave } from "../cargo/clippyOnSave.js";
import { clippyStrategy } from "../cargo/clippySettings.js";
import { KeyedQueue } from "../cargo/keyedQueue.js";
import { lintPage, toolchainVersions } from "../cargo/toolchain.js";
import { rulePage } from "../engine/rulePage.js";
import type { Host } from "../lsp/host.js";
import { examples } from "../rules/examples.generated.js";
import { rules } from "../rules/index.generated.js";
import { ruleSummaries } from "./catalogue.js";
import { loadSyntax, type WasmFiles } from "./loadSyntax.js";
import { LspWorkspace } from "./lspWorkspace.js";
import { NewCodeIndex } from "./newCodeIndex.js";
import { absolutePath, diskReader } from "./workspaceFiles.js";

/** What differs between the bundled program and a test. */
export interface NodeHostOptions {
  readonly wasm: WasmFiles;
  readonly version: string;
  readonly development: boolean;
}

/** Runs a function after some milliseconds. */
export function delay(milliseconds: number, run: () => void): { cancel(): void } {
  const timer = setTimeout(run, milliseconds);
  return { cancel: () => clearTimeout(timer) };
}

/** Watches the entries of one folder. A system that has no watches left is no reason to fail: saves and the window's focus are looked at as well. */
function watchFolder(folder: string, changed: (name: string) => void): { close(): void } {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => changed(name ?? "HEAD"));
    watcher.on("error", () => watcher.close());
    return watcher;
  } catch {
    return { close: () => undefined };
  }
}

/** Starts tree-sitter and builds the host. */
export async function nodeHost(options: NodeHostOptions): Promise<Host> {
  const syntax = await loadSyntax(options.wasm);
  const defer = (run: () => void): { cancel(): void } => {
    const handle = setImmediate(run);
    return { cancel: () => clearImmediate(handle) };
  };
  const pathOf = (uri: string): string | undefined => {
    if (!uri.startsWith("file:")) return undefined;
    try {
      return absolutePath(fileURLToPath(uri), "/");
    } catch {
      // A URI of another machine or with a malformed escape names no file here.
      return undefined;
    }
  };
  const uriOf = (path: string): string => pathToFileURL(path).href;
  // One lock for all processes of this server: clippy and the checklist never use a target directory at once.
  const queue = new KeyedQueue();
  const disk = diskReader();
  return {
    syntax,
    rules,
    version: options.version,
    development: options.development,
    workspace: new LspWorkspace({ disk, catalogue: ruleSummaries(rules), pathOf, uriOf, defer, delay, now: () => performance.now() }),
    rulePage(id) {
      const rule = rules.find((candidate) => candidate.id === id);
      return rule && rulePage(rule, examples[id]);
    },
    clippy: (events) =>
      new ClippyOnSave({
        queue,
        // The client has resolved `auto`: only it can see the extension next door.
        strategy: clippyStrategy(() => events.settings().clippyOnSave, () => events.settings().clippyWhy),
        settings: () => {
          const { cargoPath, clippyArguments, clippyEnvironment, clippyTargetDirectory } = events.settings();
          return { cargo: cargoPath, extraArguments: clippyArguments, environment: clippyEnvironment, targetDirectory: clippyTargetDirectory };
        },
        folders: events.folders,
        trusted: events.trusted,
        onFindings: events.onClippyFindings,
        onState: events.onClippyState,
      }),
    checklist: (events) => new ChecklistRunner({ queue, folders: events.folders, cargo: () => events.settings().cargoPath, trusted: events.trusted, onChange: events.onChecklist }),
    newCode: (events) => new NewCodeIndex({ reader: diskReader(), settings: events.settings, trusted: events.trusted, delay, onChange: events.onNewCode, watch: watchFolder }),
    now: () => performance.now(),
    defer,
    pathOf,
    uriOf,
    readText: (path) => disk.readText(path),
    lintPage: (cargo, folder, code) => lintPage(cargo, folder ?? homedir(), code),
    toolchain: (cargo, folder) => toolchainVersions(cargo, folder ?? homedir()),
    report: () => [`node ${process.version}, ${process.platform} ${process.arch}`, `memory ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`],
  };
}

/** Version in the `package.json` beside the folder of the bundled programs. */
export function programVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "unknown";
}
