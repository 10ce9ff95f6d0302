// `npm run test:desktop`: the suite of the extension host in a desktop VS Code that `@vscode/test-electron` downloads.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { pack } from "./package.js";
import { runOrThrow } from "./processes.js";
import { bundleSuite } from "./suite.js";
import { messageOf, TaskError, type Task } from "./task.js";

/**
 * Runs the suite in the newest VS Code, or in the version that is given (`npm run test:desktop -- 1.101.0`).
 *
 * @returns 0 where every test has passed
 * @throws TaskError where VS Code cannot be downloaded or a test fails
 */
export async function main(task: Task): Promise<number> {
  const version = task.args[0] ?? "stable";
  let program: string;
  try {
    program = await downloadAndUnzipVSCode({ version, cachePath: join(task.root, ".vscode-test") });
  } catch (error) {
    throw new TaskError(
      `VS Code ${version} could not be downloaded (${messageOf(error)}); \`npm run test:e2e\` runs the same suite in the VS Code that npm delivers`,
      { cause: error },
    );
  }
  const { file } = await pack(task.root);
  const suite = await bundleSuite(task.root);
  const folder = await mkdtemp(join(tmpdir(), "covenant-desktop-test-"));
  try {
    const crate = join(folder, "covenant-sample");
    await cp(join(task.root, "test", "sample"), crate, {
      recursive: true,
      filter: (path) => !["target", ".covenant"].includes(basename(path)),
    });
    // What is tested is what is shipped: the package is installed, and only the suite is "under development".
    const folders = ["--user-data-dir", join(folder, "user"), "--extensions-dir", join(folder, "extensions")];
    const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    const [command = program] = resolveCliArgsFromVSCodeExecutablePath(program);
    await runOrThrow("installing the extension", command, [...folders, ...root, "--install-extension", file]);
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: suite.folder,
      extensionTestsPath: suite.entry,
      launchArgs: [crate, ...folders, ...root, "--disable-workspace-trust", "--skip-welcome"],
    });
  } catch (error) {
    throw error instanceof TaskError
      ? error
      : new TaskError(`the suite failed in the desktop VS Code: ${messageOf(error)}`, { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
