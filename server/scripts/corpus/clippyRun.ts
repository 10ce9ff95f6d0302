// Clippy's side: runs it on the library of a crate with the twin lints on, and reads what it says.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { isRecord, parseCargoLine, parseJson, type RustDiagnostic, type RustSpan } from "../../src/release/cargoJson.js";
import { spanRange } from "../../src/release/cargoSuggestions.js";
import { TaskError } from "../task.js";
import { crateLabel, type ListedCrate } from "./crateList.js";
import type { Finding, Point } from "./finding.js";
import type { Twin } from "./twins.js";
import type { CorpusWorkspace } from "./workspace.js";

/** What clippy's answers depend on besides the crate; a change makes kept ones void. */
export interface ClippySetup {
  readonly workspace: CorpusWorkspace;
  readonly twins: readonly Twin[];
  /** `cargo clippy --version` and the content of the lock file. */
  readonly basis: string;
  /** Folder for kept answers. */
  readonly kept: string;
}

/** Raise this when findings are read in another way than kept ones were. */
const form = 2;

/**
 * What clippy says about the library of a crate. Kept answers are used where nothing they depend on has changed.
 *
 * @throws TaskError where the crate does not compile
 */
export async function clippyFindings(crate: ListedCrate, setup: ClippySetup): Promise<readonly Finding[]> {
  const lints = setup.twins.flatMap((twin) => twin.lints);
  const answer = answersOf<readonly Finding[]>(setup, `${crateLabel(crate)}.clippy`, [form, crate, lints]);
  const known = await answer.read();
  if (known) return known;
  // Clippy's own settings of the crate would make two crates judged by different measures.
  const configuration = join(setup.kept, "clippy-defaults");
  await mkdir(configuration, { recursive: true });
  await writeFile(join(configuration, "clippy.toml"), "");
  const { output, code, log } = await cargo(crate, setup.workspace, ["clippy", "--no-deps"], ["--cap-lints", "warn", ...lints.flatMap((lint) => ["-W", lint])], { CLIPPY_CONF_DIR: configuration });
  if (code !== 0) throw new TaskError(`clippy failed on ${crateLabel(crate)}:\n${log}`);
  const findings = readFindings(output, setup.twins, crateLabel(crate));
  await answer.write(findings);
  return findings;
}

/**
 * Runs cargo on the library of a crate.
 *
 * @param command the subcommand with its options
 * @param rest arguments behind `--`
 * @returns its exit code, its JSON lines and the rest of what it wrote
 */
export async function cargo(crate: ListedCrate, { folder, target }: CorpusWorkspace, command: readonly string[], rest: readonly string[], env: NodeJS.ProcessEnv): Promise<{ readonly code: number; readonly output: string; readonly log: string }> {
  const features = [...(crate.defaultFeatures ? [] : ["--no-default-features"]), ...(crate.features.length > 0 ? ["--features", crate.features.join(",")] : [])];
  const args = [...command, "--locked", "--package", `${crate.name}@${crate.version}`, "--lib", ...features, "--message-format=json", "--", ...rest];
  const settings = { CARGO_TARGET_DIR: target, CARGO_INCREMENTAL: "0", CARGO_PROFILE_DEV_DEBUG: "0", CARGO_TERM_COLOR: "never", ...env };
  return new Promise((resolve, reject) => {
    execFile("cargo", args, { cwd: folder, env: { ...process.env, ...settings }, maxBuffer: 1 << 30 }, (error, output, log) => {
      if (error && typeof error.code !== "number") reject(new TaskError(`cargo could not be run: ${error.message}`));
      else resolve({ code: error ? Number(error.code) : 0, output, log });
    });
  });
}

/** The diagnostics among cargo's lines, those about build scripts left out. */
export function diagnosticsOf(output: string): readonly RustDiagnostic[] {
  return output.split("\n").flatMap((text) => {
    const line = parseCargoLine(text);
    return line.reason === "message" && !line.target.kind.includes("custom-build") ? [line.message] : [];
  });
}

/** The range of a span; parentheses around the whole expression, which rustc counts in, are left out. */
function rangeOf(span: RustSpan): { readonly start: Point; readonly end: Point } {
  const { start, end } = spanRange(span);
  const lines = span.text.map(({ text }, index) => text.slice(index === 0 ? start.character : 0, index === span.text.length - 1 ? end.character : undefined));
  let text = lines.join("\n");
  let inset = 0;
  for (; isWrapped(text); text = text.slice(1, -1)) inset++;
  return { start: { ...start, character: start.character + inset }, end: { ...end, character: end.character - inset } };
}

/** The first character is a parenthesis that the last one closes. */
function isWrapped(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")") depth--;
    if (depth === 0) return at > 0 && at === text.length - 1;
  }
  return false;
}

/**
 * The findings of the twin lints in a crate.
 *
 * @param output cargo's JSON lines; paths in them count from the workspace
 * @param folder the crate's folder in the workspace
 * @returns one for each diagnostic; none for other lints and for places outside the crate. What a macro's output is blamed
 *   for is at the innermost place in the crate: in the macro's template where the macro is the crate's own.
 */
export function readFindings(output: string, twins: readonly Twin[], folder: string): readonly Finding[] {
  return diagnosticsOf(output).flatMap((message) => {
    const twin = twins.find(({ lints }) => message.code !== undefined && lints.includes(message.code));
    const span = message.spans.find((candidate) => candidate.is_primary);
    for (let frame: RustSpan | null | undefined = twin && span; twin && frame; frame = frame.expansion?.span) {
      const file = frame.file_name.replaceAll("\\", "/");
      if (!file.startsWith(`${folder}/`)) continue;
      const macro = span?.expansion?.macro_decl_name;
      return [{ rule: twin.rule, file: file.slice(folder.length + 1), ...rangeOf(frame), ...(macro === undefined ? {} : { macro }) }];
    }
    return [];
  });
}

/** An answer in a file. */
export interface KeptAnswer<T> {
  /** The answer; undefined where there is none, or what it depends on has changed. */
  read(): Promise<T | undefined>;
  write(value: T): Promise<void>;
}

/**
 * Where an answer is kept until what it depends on changes.
 *
 * @param name name of the file
 * @param inputs what it depends on besides the setup
 */
export function answersOf<T>(setup: Pick<ClippySetup, "kept" | "basis">, name: string, inputs: unknown): KeptAnswer<T> {
  const key = createHash("sha256").update(JSON.stringify([setup.basis, inputs])).digest("hex");
  const path = join(setup.kept, `${name}.json`);
  return {
    read: async () => {
      const stored = parseJson(await readFile(path, "utf8").catch(() => ""));
      // Written by `write` alone, and only under a key that stands for this very question.
      return isRecord(stored) && stored["key"] === key ? (stored["value"] as T) : undefined;
    },
    write: async (value) => {
      await mkdir(setup.kept, { recursive: true });
      await writeFile(path, JSON.stringify({ key, value }));
    },
  };
}
