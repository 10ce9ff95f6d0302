// What the comparison comes to. Pure.
import type { Comparison } from "./compare.js";
import { countsAgainst, type Judged, type Side } from "./verdicts.js";

/** The comparison of one crate. */
export interface CrateResult {
  readonly crate: string;
  readonly comparison: Comparison;
  /** Our findings in code that rustc did not compile: nobody can compare them. */
  readonly notCompiled: readonly { readonly rule: string }[];
}

/** Counts of one rule, or of all. */
export interface Figures {
  readonly agreed: number;
  readonly onlyOurs: number;
  readonly onlyClippy: number;
  /** Of `onlyOurs`, those that count against us. */
  readonly wrong: number;
  /** Of `onlyClippy`, those that count against us. */
  readonly missed: number;
  readonly notCompiled: number;
}

/** Bars of the shares after classification. */
export const bars = { precision: 0.98, recall: 0.95 } as const;

/** Figures of the named rules over all crates. */
export function figuresOf(results: readonly CrateResult[], judged: Judged, isCounted: (rule: string) => boolean): Figures {
  const count = (side: Side, own: (crate: CrateResult) => readonly { readonly rule: string }[]): { all: number; against: number } => {
    const all = results.flatMap(own).filter(({ rule }) => isCounted(rule)).length;
    const forgiven = judged.known.filter(({ disagreement, verdict }) => disagreement.side === side && isCounted(disagreement.finding.rule) && !countsAgainst(verdict)).length;
    return { all, against: all - forgiven };
  };
  const ours = count("ours", ({ comparison }) => comparison.onlyOurs);
  const clippy = count("clippy", ({ comparison }) => comparison.onlyTheirs);
  return {
    agreed: results.flatMap(({ comparison }) => comparison.agreed).filter((pair) => isCounted(pair.ours.rule)).length,
    onlyOurs: ours.all,
    onlyClippy: clippy.all,
    wrong: ours.against,
    missed: clippy.against,
    notCompiled: results.flatMap(({ notCompiled }) => notCompiled).filter(({ rule }) => isCounted(rule)).length,
  };
}

/** Share of our findings that clippy confirms. */
export function rawPrecision({ agreed, onlyOurs }: Figures): number {
  return share(agreed, agreed + onlyOurs);
}

/** Share of clippy's findings that we have. */
export function rawRecall({ agreed, onlyClippy }: Figures): number {
  return share(agreed, agreed + onlyClippy);
}

/** Share of our findings that are right, by clippy or by the table. */
export function precision({ agreed, onlyOurs, wrong }: Figures): number {
  return share(agreed + onlyOurs - wrong, agreed + onlyOurs);
}

/** Share of what clippy finds in the syntax, and rightly, that we have. */
export function recall({ agreed, missed }: Figures): number {
  return share(agreed, agreed + missed);
}

/** One where there is nothing that could be wrong. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
