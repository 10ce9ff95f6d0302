/** From a save to clippy's findings, against the same command of cargo's by itself. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Corpus } from "./corpus.js";
import type { Edit } from "./edits.js";
import { LanguageServer, type ServerCommand } from "./languageServer.js";
import { residentMegabytes } from "./machine.js";
import { median, percentile } from "./statistics.js";

/** Crates with few dependencies, from small to large. */
export const savedCrates: readonly string[] = ["nom", "itertools", "sqlparser"];

/** Milliseconds, medians. */
export interface SaveTimes {
  readonly first: number;
  readonly last: number;
}

/** One crate. */
export interface SaveRow {
  readonly crate: string;
  readonly lines: number;
  readonly findings: number;
  readonly ours: SaveTimes;
  readonly bare: SaveTimes;
  /** Edits that were answered while clippy ran, and how fast at the 95th of a hundred. */
  readonly keystrokes: { readonly count: number; readonly p95: number };
}

export interface SaveResult {
  readonly rows: readonly SaveRow[];
  /** Memory of the server with a crate open that has so many findings of clippy, and before clippy ran; MB. */
  readonly many: { readonly findings: number; readonly before: number; readonly after: number };
}

/** What an editor that trusts the workspace sends. */
const options = { trusted: true, settings: { clippyOnSave: "own" } };

/**
 * Saves a changed file and runs cargo by hand in turns, on the same build folder.
 * @param folder an existing empty folder
 * @param rounds saves, and runs by hand, for each crate
 */
export async function measureSaves(command: ServerCommand, corpus: Corpus, folder: string, rounds: number, crates = savedCrates): Promise<SaveResult> {
  const rows: SaveRow[] = [];
  for (const crate of crates) rows.push(await measureCrate(command, copyCrate(corpus, crate, folder), crate, rounds));
  return { rows, many: await measureMany(command, join(folder, "many"), 5000) };
}

async function measureCrate(command: ServerCommand, root: string, crate: string, rounds: number): Promise<SaveRow> {
  const path = join(root, "src", "lib.rs");
  const text = readFileSync(path, "utf8");
  const { server } = await LanguageServer.start(command, root, options);
  try {
    const session = new Session(server);
    await server.open(path, text);
    const marked = (name: string): string => `${text}\nfn ${name}() { let ${name} = 0; }\n`;
    let opened = text;
    const put = async (next: string): Promise<void> => {
      // The editor's text and the file change together, as at a save.
      writeFileSync(path, next);
      await server.edit(path, tailEdit(opened, next));
      opened = next;
    };
    // The first checks fill the build folder and tell how many targets there are.
    for (const name of ["warm_a", "warm_b"]) {
      await put(marked(name));
      await session.saved(path, name);
    }
    const ours: SaveTimes[] = [];
    const bare: SaveTimes[] = [];
    const keys: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const name = `by_save_${round}`;
      await put(marked(name));
      ours.push(await session.saved(path, name));
      writeFileSync(path, marked(`by_hand_${round}`));
      bare.push(await runBare(session.command(), root));
    }
    // Apart from the timed rounds, because it keeps the processors busy. Typed in a function of its own, so that the edits
    // leave the finding alone that tells the end.
    await put(`${marked("typed")}\nfn typing() {\n    \n}\n`);
    const done = session.saved(path, "typed");
    let running = true;
    const end = done.then(() => { running = false; });
    const line = opened.split("\n").length - 3;
    while (running) {
      keys.push(await server.edit(path, { kind: "typing", line, from: 4, toLine: line, to: 4, text: "a" }));
    }
    await end;
    return {
      crate, lines: countLines(root), findings: session.findings, ours: medians(ours), bare: medians(bare),
      keystrokes: { count: keys.length, p95: keys.length === 0 ? Number.NaN : percentile(keys, 0.95) },
    };
  } finally {
    await server.stop();
  }
}

/** Watches what the server publishes and how clippy stands. */
class Session {
  findings = 0;
  private readonly perFile = new Map<string, number>();
  private detail = "";
  private waits: { readonly marker: string; readonly started: number; ran: boolean; first: number | undefined; readonly done: (times: SaveTimes) => void; readonly failed: (error: Error) => void } | undefined;

  constructor(private readonly server: LanguageServer) {
    server.onPublished = ({ uri, diagnostics }) => {
      const own = diagnostics.filter((one) => one.source === "clippy" || one.source === "rustc");
      this.perFile.set(uri, own.length);
      if (this.waits && own.some((one) => one.message.includes(this.waits?.marker ?? ""))) this.waits.first ??= performance.now() - this.waits.started;
    };
    server.listen("covenant/status", (status) => {
      const { clippy, clippyDetail } = status as { readonly clippy: string; readonly clippyDetail?: string };
      if (!this.waits) return;
      this.waits.ran ||= clippy === "running";
      // Told before the check began: of the one before.
      if (clippy === "running" || !this.waits.ran) return;
      const { first, started, done, failed } = this.waits;
      this.waits = undefined;
      this.detail = clippyDetail ?? "";
      if (first === undefined) failed(new Error(`clippy did not report what was put there: ${clippy}, ${this.detail}`));
      else {
        this.findings = [...this.perFile.values()].reduce((sum, count) => sum + count, 0);
        done({ first, last: performance.now() - started });
      }
    });
  }

