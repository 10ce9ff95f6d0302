/** What each file says to its crate, kept until the file changes. */
import { DeclarationCache, outlineOf, summarize, type FileSummary } from "../engine/outline.js";
import { testFeatures } from "../engine/cfg.js";
import { SourceFile } from "../engine/sourceFile.js";

export class FileSummaries {
  private readonly summaries = new Map<string, FileSummary>();
  /** The test features each summary was made with. */
  private readonly features = new Map<string, string>();

  /** @param featuresOf the configured test features of a file */
  constructor(
    private readonly readText: (path: string) => string | undefined,
    private readonly featuresOf: (path: string) => readonly string[],
  ) {}

  /** The file's summary; it is read where none is kept. A file that cannot be read counts as empty. */
  of(path: string): FileSummary {
    const known = this.summaries.get(path);
    if (known) return known;
    const cache = new DeclarationCache();
    const file = SourceFile.of(this.readText(path) ?? "");
    const summary = summarize(outlineOf(file.segments, cache), file.segments, cache, testFeatures(this.featuresOf(path)));
    this.keep(path, summary);
    return summary;
  }

  /** The summary that is kept; undefined where there is none. */
  kept(path: string): FileSummary | undefined {
    return this.summaries.get(path);
  }

  keep(path: string, summary: FileSummary): void {
    this.summaries.set(path, summary);
    this.features.set(path, this.featuresOf(path).join());
  }

  forget(path: string): void {
    this.summaries.delete(path);
    this.features.delete(path);
  }

  /** Files whose summary was made with other test features than are configured now. */
  outdated(): readonly string[] {
    return [...this.features].filter(([path, features]) => this.featuresOf(path).join() !== features).map(([path]) => path);
  }
}
