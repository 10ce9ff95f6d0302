/** Runs the command line in this process on folders made for a test. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { CliHost } from "../../server/src/cli/host.js";
import { run } from "../../server/src/cli/program.js";
import type { Rule } from "../../server/src/engine/rule.js";
import { rules } from "../../server/src/rules/index.generated.js";

const require = createRequire(import.meta.url);

/** The wasm files of the installed packages. */
export const wasm = { core: require.resolve("web-tree-sitter/web-tree-sitter.wasm"), grammar: require.resolve("tree-sitter-rust/tree-sitter-rust.wasm") };

/** A folder for one test, with a place for caches beside it. */
export interface Sandbox {
  readonly folder: string;
  readonly caches: string;
  write(path: string, content: string | Uint8Array): void;
  remove(): void;
}

/** Makes a folder with the given files. */
export function sandbox(files: Readonly<Record<string, string | Uint8Array>> = {}): Sandbox {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "covenant-cli-")));
  const folder = join(root, "work");
  mkdirSync(folder);
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return { folder, caches: join(root, "caches"), write, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** What a run left behind. */
export interface Outcome {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Differences of a test's machine from the usual one. */
export interface Machine {
  readonly rules?: readonly Rule[];
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Milliseconds by which the clock is ahead. */
  readonly later?: number;
}

/** Runs `covenant` with arguments in the sandbox. */
export async function covenant(box: Sandbox, args: readonly string[], machine: Machine = {}): Promise<Outcome> {
  let out = "";
  let err = "";
  const host: CliHost = {
    rules: machine.rules ?? rules,
    examples: {},
    version: "0.0.1",
    files: { wasm, worker: join(import.meta.dirname, "../../server/src/cli/worker.js"), server: join(box.folder, "no-server.cjs") },
    stdout: { write: (text) => void (out += text), isTerminal: false },
    stderr: { write: (text) => void (err += text), isTerminal: false },
    stdin: () => Promise.resolve(machine.stdin ?? ""),
    cwd: machine.cwd ?? box.folder,
    env: { XDG_CACHE_HOME: box.caches, ...machine.env },
    platform: process.platform,
    home: box.caches,
    threads: 1,
    now: () => Date.now() + (machine.later ?? 0),
  };
  const code = await run(args, host);
  return { code, out, err };
}

/** A place of a finding in JSON output. */
export interface JsonFinding {
  readonly path: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}

/** The JSON document of `--format json`. */
export interface JsonReport {
  readonly schema: number;
  readonly findings: readonly JsonFinding[];
  readonly waived: readonly { readonly finding: JsonFinding; readonly reason: string; readonly until?: string; readonly issue?: string }[];
  readonly baselined: readonly JsonFinding[];
  readonly problems: readonly { readonly path: string; readonly rule: string; readonly message: string }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly failed: readonly { readonly path: string; readonly message: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

/** Runs `covenant check --format json` and reads its document. */
export async function checkJson(box: Sandbox, args: readonly string[] = [], machine: Machine = {}): Promise<{ readonly report: JsonReport; readonly outcome: Outcome }> {
  const outcome = await covenant(box, ["check", "--format", "json", ...args], machine);
  return { report: JSON.parse(outcome.out) as JsonReport, outcome };
}

/** Findings as `path:line:rule`. */
export function places(report: JsonReport): readonly string[] {
  return report.findings.map(({ path, start, rule }) => `${path}:${start.line}:${rule}`);
}

/** A manifest of a library. */
export function manifest(name: string, more = ""): string {
  return `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${more}`;
}

/** A function that breaks `unwrap-in-production` on its second line. */
export function unwrapping(name: string): string {
  return `fn ${name}(raw: Option<u8>) -> u8 {\n    raw.unwrap()\n}\n`;
}

/** Only the rule that `unwrapping` breaks. */
export const onlyUnwrap = ["--rules", "unwrap-in-production"] as const;
