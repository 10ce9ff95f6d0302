/**
 * What the files of a package say about their crate, kept between runs. A check of a few new lines judges a few files and only
 * wants to know what the others contribute: with this it need not read them.
 */
import type { FileSummary } from "../engine/outline.js";
import { sameStamp, type CacheStore, type FileStamp } from "../node/cacheStore.js";

/** The summary of one content of a file. */
export interface KeptSummary {
  /** Absent where the content is not the disk's, or the file changed too shortly before. */
  readonly stamp?: FileStamp;
  readonly digest: string;
  /** The features that make code test code: they are read into the summary. */
  readonly features: string;
  readonly summary: FileSummary;
}

/** By name in the package. */
export type KeptPackage = Readonly<Record<string, KeptSummary>>;

/** A summary that holds now. */
export interface KnownSummary {
  readonly digest: string;
  readonly summary: FileSummary;
}

export class KeptSummaries {
  private readonly packages: Map<string, Record<string, KeptSummary>>;
  private isChanged = false;

  constructor(private readonly store: CacheStore<KeptPackage>) {
    this.packages = new Map([...store.read()].map(([folder, files]) => [folder, { ...files }]));
  }

  /**
   * What is kept of a file, if its content is the same.
   * @param folder key of the package
   * @param stamp the file's, if it can be trusted
   * @param digest reads the file; asked only where the stamp does not tell
   */
  known(folder: string, name: string, stamp: FileStamp | undefined, features: string, digest: () => string | undefined): KnownSummary | undefined {
    const kept = this.packages.get(folder)?.[name];
    if (kept?.features !== features) return undefined;
    if (sameStamp(kept.stamp, stamp)) return kept;
    if (digest() !== kept.digest) return undefined;
    // The next run need not read it.
    if (stamp) this.put(folder, name, { ...kept, stamp });
    return kept;
  }

  /** Keeps a summary. */
  put(folder: string, name: string, kept: KeptSummary): void {
    const files = this.packages.get(folder) ?? {};
    const before = files[name];
    if (before?.digest === kept.digest && before.features === kept.features && (!kept.stamp || sameStamp(before.stamp, kept.stamp))) return;
    files[name] = kept;
    this.packages.set(folder, files);
    this.isChanged = true;
  }

  /** Forgets the files of a package that are no more. */
  keepOnly(folder: string, names: ReadonlySet<string>): void {
    const files = this.packages.get(folder);
    if (files) this.packages.set(folder, Object.fromEntries(Object.entries(files).filter(([name]) => names.has(name))));
  }

  /** Writes the cache if anything is new; one that cannot be written is no error. */
  write(): void {
    if (this.isChanged) this.store.write(this.packages);
  }
}
