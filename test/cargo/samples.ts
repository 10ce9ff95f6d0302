/** Recorded output of real tools, and small crates made for one test. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Text of a recorded sample; the samples stay beside this source, they are not compiled. */
export function sample(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../test/cargo/${name}`, import.meta.url)), "utf8");
}

/** One section of a sample file whose sections start with `== `. */
export function section(name: string, title: string): string {
  const part = sample(name).split(/^== /m).find((text) => text.startsWith(title));
  if (part === undefined) throw new Error(`no section "${title}" in ${name}`);
  return part.slice(part.indexOf("\n") + 1);
}

/** A folder that `dispose` removes. */
export interface TemporaryFolder {
  readonly path: string;
  write(files: Readonly<Record<string, string>>): void;
  dispose(): void;
}

/** Makes a folder with files; its path has no symbolic links, as cargo prints paths. */
export function temporaryFolder(files: Readonly<Record<string, string>>): TemporaryFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "covenant-test-")));
  const write = (entries: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(entries)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
  };
  write(files);
  return { path, write, dispose: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A manifest of a package without dependencies, a workspace of its own. */
export function manifest(name: string, more = ""): string {
  return `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${more}\n[workspace]\n`;
}

/** Runs git in a folder for a test's set-up. */
export function git(folder: string, ...words: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false"];
  const result = spawnSync("git", [...identity, ...words], { cwd: folder, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`git ${words.join(" ")}: ${result.stderr}`);
  return result.stdout;
}

/** Skips a suite, saying why, where a tool is missing; never in continuous integration, where that is a failure. */
export function needs(context: Mocha.Context, ...command: readonly [string, ...string[]]): void {
  const [program, ...words] = command;
  const result = spawnSync(program, words, { encoding: "utf8" });
  if (result.status === 0) return;
  const why = `needs \`${command.join(" ")}\`, which does not work on this machine`;
  if (process.env["CI"] === "true") throw new Error(why);
  console.log(`      skipped: ${why}`);
  context.skip();
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean, limitMs = 10_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error("the condition did not come true in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** True while a process runs. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie waits for a parent to read its status; it runs no more.
    return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "");
  } catch {
    return false;
  }
}
