// `npm run corpus:fixes [-- --crates a,b] [--rules a,b] [--work FOLDER] [--jobs N]`: applies the fixes to real crates, compiles the
// results, and writes the figures of a whole run to docs/corpus-fixes.md.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadSyntax } from "../src/node/loadSyntax.js";
import { crateList } from "./corpusFixes/crates.js";
import { targetFolder, tryCrate, type CrateResult } from "./corpusFixes/crateTrial.js";
import { bars, countOf, page, reaches, togetherOf, triedOf } from "./corpusFixes/figures.js";
import { programKey, Results } from "./corpusFixes/results.js";
import { TaskError, type Task } from "./task.js";

const command = "npm run corpus:fixes";

/**
 * Runs the trial.
 *
 * @returns 0 where every bar is reached, 1 where one is not
 * @throws TaskError for arguments that make no sense, and where a crate cannot be fetched or does not compile as it is
 */
export async function main(task: Task): Promise<number> {
  const { values } = parseArgs({ args: [...task.args], options: { crates: { type: "string" }, rules: { type: "string" }, work: { type: "string" }, jobs: { type: "string" } }, strict: true });
  const jobs = Number(values.jobs ?? "1");
  if (!Number.isInteger(jobs) || jobs < 1) throw new TaskError("`--jobs` takes a whole number from 1");
  const named = values.crates?.split(",");
  const all = crateList(readFileSync(join(task.root, "corpus", "fixCrates.json"), "utf8"));
  const unknown = named?.find((name) => !all.some((entry) => entry.name === name));
  if (unknown !== undefined) throw new TaskError(`the list of crates has no \`${unknown}\``);
  const entries = all.filter(({ name }) => named?.includes(name) ?? true);
  // Outside the project: its ignore files and its manifests must not reach the crates.
  const work = values.work ?? join(tmpdir(), "rust-covenant-corpus-fixes");
  mkdirSync(work, { recursive: true });
  const require = createRequire(join(task.root, "package.json"));
  const syntax = await loadSyntax({ core: require.resolve("web-tree-sitter/web-tree-sitter.wasm"), grammar: require.resolve("tree-sitter-rust/tree-sitter-rust.wasm") });
  const rustc = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
  const kept = new Results(work, programKey(task.root, rustc));
  const results: CrateResult[] = [];
  for (const entry of entries) {
    const started = Date.now();
    // A run over some rules says nothing about a whole one.
    const known = values.rules === undefined ? kept.stored(entry) : undefined;
    const result = known ?? (await tryCrate(syntax, entry, { work, target: targetFolder(work), jobs, rules: values.rules === undefined ? undefined : new Set(values.rules.split(",")) }));
    if (!known && values.rules === undefined) kept.store(result);
    results.push(result);
    console.error(`${line(result)}, ${known ? "from an earlier run" : `${Math.round((Date.now() - started) / 1000)} s`}`);
    for (const problem of result.problems) console.error(`  no fixes: ${problem}`);
  }
  const isWhole = named === undefined && values.rules === undefined;
  const text = page(results, { rustc, command });
  if (isWhole) writeFileSync(join(task.root, "docs", "corpus-fixes.md"), text);
  else console.log(text);
  const isReached = reaches(countOf(triedOf(results, "safe")), bars.safe) && reaches(togetherOf(results), bars.together) && reaches(countOf(triedOf(results, "suggestion")), bars.suggestion);
  return isReached && results.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

function line(result: CrateResult): string {
  const parts = (["safe", "suggestion", "waiver"] as const).map((kind) => {
    const { offered, compiled } = countOf(triedOf([result], kind));
    return `${kind} ${compiled}/${offered}`;
  });
  const together = result.together.error === undefined ? `${result.together.applied} together` : "together NOT";
  return `${result.entry.name}: ${parts.join(", ")}, ${together}; ${result.runs} runs of the compiler`;
}
