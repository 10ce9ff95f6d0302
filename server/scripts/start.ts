// `npm start [-- path/to/crate]`: opens a crate in VS Code with the extension running, and ends everything it started
// when it is interrupted.
import { statSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { bundle } from "./bundle.js";
import { ensureEditor } from "./editorInstall.js";
import { startEditor } from "./editorServer.js";
import { pack } from "./package.js";
import { findProgram, ProcessGroup } from "./processes.js";
import { TaskError, type Task } from "./task.js";

/** A fresh profile greets with questions and panels of its own; here nothing stands between a newcomer and the crate. */
const startSettings: Readonly<Record<string, unknown>> = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "git.openRepositoryInParentFolders": "never",
  "telemetry.telemetryLevel": "off",
};

/** How long a desktop VS Code may take to close after it was asked, in milliseconds. */
const closeMs = 10_000;

/**
 * Opens the crate and waits until the editor is closed or this process is interrupted.
 *
 * @param task the first argument is the crate's folder (or its `Cargo.toml`); without it the bundled sample opens
 * @returns 0, also after an interruption
 * @throws TaskError where the folder does not exist or a step of the set-up fails
 */
export async function main(task: Task): Promise<number> {
  const sample = join(task.root, "test", "sample");
  const [chosen, ...rest] = task.args;
  if (rest.length > 0) throw new TaskError("one crate at a time: npm start -- path/to/crate");
  const crate = chosen === undefined ? sample : crateFolder(chosen);
  const interrupted = interruption();
  const desktop = findProgram("code");
  // Whoever wrote this project trusts its own sample; any other folder asks, as it would in daily use.
  const trust = crate === sample ? "off" : "ask";
  if (desktop === undefined) await inBrowser(task.root, crate, trust, interrupted);
  else await onDesktop(task.root, desktop, crate, trust, interrupted);
  return 0;
}

function crateFolder(chosen: string): string {
  // npm starts scripts in the project's folder and keeps the caller's folder in INIT_CWD.
  const path = resolve(process.env["INIT_CWD"] ?? process.cwd(), chosen);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new TaskError(`there is no ${path}`);
  if (found.isDirectory()) return path;
  if (basename(path) === "Cargo.toml") return dirname(path);
  throw new TaskError(`${path} is not a folder; name the crate's folder or its Cargo.toml`);
}

/** Resolves at the first request to end. A second one ends the process at once, as it would without this. */
async function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}

async function inBrowser(root: string, crate: string, trust: "ask" | "off", interrupted: Promise<void>): Promise<void> {
  console.error("there is no `code` on the PATH, so the VS Code that npm delivers is used, in your browser");
  const programs = await ensureEditor(root);
  const { file } = await pack(root);
  const editor = await startEditor({
    programs,
    vsix: file,
    trust,
    settings: startSettings,
  });
  console.log(`\n  ${editor.address(crate)}\n`);
  console.error(`open this address; Ctrl-C ends the editor (${crate})`);
  const code = await Promise.race([interrupted, editor.ended]);
  await editor.stop();
  if (code !== undefined) throw new TaskError(`the editor's server ended by itself with ${code}:\n${editor.output()}`);
  console.error("ended");
}

async function onDesktop(
  root: string,
  code: string,
  crate: string,
  trust: "ask" | "off",
  interrupted: Promise<void>,
): Promise<void> {
  await bundle(root, false);
  // A profile of its own makes this an instance of its own, which can be ended without closing the user's windows.
  const profile = await mkdtemp(join(tmpdir(), "covenant-desktop-"));
  const rootUser = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const group = new ProcessGroup(
    code,
    [
      "--extensionDevelopmentPath",
      root,
      "--new-window",
      "--wait",
      "--user-data-dir",
      profile,
      "--skip-welcome",
      ...(trust === "off" ? ["--disable-workspace-trust"] : []),
      ...rootUser,
      crate,
    ],
    { show: true },
  );
  console.error("VS Code is opening; close its window or press Ctrl-C to end");
  try {
    await Promise.race([interrupted, group.ended]);
    await closeInstance(profile);
    await group.stop();
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.error("ended");
}

/** `code` only hands over to the real program, which leaves its process id in a lock file of its profile. */
async function closeInstance(profile: string): Promise<void> {
  const text = await readFile(join(profile, "code.lock"), "utf8").catch(() => ""); // Absent: it has closed already.
  const pid = Number.parseInt(text, 10);
  if (!(pid > 1)) return;
  const deadline = Date.now() + closeMs;
  for (let signal: NodeJS.Signals | 0 = "SIGTERM"; Date.now() < deadline; signal = 0) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // ESRCH: it has ended.
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}
