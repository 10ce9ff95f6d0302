// One crate: which of the fixes that are offered in it compile.
import { join } from "node:path";
import type { Syntax } from "../../src/engine/syntax.js";
import { TaskError } from "../task.js";
import { applied, editsByFile, segmentKey } from "./batches.js";
import { blamed, placesOf, type CompiledFile } from "./blame.js";
import { Compiler, type Checked, type CompilerOptions } from "./compiler.js";
import { copyCrate, type CrateEntry } from "./crates.js";
import { offersIn, parsesAsWell, type Offer, type OfferedFile, type Offers } from "./offers.js";
import { compiledSegments, mayBeCutOut, probed, seenProbes } from "./probe.js";
import { tryFixes, type Verdict } from "./trial.js";

/** A fix with what came of it; `error` is rustc's, undefined where the crate compiles with the fix. */
export interface TriedOffer {
  readonly offer: Pick<Offer, "rule" | "kind" | "title" | "file" | "line">;
  readonly error: string | undefined;
  /** What compiles parses; of the rest, by our own parser, the file has no more syntax errors than before. */
  readonly parses: boolean;
}

/** What came of a crate; plain data. */
export interface CrateResult {
  readonly entry: CrateEntry;
  /** Fixes in code that rustc compiled, each with its result. */
  readonly tried: readonly TriedOffer[];
  /** Fixes in code that rustc did not see here, by rule: another platform, a feature that is off, tests. */
  readonly unseen: Readonly<Record<string, number>>;
  /** All safe fixes of the crate at once. */
  readonly together: { readonly applied: number; readonly parses: boolean; readonly error: string | undefined };
  /** Findings whose fixes could not be computed. */
  readonly problems: readonly string[];
  /** Runs of the compiler. */
  readonly runs: number;
}

/** What is tried. */
export interface TrialOptions extends CompilerOptions {
  /** Folder for copies of crates. */
  readonly work: string;
  /** Ids of the rules whose fixes are tried; all where undefined. */
  readonly rules: ReadonlySet<string> | undefined;
}

/**
 * Tries the fixes of a crate.
 *
 * @throws TaskError when the crate cannot be fetched or does not compile as it is
 */
export async function tryCrate(syntax: Syntax, entry: CrateEntry, options: TrialOptions): Promise<CrateResult> {
  const folder = copyCrate(entry, options.work);
  const offers = offersIn(syntax, folder.replaceAll("\\", "/"));
  const own = new Map(offers.files.map(({ name, file }) => [name, file.text]));
  const compiler = new Compiler(folder, own, entry.args, options);
  const targets = offers.targets;
  const base = await compiler.check(new Map(), targets);
  if (!base.ok) throw new TaskError(`${entry.name} ${entry.version} does not compile as it is:\n${messageOf(base)}`);
  const compiled = await compiledCode(compiler, folder, offers);
  if (compiled.size === 0) throw new TaskError(`no code of ${entry.name} ${entry.version} was seen to be compiled`);
  const seen: Offer[] = [];
  const unseen = new Map<string, number>();
  for (const { file, name, offers: all } of offers.files) {
    for (const offer of all) {
      if (options.rules && !options.rules.has(offer.rule)) continue;
      const index = file.segmentAt(offer.at);
      const known = compiled.get(name)?.has(index) === true && !mayBeCutOut(file, index, offer.at - (file.starts[index] ?? 0));
      if (known) seen.push(offer);
      else unseen.set(offer.rule, (unseen.get(offer.rule) ?? 0) + 1);
    }
  }
  const compile = (fixes: readonly Offer[]): Promise<Verdict<Offer>> => verdict(compiler, folder, offers, targets, fixes);
  // Waivers are comments on lines of their own: they go in one batch wherever they stand, and are told apart only if it fails.
  const waivers = seen.filter(({ kind }) => kind === "waiver").map((offer, number) => ({ ...offer, touched: new Set([`waiver ${number}`]) }));
  const outcome = new Map([...(await tryFixes(seen.filter(({ kind }) => kind !== "waiver"), compile)), ...(await tryFixes(unique(waivers), compile))]);
  const together = await allTogether(compiler, offers, targets);
  compiler.restore();
  return { entry, tried: [...outcome].map(([offer, error]) => ({ offer: shown(offer), error, parses: error === undefined || parses(syntax, offers, offer) })), unseen: Object.fromEntries(unseen), together, problems: offers.problems, runs: compiler.runs };
}

function shown({ rule, kind, title, file, line }: Offer): TriedOffer["offer"] {
  return { rule, kind, title, file, line };
}

