// `npm test`: brings what the tests need, compiles, and runs every part. The last line has the counts of all parts.
//
//   npm test -- [--only unit|e2e] [--screenshots] [arguments of Mocha]
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { ensureBrowser, ensureEditor, MissingBrowserError } from "./editorInstall.js";
import { pack } from "./package.js";
import { run, runOrThrow } from "./processes.js";
import { bundleSuite } from "./suite.js";
import { messageOf, TaskError, type Task } from "./task.js";

/** How many tests ended how, in one part or in all. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Arguments {
  readonly parts: readonly ("unit" | "e2e")[];
  readonly screenshots: boolean;
  readonly reporter: string | undefined;
  readonly mocha: readonly string[];
}

/** How long one unit test may take, in milliseconds: Mocha's two seconds are too few on a busy machine. */
const unitMs = 60_000;
/** How long one end-to-end test may take, in milliseconds; one of them compiles a crate. */
const endToEndMs = 180_000;

/**
 * Runs the tests.
 *
 * @returns 0 where every test that ran has passed (and, with `CI=true`, every part ran); 1 otherwise
 * @throws TaskError for arguments that make no sense
 */
export async function main(task: Task): Promise<number> {
  const args = parse(task.args);
  const folder = await mkdtemp(join(tmpdir(), "covenant-counts-"));
  const all: Counts[] = [];
  try {
    await runOrThrow("compiling", process.execPath, [join(task.root, "node_modules", "typescript", "bin", "tsc"), "-b"], {
      cwd: task.root,
    });
    await removeOrphans(task.root);
    if (args.parts.includes("unit")) all.push(await mocha(task.root, folder, args, "out/test/**/*.test.js", unitMs, {}));
    if (args.parts.includes("e2e")) all.push(await endToEnd(task.root, folder, args));
  } catch (error) {
    console.error(messageOf(error));
    all.push({ passed: 0, failed: 1, skipped: 0 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const sum = add(all);
  console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return sum.failed === 0 ? 0 : 1;
}

/** Removes compiled tests whose source is gone: `tsc -b` leaves them, and Mocha would go on running them. */
async function removeOrphans(root: string): Promise<void> {
  const compiled = join(root, "out", "test");
  for (const file of await readdir(compiled, { recursive: true })) {
    if (!/\.(?:test|e2e|shot)\.js$/u.test(file) || existsSync(join(root, "test", file.replace(/\.js$/u, ".ts")))) continue;
    await rm(join(compiled, file));
  }
}

function parse(given: readonly string[]): Arguments {
  let parts: Arguments["parts"] = ["unit", "e2e"];
  let screenshots = false;
  let reporter: string | undefined;
  const rest: string[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const argument = given[at] ?? "";
    if (argument === "--screenshots") screenshots = true;
    else if (argument === "--only") {
      const part = given[(at += 1)];
      if (part !== "unit" && part !== "e2e") throw new TaskError(`--only takes \`unit\` or \`e2e\`, not \`${part ?? ""}\``);
      parts = [part];
    } else if (argument === "--reporter" || argument === "-R") {
      reporter = given[(at += 1)];
      if (reporter === undefined) throw new TaskError("--reporter needs a name");
    } else rest.push(argument);
  }
  return { parts, screenshots, reporter, mocha: rest };
}

async function endToEnd(root: string, folder: string, args: Arguments): Promise<Counts> {
  let browser: string;
  try {
    browser = await ensureBrowser();
  } catch (error) {
    if (!(error instanceof MissingBrowserError)) throw error;
    const inCi = process.env["CI"] === "true";
    console.error(`the end-to-end part did NOT run: ${error.message}`);
    return { passed: 0, failed: inCi ? 1 : 0, skipped: inCi ? 0 : 1 };
  }
  const programs = await ensureEditor(root);
  const packed = await pack(root);
  const suite = await bundleSuite(root);
  // Pictures are taken by a file of its own: they are no tests, and no test run may change the project's files.
  return mocha(root, folder, args, args.screenshots ? "out/test/e2e/*.shot.js" : "out/test/e2e/*.e2e.js", endToEndMs, {
    COVENANT_E2E_BROWSER: browser,
    COVENANT_E2E_NODE: programs.node,
    COVENANT_E2E_SERVER: programs.server,
    COVENANT_E2E_VSIX: packed.file,
    COVENANT_E2E_SUITE: suite.entry,
    ...(args.screenshots ? { COVENANT_E2E_SCREENSHOTS: join(root, "docs", "images") } : {}),
  });
}

/** Runs Mocha in a process of its own and reads the counts that it and the extension hosts below it left. */
async function mocha(
  root: string,
  folder: string,
  args: Arguments,
  files: string,
  timeoutMs: number,
  env: NodeJS.ProcessEnv,
): Promise<Counts> {
  const before = new Set(await readdir(folder));
  const code = await run(
    process.execPath,
    [
      join(root, "node_modules", "mocha", "bin", "mocha.js"),
      "--reporter",
      join(root, "server", "scripts", "countingReporter.cjs"),
      "--timeout",
      String(timeoutMs),
      "--exit",
      ...(process.env["CI"] === "true" ? ["--forbid-only"] : []),
      ...args.mocha,
      files,
    ],
    {
      cwd: root,
      env: {
        ...process.env,
        ...env,
        COVENANT_TEST_COUNTS: folder,
        ...(args.reporter === undefined ? {} : { COVENANT_TEST_REPORTER: args.reporter }),
      },
    },
  );
  const written = (await readdir(folder)).filter((file) => !before.has(file));
  const counts = add(await Promise.all(written.map(async (file) => readCounts(join(folder, file)))));
  // Mocha can end badly without one failed test: a file that does not load, a crash, a forbidden `.only`.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function readCounts(file: string): Promise<Counts> {
  const value: unknown = JSON.parse(await readFile(file, "utf8"));
  const table =
    typeof value === "object" && value !== null ? new Map<string, unknown>(Object.entries(value)) : new Map<string, unknown>();
  const count = (name: string): number => {
    const found = table.get(name);
    if (typeof found !== "number") throw new TaskError(`${file} has no count \`${name}\`, so the tests cannot be added up`);
    return found;
  };
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}

function add(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed, skipped: sum.skipped + one.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}
