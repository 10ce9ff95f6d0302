// Which of our findings stand in code that rustc really compiled? Clippy judges after `cfg` and macro expansion, so only the
// compiler knows what it has seen. It is asked: at each place something is written that cannot compile and has a number, and
// the numbers that come back in errors are the places that were there. What is left at the end compiles, which proves that
// nobody looks at it.
import { Buffer } from "node:buffer";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RustDiagnostic } from "../../src/release/cargoJson.js";
import { TaskError } from "../task.js";
import { answersOf, cargo, diagnosticsOf, type ClippySetup } from "./clippyRun.js";
import { crateLabel, type ListedCrate } from "./crateList.js";
import type { Finding, Point } from "./finding.js";

/** Errors of an early stage hide those of later ones, so it takes more than one round. */
const mostRounds = 8;

/** A replacement in a text; offsets in UTF-16 units. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * For each finding whether rustc compiles its place in the library of the crate.
 *
 * @param findings findings in files of the crate; those in others than Rust files of the library are not compiled
 * @throws TaskError where the compiler gives no clear answer
 */
export async function compiledPlaces(crate: ListedCrate, setup: ClippySetup, findings: readonly Finding[]): Promise<readonly boolean[]> {
  // Kept by place: a change to a rule asks about its new findings only.
  const kept = answersOf<Readonly<Record<string, boolean>>>(setup, `${crateLabel(crate)}.compiled`, [crate]);
  const known = new Map(Object.entries((await kept.read()) ?? {}));
  const open = findings.filter((finding) => !known.has(placeOf(finding)));
  const answers = open.length === 0 ? [] : await askCompiler(crate, setup, open);
  for (const [index, finding] of open.entries()) known.set(placeOf(finding), answers[index] === true);
  if (open.length > 0) await kept.write(Object.fromEntries(known));
  return findings.map((finding) => known.get(placeOf(finding)) === true);
}

function placeOf({ rule, file, start, end }: Finding): string {
  return `${rule} ${file} ${start.line}:${start.character}-${end.line}:${end.character}`;
}

async function askCompiler(crate: ListedCrate, setup: ClippySetup, findings: readonly Finding[]): Promise<readonly boolean[]> {
  const seen = new Set<number>();
  for (let round = 0; round < mostRounds; round++) {
    const asked = findings.flatMap((finding, number) => (seen.has(number) ? [] : [{ finding, number }]));
    if (asked.length === 0) return findings.map(() => true);
    const { code, output, log, witnesses } = await withWitnesses(crate, setup, asked);
    if (code === 0) return findings.map((_, number) => seen.has(number));
    const errors = diagnosticsOf(output).filter(({ level }) => level.startsWith("error"));
    const found = errors.flatMap((error) => witnessesIn(error, witnesses)).filter((number) => !seen.has(number));
    if (found.length === 0) throw new TaskError(`rustc does not say which places of ${crateLabel(crate)} it compiles:\n${errors[0]?.rendered ?? log}`);
    for (const number of found) seen.add(number);
  }
  throw new TaskError(`after ${mostRounds} rounds rustc has not said of all places of ${crateLabel(crate)} whether it compiles them`);
}

