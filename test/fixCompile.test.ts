/**
 * Fixes are compiled by the real rustc. A fixture with `//@ compile: yes` must compile as it stands, and so must the
 * result of every fix it is offered, each applied alone; snippets stand with the texts of their placeholders.
 *
 * `//@ leaves-blank: Title` names fixes (by the start of their titles, separated by `;`) whose placeholder is no code yet.
 * `//@ dependencies: anyhow` links the stand-in of that name from `test/standins`: no registry is needed.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { textAfter } from "../server/src/engine/fixes.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { parseFixture } from "./annotations.js";
import { configOf, fixesIn, loadSyntax, roleOf, rulesNamed } from "./ruleHarness.js";

const fixtures = join(import.meta.dirname, "../../test/rules");
const standins = join(import.meta.dirname, "../../test/standins");

/** One text that must compile. */
interface Candidate {
  readonly label: string;
  readonly text: string;
  readonly edition: string;
}

/** What is read of rustc's JSON messages. */
interface CompilerMessage {
  readonly level: string;
  readonly rendered: string;
}

describe("fixes compile", function () {
  this.timeout(120_000);
  let syntax: Syntax;
  let folder: string;
  before(async function () {
    const found = spawnSync("rustc", ["--version"], { encoding: "utf8" });
    if (found.error) throw new Error("rustc is needed to compile the results of fixes; install a Rust toolchain", { cause: found.error });
    syntax = await loadSyntax();
    folder = mkdtempSync(join(tmpdir(), "covenant-fixes-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("each alone, and the fixtures themselves", () => {
    const sources = compilableFixtures();
    assert.ok(sources.length > 0, "no fixture says `//@ compile: yes`");
    const candidates = sources.flatMap((name) => candidatesOf(syntax, name));
    const dependencies = readdirSync(standins).map((name) => basename(name, ".rs"));
    for (const name of dependencies) {
      const built = rustc(["--crate-name", name, join(standins, `${name}.rs`)], folder, "2021");
      assert.equal(built.errors.length, 0, built.errors.map((error) => error.rendered).join("\n"));
    }
    const problems: string[] = [];
    for (const edition of new Set(candidates.map((candidate) => candidate.edition))) {
      const own = candidates.filter((candidate) => candidate.edition === edition);
      problems.push(...compile(own, edition, dependencies, folder));
    }
    assert.equal(problems.length, 0, `${problems.length} of ${candidates.length} texts do not compile\n\n${problems.join("\n\n")}`);
  });
});

function compilableFixtures(): readonly string[] {
  const names = readdirSync(fixtures).filter((name) => name.endsWith(".rs") && !name.endsWith(".fixed.rs"));
  return names.sort().filter((name) => parseFixture(readFileSync(join(fixtures, name), "utf8")).directives.get("compile") === "yes");
}

/** The fixture, and its text after each fix. */
function candidatesOf(syntax: Syntax, name: string): readonly Candidate[] {
  const { text, directives } = parseFixture(readFileSync(join(fixtures, name), "utf8"));
  const edition = directives.get("edition") ?? "2021";
  const id = name.replace(/(\.\d+)?\.rs$/, "");
  const on = rulesNamed(id);
  const options = directives.has("options") ? { [id]: JSON.parse(directives.get("options") ?? "{}") as Record<string, unknown> } : {};
  const blanks = (directives.get("leaves-blank") ?? "").split(";").map((title) => title.trim()).filter((title) => title !== "");
  const file = SourceFile.of(text);
  const found: Candidate[] = [{ label: `${name}: the fixture itself`, text, edition }];
  for (const { finding, fixes } of fixesIn(syntax, text, on, roleOf(directives), configOf(on, options))) {
    for (const fix of fixes) {
      if (fix.title.startsWith("Waive ") || blanks.some((title) => fix.title.startsWith(title))) continue;
      const after = textAfter(text, fix);
      const label = `${name}: ${finding.rule}, line ${file.positionAt(finding.start).line + 1}, "${fix.title}"`;
      assert.ok(after !== undefined, `${label} has overlapping edits`);
      found.push({ label, text: after, edition });
    }
  }
  return found;
}

/** Compiles the texts as modules of one crate and gives rustc's errors with the texts they are in. */
function compile(candidates: readonly Candidate[], edition: string, dependencies: readonly string[], folder: string): readonly string[] {
  const names = candidates.map((_, index) => `text_${edition}_${index}`);
  candidates.forEach((candidate, index) => writeFileSync(join(folder, `${names[index]}.rs`), candidate.text));
  const root = join(folder, `all_${edition}.rs`);
  writeFileSync(root, `#![allow(warnings)]\n${names.map((name) => `mod ${name};`).join("\n")}\n`);
  const externs = dependencies.flatMap((name) => ["--extern", `${name}=${join(folder, `lib${name}.rmeta`)}`]);
  const { status, errors, stderr } = rustc(["--crate-name", `all_${edition}`, ...externs, root], folder, edition);
  if (status === 0) return [];
  const located = errors.flatMap((error) => {
    // An error inside a macro of std has its place in the candidate only in the rendered text.
    const index = names.findIndex((name) => error.rendered.includes(`${name}.rs:`));
    return index < 0 ? [] : [{ index, text: `${candidates[index]?.label ?? ""}\n${error.rendered}` }];
  });
  // The first error of each text says enough.
  const problems = located.filter((problem, at) => located.findIndex((other) => other.index === problem.index) === at).map((problem) => problem.text);
  return problems.length > 0 ? problems : [`rustc failed without an error in a text:\n${errors.map((error) => error.rendered).join("\n") || stderr}`];
}

function rustc(args: readonly string[], folder: string, edition: string): { readonly status: number | null; readonly errors: readonly CompilerMessage[]; readonly stderr: string } {
  const run = spawnSync("rustc", ["--edition", edition, "--crate-type", "lib", "--emit=metadata", "--error-format=json", "--out-dir", folder, ...args], { encoding: "utf8", maxBuffer: 64 << 20 });
  if (run.error) throw run.error;
  const errors = run.stderr
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as CompilerMessage)
    .filter((message) => message.level === "error");
  return { status: run.status, errors, stderr: run.stderr };
}
