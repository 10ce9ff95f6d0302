// `npm run corpus [-- options]`: holds our findings on real crates against clippy's and writes `docs/corpus.md`.
//
//   --review            exit code 1 where a disagreement is not in the table, a line of the table is stale or a bar is not met
//   --crates <names>    only these crates, separated by commas; then nothing is written
//   --show <rule>       print the disagreements of one rule, or of `all`, with their places, also those that are judged
//   --folder <path>     where crates, build and kept answers of clippy are; `out/corpus` unless told
//   --update-lock       resolve anew what the crates depend on, after a change to the list
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.js";
import { clippyFindings, type ClippySetup } from "./corpus/clippyRun.js";
import { compare } from "./corpus/compare.js";
import { compiledPlaces } from "./corpus/witness.js";
import { crateLabel, readCrateList, type ListedCrate } from "./corpus/crateList.js";
import type { CrateResult } from "./corpus/figures.js";
import type { Finding } from "./corpus/finding.js";
import { ourFindings } from "./corpus/ourRun.js";
import { page, summary } from "./corpus/page.js";
import { twins } from "./corpus/twins.js";
import { judge, openRows, readTable, tableLine, tableRow, type Disagreement, type Side } from "./corpus/verdicts.js";
import { writeWorkspace } from "./corpus/workspace.js";
import { messageOf, TaskError, type Task } from "./task.js";

/**
 * Compares, prints and writes.
 *
 * @returns 0; with `--review` 1 where something is not as it should be
 * @throws TaskError where a crate cannot be fetched or compiled, or the table cannot be read
 */
export async function main(task: Task): Promise<number> {
  const options = readArguments(task.args);
  const table = readTable(await readFile(join(task.root, "corpus", "disagreements.tsv"), "utf8"));
  const list = readCrateList(await readFile(join(task.root, "corpus", "crates.json"), "utf8"));
  const crates = chosen(list, options.crates);
  const folder = resolve(options.folder ?? join(task.root, "out", "corpus"));
  await mkdir(folder, { recursive: true });
  const lock = join(task.root, "corpus", "Cargo.lock");
  const workspace = await writeWorkspace(list, folder, lock, options.updateLock);
  await bundle(task.root, false);
  const versions = execFileSync("cargo", ["clippy", "--version"], { encoding: "utf8" }).trim();
  const setup: ClippySetup = { workspace, twins, basis: `${versions} ${await readFile(lock, "utf8")}`, kept: join(folder, "kept") };
  const results: CrateResult[] = [];
  const disagreements: Disagreement[] = [];
  for (const crate of crates) {
    console.error(crateLabel(crate));
    const { result, differences } = await compareCrate(crate, setup, join(task.root, "dist", "cli.cjs"));
    results.push(result);
    disagreements.push(...differences);
  }
  const judged = judge(disagreements, table.filter((verdict) => crates.some(({ name }) => name === verdict.crate)));
  if (options.show !== undefined) for (const { crate, side, finding, line } of disagreements) if (options.show === "all" || finding.rule === options.show) console.log(`${crate}\t${finding.rule}\t${side}\t${finding.file}:${finding.start.line + 1}:${finding.start.character + 1}\t${finding.macro ?? ""}\t${line}`);
  const { text, failures } = summary(results, judged);
  console.log(text);
  if (crates.length === list.length) await writeFile(join(task.root, "docs", "corpus.md"), page({ results, judged, crates, table, versions }));
  for (const verdict of judged.stale) console.error(`stale, take it out: ${tableRow(verdict)}`);
  for (const { crate, side, finding, line } of judged.fresh) console.error(`not judged yet: ${crate} ${finding.file}:${finding.start.line + 1}:${finding.start.character + 1} ${finding.rule}, only ${side}: ${line}`);
  if (judged.fresh.length > 0) console.error(["lines for corpus/disagreements.tsv, with class and reason to fill in:", ...openRows(judged.fresh, table)].join("\n"));
  for (const failure of failures) console.error(failure);
  return options.review && (judged.stale.length > 0 || judged.fresh.length > 0 || failures.length > 0) ? 1 : 0;
}

/** Both sides on one crate; what rustc did not compile is set apart. */
async function compareCrate(crate: ListedCrate, setup: ClippySetup, program: string): Promise<{ readonly result: CrateResult; readonly differences: readonly Disagreement[] }> {
  const theirs = await clippyFindings(crate, setup);
  const ours = await ourFindings(crate, program, setup.workspace.folder, twins.map(({ rule }) => rule));
  const whole = compare(twins, ours, theirs);
  const compiled = await compiledPlaces(crate, setup, whole.onlyOurs);
  const comparison = { ...whole, onlyOurs: whole.onlyOurs.filter((_, index) => compiled[index] === true) };
  const texts = new Map<string, readonly string[]>();
  const describe = async (finding: Finding, side: Side): Promise<Disagreement> => {
    const path = join(setup.workspace.folder, crateLabel(crate), finding.file);
    const lines = texts.get(path) ?? (await readFile(path, "utf8")).split("\n");
    texts.set(path, lines);
    return { crate: crate.name, side, finding, line: tableLine(lines[finding.start.line] ?? "") };
  };
  const differences: Disagreement[] = [];
  for (const finding of comparison.onlyOurs) differences.push(await describe(finding, "ours"));
  for (const finding of comparison.onlyTheirs) differences.push(await describe(finding, "clippy"));
  return { result: { crate: crate.name, comparison, notCompiled: whole.onlyOurs.filter((_, index) => compiled[index] !== true) }, differences };
}

function chosen(list: readonly ListedCrate[], names: readonly string[] | undefined): readonly ListedCrate[] {
  const unknown = names?.find((name) => !list.some((crate) => crate.name === name));
  if (unknown !== undefined) throw new TaskError(`the list of crates has no \`${unknown}\``);
  return names === undefined ? list : list.filter(({ name }) => names.includes(name));
}

interface Options {
  readonly review: boolean;
  readonly updateLock: boolean;
  readonly crates: readonly string[] | undefined;
  readonly show: string | undefined;
  readonly folder: string | undefined;
}

function readArguments(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({ args: [...args], options: { review: { type: "boolean" }, "update-lock": { type: "boolean" }, crates: { type: "string" }, show: { type: "string" }, folder: { type: "string" } } });
    return { review: values.review === true, updateLock: values["update-lock"] === true, crates: values.crates?.split(","), show: values.show, folder: values.folder };
  } catch (error) {
    throw new TaskError(messageOf(error));
  }
}
