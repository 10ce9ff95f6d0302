/** What is known about the items of one package, and how it is shown. */
import { pathToFileURL } from "node:url";
import type { ChecklistItem, ItemState, PackageChecklist } from "../protocol/index.js";
import type { EvidenceRecord } from "../release/evidence.js";
import type { ItemDeclaration, Verdict } from "../release/item.js";
import type { FoundPackage } from "./packages.js";

/** What is known about one item of one package; replaced whole, never changed in place. */
export interface Entry {
  readonly state: ItemState;
  readonly summary: string;
  readonly install?: string;
  readonly record?: EvidenceRecord;
}

/** One package with its items by id. */
export interface Row {
  readonly found: FoundPackage;
  readonly entries: Map<string, Entry>;
}

/** URI of the package's manifest: its name in the protocol. */
export function manifestUri(found: FoundPackage): string {
  return pathToFileURL(found.state === "known" ? found.package.manifestPath : found.manifestPath).href;
}

/** A row as clients show it. */
export function renderRow(row: Row, items: readonly ItemDeclaration[], trusted: boolean): PackageChecklist {
  const { found } = row;
  const names = found.state === "known" ? found.package : found;
  return {
    name: names.name,
    version: names.version,
    manifest: manifestUri(found),
    items: items.map((item): ChecklistItem => {
      const entry: Entry = row.entries.get(item.id) ?? { state: "never-run", summary: "not proved yet" };
      // The tool's command says more than the last of the programs that it built.
      const runs = entry.record?.runs ?? [];
      const command = (runs.findLast((run) => run.argv[0] === "cargo") ?? runs.at(-1))?.argv.join(" ");
      return {
        id: item.id,
        title: item.title,
        state: entry.state,
        summary: entry.summary,
        ...(command === undefined ? {} : { command }),
        ...(entry.record === undefined ? {} : { time: entry.record.startedAt, durationMs: entry.record.durationMs }),
        ...(entry.install === undefined ? {} : { install: entry.install }),
        runnable: trusted && found.state === "known",
      };
    }),
  };
}

/** What of an entry stays while its item runs: the last evidence can still be read. */
export function kept(entry: Entry | undefined): { readonly record?: EvidenceRecord } {
  return entry?.record === undefined ? {} : { record: entry.record };
}

/** Cancelling leaves the evidence as it was (specification 1.1). */
export function afterCancel(old: Entry | undefined): Entry {
  return old?.record === undefined ? { state: "cancelled", summary: "cancelled before it was proved" } : old;
}

/** The entry of a verdict that is no evidence: a tool is missing, or nothing was judged. */
export function withoutRecord(verdict: Verdict): Entry {
  return { state: verdict.state, summary: verdict.summary, ...(verdict.install === undefined ? {} : { install: verdict.install }) };
}
