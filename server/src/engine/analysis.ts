/** What an analysis of a file gives. */
import { inSourceOrder, type FileFindings } from "./applyWaivers.js";
import type { Finding, StatedWaiver, WaivedFinding } from "./finding.js";
import type { RuleProblem } from "./judge.js";

/** The outcome of one analysis. */
export class Analysis {
  private sorted: readonly Finding[] | undefined;

  constructor(
    /** The findings segment by segment. */
    readonly open: FileFindings,
    readonly problems: readonly RuleProblem[],
    /** The text has syntax errors somewhere. */
    readonly broken: boolean,
    /** Segments that had to be judged anew. */
    readonly judged: number,
  ) {}

  /** All open findings in source order with offsets in the file; made when first asked for, since a keystroke needs only what changed. */
  get findings(): readonly Finding[] {
    this.sorted ??= inSourceOrder(this.open);
    return this.sorted;
  }

  /** Findings that a waiver covers. */
  get waived(): readonly WaivedFinding[] {
    return this.open.waived;
  }

  /** Every waiver comment of the file with what it does. */
  get waivers(): readonly StatedWaiver[] {
    return this.open.waivers;
  }
}
