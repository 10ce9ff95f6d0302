/** The baseline files in force: for each Rust file the nearest one above it, and no other. Command line and server ask the same. */
import { baselineName, parseBaseline, type BaselineEntry, type BaselineProblem } from "../project/baseline.js";
import { folderOf, joinPath, pathBelow, type FileReader } from "./workspaceFiles.js";

/** A baseline file that was read. */
export interface PlacedBaseline {
  /** Absolute path of the file. */
  readonly path: string;
  /** Its folder, from which its entries count. */
  readonly folder: string;
  /** What was read, without a byte-order mark; undefined when it is no text. */
  readonly text: string | undefined;
  /** Its entries by file, relative to the folder; those of its last good text while it has problems. */
  readonly byFile: ReadonlyMap<string, readonly BaselineEntry[]>;
}

/** A baseline and what it says about one file. */
export interface FileBaseline {
  readonly baseline: PlacedBaseline;
  /** The file relative to the folder of the baseline. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/** Finds and reads baseline files, each once until told of a change. */
export class BaselineIndex {
  private readonly nearest = new Map<string, PlacedBaseline | undefined>();
  private readonly found = new Map<string, readonly BaselineProblem[]>();
  /** Entries of the last text without problems, by path: a merge that is under way shall not show every old finding. */
  private readonly good = new Map<string, PlacedBaseline["byFile"]>();

  constructor(private readonly reader: FileReader) {}

  /** The baseline of a folder's files; undefined where there is none in it or above it. */
  ofFolder(folder: string): PlacedBaseline | undefined {
    if (this.nearest.has(folder)) return this.nearest.get(folder);
    const above = folderOf(folder);
    const own = this.read(folder) ?? (above === folder ? undefined : this.ofFolder(above));
    this.nearest.set(folder, own);
    return own;
  }

  /** What the nearest baseline above a file says about it; undefined where there is none. */
  ofFile(path: string): FileBaseline | undefined {
    const baseline = this.ofFolder(folderOf(path));
    const file = baseline && pathBelow(baseline.folder, path);
    return baseline && file !== undefined ? { baseline, file, entries: baseline.byFile.get(file) ?? [] } : undefined;
  }

  /** Problems of the files read so far, by path; lines from 0. */
  get problems(): ReadonlyMap<string, readonly BaselineProblem[]> {
    return this.found;
  }

  /** Forgets what was read: a baseline changed, appeared or went away. */
  changed(): void {
    this.nearest.clear();
    this.found.clear();
  }

  private read(folder: string): PlacedBaseline | undefined {
    const path = joinPath(folder, baselineName);
    const text = this.reader.readText(path);
    if (text === undefined) {
      if (!this.reader.exists(path)) {
        this.good.delete(path);
        return undefined;
      }
      // One that exists and cannot be read must not silently count as absent.
      this.found.set(path, [{ line: 0, message: "this file cannot be read as UTF-8 text" }]);
    }
    const { entries, problems } = text === undefined ? {} : parseBaseline(text);
    if (problems) this.found.set(path, problems);
    if (entries) this.good.set(path, byFileOf(entries));
    return { path, folder, text, byFile: this.good.get(path) ?? new Map() };
  }
}

function byFileOf(entries: readonly BaselineEntry[]): PlacedBaseline["byFile"] {
  const byFile = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const own = byFile.get(entry.file);
    if (own) own.push(entry);
    else byFile.set(entry.file, [entry]);
  }
  return byFile;
}
