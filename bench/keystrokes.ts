/** Keystroke to published diagnostics, ours and ast-grep's, in turns on the same edits. */
import type { Subject } from "./corpus.js";
import { editKinds, episodes, type EditKind, type Episode } from "./edits.js";
import { LanguageServer, type ServerCommand } from "./languageServer.js";
import { percentile } from "./statistics.js";

/** Times of one kind of edit, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly worst: number;
}

/** One row of the report. */
export interface KeystrokeRow {
  readonly kind: EditKind;
  /** All edits. */
  readonly ours: Spread;
  /** Those edits that both servers got; `reference` is ast-grep's. */
  readonly oursShared: Spread;
  readonly reference: Spread;
}

export interface KeystrokeResult {
  readonly subject: Subject;
  readonly diagnostics: number;
  readonly referenceDiagnostics: number;
  readonly rows: readonly KeystrokeRow[];
}

/** How much is measured. */
export interface KeystrokeEffort {
  /** Episodes of each kind. */
  readonly count: number;
  /** ast-grep gets every n-th round of episodes only, because it takes so long. Odd, as rounds differ by parity. */
  readonly referenceEvery: number;
}

/** Rounds that are played before the measured ones, so that both programs are warm. */
const warmUpRounds = 3;

/**
 * Measures one file: p50, p95 and the worst of both servers for each kind of edit.
 *
 * @param reference the server that ours is compared with
 * @throws Error when a server does not answer
 */
export async function measureKeystrokes(subject: Subject, ours: ServerCommand, reference: ServerCommand, effort: KeystrokeEffort): Promise<KeystrokeResult> {
  const servers: LanguageServer[] = [];
  const start = async (command: ServerCommand): Promise<LanguageServer> => {
    const { server } = await LanguageServer.start(command, subject.workspace);
    servers.push(server);
    return server;
  };
  try {
    const our = await start(ours);
    const other = await start(reference);
    const { diagnostics } = await our.open(subject.path, subject.text);
    const { diagnostics: referenceDiagnostics } = await other.open(subject.path, subject.text);
    // A round is one episode of each kind; the measured rounds are other ones than those of the warm-up.
    for (const episode of episodes(subject.text, warmUpRounds, 1)) {
      await play(our, subject.path, episode);
      // ast-grep has no compiler to warm up; its short episodes will do.
      if (episode.length <= 6) await play(other, subject.path, episode);
    }
    const samples: { readonly kind: EditKind; readonly shared: boolean; readonly ours: number; readonly reference: number }[] = [];
    const written = episodes(subject.text, effort.count, 2);
    const perRound = written.length / effort.count;
    for (const [index, episode] of written.entries()) {
      const shared = Math.floor(index / perRound) % effort.referenceEvery === 0;
      const times = await play(our, subject.path, episode);
      const others = shared ? await play(other, subject.path, episode) : [];
      episode.forEach((edit, at) => samples.push({ kind: edit.kind, shared, ours: times[at] ?? 0, reference: others[at] ?? 0 }));
    }
    const rows = editKinds.map((kind): KeystrokeRow => {
      const all = samples.filter((sample) => sample.kind === kind);
      const shared = all.filter((sample) => sample.shared);
      return { kind, ours: spreadOf(all.map((sample) => sample.ours)), oursShared: spreadOf(shared.map((sample) => sample.ours)), reference: spreadOf(shared.map((sample) => sample.reference)) };
    });
    return { subject, diagnostics, referenceDiagnostics, rows };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function play(server: LanguageServer, path: string, episode: Episode): Promise<readonly number[]> {
  const times: number[] = [];
  for (const edit of episode) times.push(await server.edit(path, edit));
  return times;
}

function spreadOf(times: readonly number[]): Spread {
  return { count: times.length, p50: percentile(times, 0.5), p95: percentile(times, 0.95), worst: percentile(times, 1) };
}
