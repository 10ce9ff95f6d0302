/**
 * `npm run bench`: measures, prints, writes `bench/RESULTS.md`. Needs cargo, git and the installed packages.
 *
 *   --only keystrokes,scans,saves,sessions  some parts; then nothing is written unless --out says where
 *   --quick                            few samples, for work on the bench itself; nothing is written either
 *   --out <file>                       where to write
 *   --built <folder>                   measure a copy of a packed project instead of packing this one
 *
 * Exit code 0 when every bar is met, 1 when one is not, 2 when something could not be measured.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { assembleCorpus, writeSubjects } from "./corpus.js";
import { measureKeystrokes, type KeystrokeResult } from "./keystrokes.js";
import { load, machine } from "./machine.js";
import { preparePrograms } from "./programs.js";
import { barLines, page, type Results } from "./results.js";
import { measureSaves } from "./saves.js";
import { measureScans } from "./scans.js";
import { measureEndurance, measureOpenFiles, measureStarts } from "./sessions.js";

const parts = ["keystrokes", "scans", "saves", "sessions"] as const;

/** Effort of a full and of a quick run. */
const efforts = {
  full: { keystrokes: { count: 24, referenceEvery: 5 }, scans: 3, saves: 9, starts: 9, edits: 100_000 },
  quick: { keystrokes: { count: 8, referenceEvery: 7 }, scans: 1, saves: 3, starts: 3, edits: 5_000 },
};

async function main(root: string, args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { only: { type: "string" }, quick: { type: "boolean" }, out: { type: "string" }, built: { type: "string" } } });
  const wanted = values.only?.split(",") ?? parts;
  const unknown = wanted.filter((name) => !parts.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`unknown part ${unknown.join(", ")}; there are ${parts.join(", ")}`);
  const whole = values.only === undefined && values.quick !== true;
  const effort = values.quick === true ? efforts.quick : efforts.full;
  const scratch = mkdtempSync(join(tmpdir(), "covenant-bench-"));
  const folder = (name: string): string => {
    mkdirSync(join(scratch, name));
    return join(scratch, name);
  };
  try {
    const before = load();
    say("packing");
    const programs = preparePrograms(root, folder("programs"), values.built);
    say("assembling the corpus");
    const corpus = assembleCorpus(join(root, "bench", "corpus-manifest", "Cargo.toml"), folder("corpus"));
    const subjects = writeSubjects(corpus, folder("subjects"));
    const [small] = subjects;
    if (!small) throw new Error("no file to measure keystrokes on");
    const servers = [programs.server, programs.astGrepServer];
    let keystrokes: KeystrokeResult[] | undefined;
    if (wanted.includes("keystrokes")) {
      keystrokes = [];
      for (const subject of subjects) {
        say(`keystrokes in ${subject.lines} lines`);
        keystrokes.push(await measureKeystrokes(subject, programs.server, programs.astGrepServer, effort.keystrokes));
      }
    }
    if (wanted.includes("scans")) say(`scans of ${corpus.lines} lines`);
    const scans = wanted.includes("scans") ? await measureScans(programs, corpus.folder, folder("scans"), effort.scans) : undefined;
    if (wanted.includes("saves")) say("saves");
    const saves = wanted.includes("saves") ? await measureSaves(programs.server, corpus, folder("saves"), effort.saves) : undefined;
    const sessions = wanted.includes("sessions");
    if (sessions) say("starts and memory");
    const starts = sessions ? await measureStarts(servers, small, effort.starts) : undefined;
    const open = sessions ? [await measureOpenFiles(programs.server, corpus, 100), await measureOpenFiles(programs.astGrepServer, corpus, 100)] : undefined;
    if (sessions) say(`${effort.edits} edits`);
    const endurance = sessions ? await measureEndurance(programs.server, small, effort.edits) : undefined;
    const results: Results = { machine: machine(), loads: [before, load()], date: new Date().toISOString().slice(0, 10), commit: commitOf(root), programs, corpus, keystrokes, scans, saves, starts, open, endurance };
    const text = page(results);
    console.log(text);
    const out = values.out ?? (whole ? join(root, "bench", "RESULTS.md") : undefined);
    if (out !== undefined) writeFileSync(out, text);
    const lines = barLines(results);
    for (const line of lines) say(line);
    return lines.some((line) => line.startsWith("NOT")) ? 1 : 0;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The commit that is measured, marked where files differ from it. */
function commitOf(root: string): string {
  const git = (...args: readonly string[]): string => execFileSync("git", [...args], { cwd: root, encoding: "utf8" }).trim();
  return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", "server", "client") === "" ? "" : " with changes"}`;
}

function say(line: string): void {
  console.error(line);
}

// Compiled to `out/bench`, two folders below the project's.
main(fileURLToPath(new URL("../../", import.meta.url)), process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? `bench: ${error.message}` : String(error));
    process.exitCode = 2;
  },
);
