/** The corpus: sources of the crates that `corpus-manifest/Cargo.toml` pins, copied to where the tools are let loose on them. */
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { fetchedCrates } from "./registryCrates.js";

export interface Corpus {
  /** One folder for each crate, named `crate-version`. */
  readonly folder: string;
  readonly crates: readonly string[];
  readonly files: number;
  readonly lines: number;
}

/** A file that keystrokes are measured on, in a package of its own. */
export interface Subject {
  /** What it is, for the report. */
  readonly title: string;
  /** Folder of the package: the workspace folder of the measured session. */
  readonly workspace: string;
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

/** Hand-written files of the corpus; where more than one is named, each becomes an indented module of one large file. */
const subjects: readonly { readonly name: string; readonly parts: readonly string[] }[] = [
  { name: "small", parts: ["quinn-proto/src/token.rs"] },
  { name: "medium", parts: ["naga/src/back/msl/writer.rs"] },
  { name: "large", parts: ["sqlparser/src/parser/mod.rs", "openssl/src/ssl/mod.rs", "tokio/src/sync/once_cell.rs"] },
];

/** The corpus has to be at least this long, in lines of Rust. */
const leastLines = 500_000;

/**
 * Copies the crates' Rust sources and manifests.
 *
 * @param manifest path of the manifest that names the crates
 * @param folder an existing empty folder
 * @throws Error when cargo is missing, cannot fetch the crates, or they are shorter than the bench promises
 */
export function assembleCorpus(manifest: string, folder: string): Corpus {
  const crates: string[] = [];
  for (const found of fetchedCrates(manifest, true)) {
    const name = `${found.name}-${found.version}`;
    cpSync(found.folder, join(folder, name), { recursive: true, filter: (path) => isSource(path) });
    crates.push(name);
  }
  const files = rustFiles(folder);
  const lines = files.reduce((sum, path) => sum + lineCount(readFileSync(path, "utf8")), 0);
  if (lines < leastLines) throw new Error(`the corpus has ${lines} lines; ${leastLines} are wanted`);
  return { folder, crates: crates.sort(), files: files.length, lines };
}

/** Folders, Rust files and manifests; nothing hidden, because such files of cargo and git change what the tools look at. */
function isSource(path: string): boolean {
  const name = basename(path);
  if (name.startsWith(".")) return false;
  return name.endsWith(".rs") || name === "Cargo.toml" || statSync(path).isDirectory();
}

/** Paths of the Rust files below a folder, sorted. */
export function rustFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".rs"))
    .sort()
    .map((path) => join(folder, path));
}

/**
 * Writes the files for the keystrokes, each into a package of its own.
 *
 * @param corpus where their parts come from
 * @param folder an existing folder
 * @throws Error when a part is not in the corpus
 */
export function writeSubjects(corpus: Corpus, folder: string): readonly Subject[] {
  return subjects.map(({ name, parts }) => {
    const texts = parts.map((part) => readFileSync(partPath(corpus, part), "utf8"));
    const text = texts.length === 1 ? (texts[0] ?? "") : texts.map((part, index) => asModule(parts[index] ?? "", part)).join("\n");
    const workspace = join(folder, name);
    const path = join(workspace, "src", "lib.rs");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(join(workspace, "Cargo.toml"), `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n`);
    writeFileSync(path, text);
    return { title: parts.map((part) => `\`${part}\``).join(" + "), workspace, path, text, lines: lineCount(text) };
  });
}

function partPath(corpus: Corpus, part: string): string {
  const [crate = "", ...rest] = part.split("/");
  const folder = corpus.crates.find((name) => name.startsWith(`${crate}-`) && /^\d/u.test(name.slice(crate.length + 1)));
  if (folder === undefined) throw new Error(`the corpus has no crate ${crate}`);
  return [corpus.folder, folder, ...rest].join(sep);
}

function asModule(part: string, text: string): string {
  const name = part.replace(/\.rs$/u, "").replace(/\W+/gu, "_");
  return `mod ${name} {\n${text.replace(/^(?=.)/gmu, "    ")}\n}\n`;
}

function lineCount(text: string): number {
  return text.split("\n").length;
}