/** Something written that cannot compile, and where; offsets are bytes, as rustc counts. */
export interface Witness {
  readonly number: number;
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Numbers of the witnesses that an error names or points at. */
export function witnessesIn({ message, spans }: RustDiagnostic, witnesses: readonly Witness[]): readonly number[] {
  const named = [...message.matchAll(/covenant_witness_(\d+)/gu)].map(([, number]) => Number(number));
  const places = spans.filter((span) => span.is_primary && span.line_start === span.line_end);
  const pointed = witnesses.filter(({ file, start, end }) => places.some((span) => span.file_name.replaceAll("\\", "/") === file && span.byte_start < end && start < span.byte_end));
  return [...named, ...pointed.map(({ number }) => number)];
}

/** Compiles the crate with the witnesses in its files. */
async function withWitnesses(crate: ListedCrate, setup: ClippySetup, asked: readonly { readonly finding: Finding; readonly number: number }[]): Promise<Awaited<ReturnType<typeof cargo>> & { readonly witnesses: readonly Witness[] }> {
  const originals = new Map<string, string>();
  const witnesses: Witness[] = [];
  try {
    for (const file of new Set(asked.map(({ finding }) => finding.file))) {
      const path = join(setup.workspace.folder, crateLabel(crate), file);
      const text = await readFile(path, "utf8");
      originals.set(path, text);
      const changed = applyEdits(text, asked.filter(({ finding }) => finding.file === file).map(({ finding, number }) => ({ number, ...witnessEdit(text, finding, number) })));
      await writeFile(path, changed.text);
      witnesses.push(...changed.places.map((place) => ({ ...place, file: `${crateLabel(crate)}/${file}` })));
    }
    return { ...(await cargo(crate, setup.workspace, ["clippy", "--no-deps"], ["--cap-lints", "allow"], {})), witnesses };
  } finally {
    for (const [path, text] of originals) await writeFile(path, text);
  }
}

/**
 * What makes a finding's place fail to compile. An expression gets a `compile_error!` into it, a macro call an unknown name,
 * an item or attribute an unknown attribute.
 *
 * @param text the file
 * @param number comes back in the error, after `covenant_witness_`
 */
export function witnessEdit(text: string, finding: Finding, number: number): Edit {
  const name = `covenant_witness_${number}`;
  const failure = `::core::compile_error!("${name}")`;
  const start = offsetOf(text, finding.start);
  const end = offsetOf(text, finding.end);
  const own = text.slice(start, end);
  const insert = (at: number, written: string): Edit => ({ start: at, end: at, text: written });
  switch (finding.rule) {
    case "unwrap-in-production":
    case "expect-in-production": {
      const open = /^\w+\s*(?:::<[^()]*>\s*)?\(/u.exec(own);
      return open ? insert(start + open[0].length, `${failure}, `) : { start, end, text: failure };
    }
    case "panic-in-production":
    case "unfinished-code":
      return { start, end, text: own.endsWith("!") ? `${name}!` : name };
    case "undocumented-unsafe":
      return own.endsWith("{") ? insert(end, ` ${failure}; `) : insert(start, `#[${name}] `);
    case "suppression-without-reason": {
      const list = /\b(?:allow|expect)\s*\(/u.exec(own);
      if (list && (!own.startsWith("#") || own.includes("cfg_attr"))) return insert(start + list.index, `${name}, `);
      return insert(start, own.startsWith("#!") ? `#![${name}] ` : `#[${name}] `);
    }
    default: {
      const header = /(?:\b(?:pub(?:\s*\([^()]*\))?|default|const|async|unsafe|safe|extern(?:\s*"[^"]*")?|fn|struct|enum|union|trait|type|static|mut|mod|auto|macro_rules!)\s+)*$/u.exec(text.slice(0, start));
      return insert(header?.index ?? start, `#[${name}] `);
    }
  }
}

/**
 * Makes edits that do not overlap.
 *
 * @returns the new text, and where in it each edit's text is, in bytes
 */
export function applyEdits(text: string, edits: readonly (Edit & { readonly number: number })[]): { readonly text: string; readonly places: readonly Omit<Witness, "file">[] } {
  let changed = "";
  let at = 0;
  const places: Omit<Witness, "file">[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    changed += text.slice(at, edit.start);
    const start = Buffer.byteLength(changed);
    changed += edit.text;
    places.push({ number: edit.number, start, end: Buffer.byteLength(changed) });
    at = edit.end;
  }
  return { text: changed + text.slice(at), places };
}

function offsetOf(text: string, point: Point): number {
  let offset = 0;
  for (let line = 0; line < point.line; line++) offset = text.indexOf("\n", offset) + 1;
  return offset + point.character;
}