  /** Saves and waits until the finding with `marker` was published and the check has ended. */
  async saved(path: string, marker: string): Promise<SaveTimes> {
    return new Promise((resolve, reject) => {
      this.waits = { marker, started: performance.now(), ran: false, first: undefined, done: resolve, failed: reject };
      this.server.save(path).catch(reject);
    });
  }

  /** The command line of the last check. */
  command(): readonly string[] {
    const [, command] = / s(?: \([^)]*\))?: (cargo .*)$/u.exec(this.detail) ?? [];
    if (command === undefined) throw new Error(`the server does not say which command it ran: ${this.detail}`);
    return command.split(" ");
  }
}

/** Runs a command of cargo's; to its first message and to its end. */
async function runBare(command: readonly string[], cwd: string): Promise<SaveTimes> {
  const started = performance.now();
  const [program = "cargo", ...words] = command;
  const child = spawn(program, words, { cwd, stdio: ["ignore", "pipe", "ignore"] });
  let first: number | undefined;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    if (line.startsWith('{"reason":"compiler-message"')) first ??= performance.now() - started;
  });
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (first === undefined) throw new Error(`\`${command.join(" ")}\` said nothing (exit code ${code ?? "none"})`);
  return { first, last: performance.now() - started };
}

/** A crate with so many findings in fifty files: what the server holds. */
async function measureMany(command: ServerCommand, root: string, findings: number): Promise<SaveResult["many"]> {
  const files = 50;
  const modules = Array.from({ length: files }, (_, file) => {
    const functions = Array.from({ length: findings / files }, (_, at) => `/// Gives.\npub fn give_${at}() -> u8 {\n    ${at % 250}\n}\n`);
    return { name: `part_${file}`, text: `//! Part ${file}.\n\n${functions.join("\n")}` };
  });
  mkdirSync(join(root, "src"), { recursive: true });
  writeFileSync(join(root, "Cargo.toml"), '[package]\nname = "many"\nversion = "0.1.0"\nedition = "2021"\n\n[workspace]\n');
  for (const { name, text } of modules) writeFileSync(join(root, "src", `${name}.rs`), text);
  const path = join(root, "src", "lib.rs");
  const text = `//! Many.\n\n${modules.map(({ name }) => `pub mod ${name};`).join("\n")}\nfn marker() { let marker = 0; }\n`;
  writeFileSync(path, text);
  const { server } = await LanguageServer.start(command, root, options);
  try {
    const session = new Session(server);
    await server.open(path, text);
    const before = residentMegabytes(server.pid);
    await session.saved(path, "marker");
    return { findings: session.findings, before, after: residentMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}

/** Copies a crate's library into a workspace of its own, without what only its tests need. */
function copyCrate(corpus: Corpus, crate: string, folder: string): string {
  const found = corpus.crates.find((name) => name.startsWith(`${crate}-`) && /^\d/u.test(name.slice(crate.length + 1)));
  if (found === undefined) throw new Error(`the corpus has no crate ${crate}`);
  const root = join(folder, crate);
  cpSync(join(corpus.folder, found, "src"), join(root, "src"), { recursive: true });
  const manifest = readFileSync(join(corpus.folder, found, "Cargo.toml"), "utf8");
  // Published manifests are written by cargo: one table after the other.
  const kept = manifest.split(/^(?=\[)/mu).filter((table) => !/^\[{1,2}(?:bench|test|example|.*dev-dependencies)/u.test(table));
  writeFileSync(join(root, "Cargo.toml"), `${kept.join("")}\n[workspace]\n`);
  return root;
}

/** The edit from one text to another that differs in its last lines only. */
function tailEdit(before: string, after: string): Edit {
  const [old, next] = [before.split("\n"), after.split("\n")];
  let line = 0;
  while (line < Math.min(old.length, next.length) - 1 && old[line] === next[line]) line += 1;
  return { kind: "item", line, from: 0, toLine: old.length - 1, to: (old.at(-1) ?? "").length, text: next.slice(line).join("\n") };
}

function medians(times: readonly SaveTimes[]): SaveTimes {
  return { first: median(times.map((one) => one.first)), last: median(times.map((one) => one.last)) };
}

function countLines(root: string): number {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".rs"))
    .reduce((sum, name) => sum + readFileSync(join(root, "src", name), "utf8").split("\n").length, 0);
}
