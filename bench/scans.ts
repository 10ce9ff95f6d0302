/** Scans of the corpus, ours and ast-grep's, in turns. */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Programs } from "./programs.js";
import { median } from "./statistics.js";

/** One way of scanning, with the times of its runs in milliseconds. */
export interface ScanRow {
  readonly title: string;
  readonly milliseconds: number;
  readonly runs: readonly number[];
  /** What it found, so that nobody compares with a scan of nothing. */
  readonly findings: number;
}

export interface ScanResult {
  readonly reference: ScanRow;
  readonly cold: ScanRow;
  readonly warm: ScanRow;
  /** Files that our scan says it judged. */
  readonly files: number;
}

interface Scan {
  readonly command: string;
  readonly args: readonly string[];
  readonly count: (output: string) => number;
}

/**
 * Scans `rounds` times in each way.
 *
 * @param tree the folder to scan
 * @param scratch an existing folder for caches and output
 * @throws Error when a scan fails; findings are no failure
 */
export async function measureScans(programs: Programs, tree: string, scratch: string, rounds: number): Promise<ScanResult> {
  const check = (...options: readonly string[]): Scan => ({ command: process.execPath, args: [programs.cli, "check", "--format", "json", ...options, "."], count: (output) => summaryOf(output).findings });
  const scans = {
    reference: { command: programs.astGrep, args: ["scan", "-c", programs.astGrepConfig, "--json=stream", "."], count: (output: string) => output.split("\n").filter(Boolean).length },
    cold: check("--no-cache"),
    warm: check(),
  } satisfies Record<string, Scan>;
  // Not measured: reads the tree into the system's memory and fills the cache that the warm scans use.
  const filled = await run(scans.warm, tree, scratch);
  await run(scans.reference, tree, scratch);
  // Files that are younger than two seconds may still change within their stamp, so a cache would not trust it.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await run(scans.warm, tree, scratch);
  const times: Record<keyof typeof scans, number[]> = { reference: [], cold: [], warm: [] };
  const found: Record<keyof typeof scans, number> = { reference: 0, cold: 0, warm: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ["reference", "cold", "warm"] as const) {
      const { milliseconds, output } = await run(scans[name], tree, scratch);
      times[name].push(milliseconds);
      found[name] = scans[name].count(output);
    }
  }
  if (found.warm !== found.cold) throw new Error(`the warm scan found ${found.warm}, the cold one ${found.cold}`);
  const row = (name: keyof typeof scans, title: string): ScanRow => ({ title, milliseconds: median(times[name]), runs: times[name], findings: found[name] });
  return {
    reference: row("reference", "`ast-grep scan`, five rules"),
    cold: row("cold", "`covenant check --no-cache`"),
    warm: row("warm", "`covenant check`, nothing changed"),
    files: summaryOf(filled.output).files,
  };
}

/** Runs a scan with its output going to a file, as in CI; the cache is one of the bench's own. */
async function run(scan: Scan, cwd: string, scratch: string): Promise<{ readonly milliseconds: number; readonly output: string }> {
  const path = join(scratch, "scan.out");
  const output = openSync(path, "w");
  const started = performance.now();
  let code: number | null;
  try {
    code = await new Promise((resolve, reject) => {
      const child = spawn(scan.command, scan.args, { cwd, stdio: ["ignore", output, "inherit"], env: { ...process.env, XDG_CACHE_HOME: join(scratch, "cache"), LOCALAPPDATA: join(scratch, "cache") } });
      child.once("error", reject);
      child.once("exit", resolve);
    });
  } finally {
    closeSync(output);
  }
  const milliseconds = performance.now() - started;
  if (code !== 0 && code !== 1) throw new Error(`\`${[scan.command, ...scan.args].join(" ")}\` ended with code ${code}`);
  return { milliseconds, output: readFileSync(path, "utf8") };
}

/** The summary at the end of a JSON report. */
function summaryOf(output: string): { readonly files: number; readonly findings: number } {
  const report = JSON.parse(output) as { readonly findings: readonly unknown[]; readonly failed: readonly unknown[]; readonly summary: { readonly files: number } };
  if (report.failed.length > 0) throw new Error(`${report.failed.length} files could not be judged`);
  return { files: report.summary.files, findings: report.findings.length };
}