function parses(syntax: Syntax, { files }: Offers, offer: Offer): boolean {
  const text = files.find(({ name }) => name === offer.file)?.file.text ?? "";
  const after = applied(text, offer.edits.map((edit) => ({ edit })));
  return parsesAsWell(syntax, text, after);
}

/** Two findings of one place are waived by lines at the same place; each is tried once. */
function unique(waivers: readonly Offer[]): readonly Offer[] {
  const places = new Map(waivers.map((offer) => [`${offer.file} ${offer.edits[0]?.start ?? 0}`, offer]));
  return [...places.values()];
}

async function compiledCode(compiler: Compiler, folder: string, { files, targets, buildScripts }: Offers): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const compiled = new Map<string, ReadonlySet<number>>();
  const byName = new Map(files.map((file) => [file.name, file]));
  const without = new Set(buildScripts);
  let from = 0;
  // A library with probes does not compile, and then its programs are not looked at: one target at a time.
  for (const target of targets) {
    for (;;) {
      const open = files.filter(({ name }) => !compiled.has(name) && !without.has(name)).map(({ name, file }) => {
        const own = probed(file, from);
        from += own.segments.size;
        return { name, file, own };
      });
      const { errors, buildScript } = await compiler.check(new Map(open.map(({ name, own }) => [name, own.text])), [target]);
      // A build script can include a file of the crate; as long as that holds probes, nothing else is compiled.
      const included = buildScript.flatMap(placesOf).flatMap((span) => nameOf(span.file_name, folder, byName) ?? []).filter((name) => !without.has(name));
      if (included.length > 0) {
        for (const name of included) without.add(name);
        continue;
      }
      const seen = seenProbes(errors);
      for (const { name, file, own } of open) {
        const segments = new Set([...own.segments].filter(([number]) => seen.has(number)).map(([, index]) => index));
        if (segments.size > 0) compiled.set(name, compiledSegments(file, segments));
      }
      break;
    }
  }
  return compiled;
}

async function verdict(compiler: Compiler, folder: string, { files }: Offers, targets: readonly string[], fixes: readonly Offer[]): Promise<Verdict<Offer>> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const edits = editsByFile(fixes);
  const texts = new Map([...edits].map(([name, own]) => [name, applied(byName.get(name)?.file.text ?? "", own)]));
  const checked = await compiler.check(texts, targets);
  if (checked.ok) return { ok: true, blamed: new Set(), error: "" };
  const owners = new Map(fixes.flatMap((fix) => [...fix.touched].map((key) => [key, fix] as const)));
  const compiledFile = (path: string): CompiledFile<Offer> | undefined => {
    const name = nameOf(path, folder, byName);
    const file = name === undefined ? undefined : byName.get(name)?.file;
    if (name === undefined || !file) return undefined;
    return { text: texts.get(name) ?? file.text, edits: edits.get(name) ?? [], ownerOf: (offset) => owners.get(segmentKey(name, file, offset)) };
  };
  const guilty = checked.errors.flatMap((error) => blamed(error, compiledFile) ?? []);
  return { ok: false, blamed: new Set(guilty), error: messageOf(checked) };
}

/** rustc names files relative to the folder it runs in, with the separators of the platform. */
function nameOf(path: string, folder: string, files: ReadonlyMap<string, OfferedFile>): string | undefined {
  const plain = path.replaceAll("\\", "/");
  const base = `${folder.replaceAll("\\", "/")}/`;
  const name = plain.startsWith(base) ? plain.slice(base.length) : plain;
  // `#[path = "../x.rs"]` leaves its detours in the name.
  const direct = name.split("/").reduce<string[]>((parts, part) => (part === ".." ? parts.slice(0, -1) : part === "." ? parts : [...parts, part]), []).join("/");
  return files.has(name) ? name : files.has(direct) ? direct : undefined;
}

function messageOf({ errors, stderr }: Checked): string {
  return errors[0]?.rendered ?? errors[0]?.message ?? stderr.trim().split("\n").slice(-20).join("\n");
}

async function allTogether(compiler: Compiler, { files }: Offers, targets: readonly string[]): Promise<CrateResult["together"]> {
  const mended = files.filter((file) => file.mended.applied > 0);
  const count = mended.reduce((sum, file) => sum + file.mended.applied, 0);
  const parses = mended.every((file) => file.mended.parses);
  if (count === 0) return { applied: 0, parses, error: undefined };
  const checked = await compiler.check(new Map(mended.map(({ name, mended: { text } }) => [name, text])), targets);
  return { applied: count, parses, error: checked.ok ? undefined : messageOf(checked) };
}

/** Where the crates of a run are built. */
export function targetFolder(work: string): string {
  return join(work, "target");
}
