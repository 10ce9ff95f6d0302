/** Start and memory of the language server. */
import { readFileSync } from "node:fs";
import { type Corpus, rustFiles, type Subject } from "./corpus.js";
import { episodes } from "./edits.js";
import { LanguageServer, type ServerCommand } from "./languageServer.js";
import { residentMegabytes } from "./machine.js";
import { median } from "./statistics.js";

/** From before the process is started, in milliseconds; medians. */
export interface StartResult {
  readonly initialized: number;
  readonly firstDiagnostics: number;
}

/** Starts each server `rounds` times in turns and opens one file. */
export async function measureStarts(commands: readonly ServerCommand[], subject: Subject, rounds: number): Promise<readonly StartResult[]> {
  const times = commands.map(() => ({ initialized: [] as number[], firstDiagnostics: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, command] of commands.entries()) {
      const { server, milliseconds } = await LanguageServer.start(command, subject.workspace);
      try {
        const opened = await server.open(subject.path, subject.text);
        times[index]?.initialized.push(milliseconds);
        times[index]?.firstDiagnostics.push(milliseconds + opened.milliseconds);
      } finally {
        await server.stop();
      }
    }
  }
  return times.map(({ initialized, firstDiagnostics }) => ({ initialized: median(initialized), firstDiagnostics: median(firstDiagnostics) }));
}

export interface OpenResult {
  readonly files: number;
  readonly lines: number;
  readonly megabytes: number;
}

/** Opens files spread over the whole corpus and says what the server holds then. */
export async function measureOpenFiles(command: ServerCommand, corpus: Corpus, count: number): Promise<OpenResult> {
  const all = rustFiles(corpus.folder);
  const paths = Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] ?? "");
  const { server } = await LanguageServer.start(command, corpus.folder);
  try {
    let lines = 0;
    for (const path of paths) {
      const text = readFileSync(path, "utf8");
      lines += text.split("\n").length;
      await server.open(path, text);
    }
    return { files: count, lines, megabytes: residentMegabytes(server.pid) };
  } finally {
    await server.stop();
  }
}

export interface EnduranceResult {
  readonly edits: number;
  /** Memory after each tenth of the edits. */
  readonly megabytes: readonly number[];
  /** Parse trees that were not freed, at the end, with the document still open. */
  readonly liveTrees: number;
}

/** Plays edits of all kinds, each awaited, until there were `edits` of them. */
export async function measureEndurance(command: ServerCommand, subject: Subject, edits: number): Promise<EnduranceResult> {
  const { server } = await LanguageServer.start(command, subject.workspace);
  try {
    await server.open(subject.path, subject.text);
    const megabytes: number[] = [];
    let done = 0;
    for (let seed = 1; done < edits; seed += 1) {
      for (const episode of episodes(subject.text, 8, seed)) {
        for (const edit of episode) await server.edit(subject.path, edit);
        done += episode.length;
        while (megabytes.length < 10 && done >= ((megabytes.length + 1) * edits) / 10) megabytes.push(residentMegabytes(server.pid));
      }
    }
    const report = (await server.request("covenant/report")) as { readonly markdown: string };
    const trees = /parse trees alive: (\d+)/u.exec(report.markdown)?.[1];
    if (trees === undefined) throw new Error("the server's report does not say how many parse trees are alive");
    return { edits: done, megabytes, liveTrees: Number(trees) };
  } finally {
    await server.stop();
  }
}
