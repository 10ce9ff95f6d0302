/** What the messages about fixes of a whole rule and about waivers carry (`covenant/fixRule`, `covenant/waivers`). Plain data. */

/** Where all findings of a rule shall be mended: in the package of a file, or in all folders. */
export type FixScope = "package" | "workspace";

/** A place in a text: lines and characters (UTF-16 units) from 0. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What is accepted or refused as a whole: one fix, or several that reach into each other, as one replacement. */
export interface RuleFix {
  readonly title: string;
  /** It keeps the meaning and compiles by what the syntax shows; any other is to be judged by the user. */
  readonly safe: boolean;
  /** Number of fixes in it. */
  readonly fixes: number;
  readonly range: TextRange;
  readonly newText: string;
  /** What stands there now; the replacement is for no other text. */
  readonly oldText: string;
}

/** Fixes of one file that touch each other nowhere. */
export interface FileFixes {
  readonly uri: string;
  /** Version of the open document they are for; absent for a file on the disk. */
  readonly version?: number;
  readonly fixes: readonly RuleFix[];
}

/** What can be mended of a rule. */
export interface RuleFixes {
  readonly files: readonly FileFixes[];
  /** Findings without a fix that can be applied as it is, or whose fix touches another one. */
  readonly left: number;
}

/** A waiver comment as the list of waivers shows it. */
export interface ListedWaiver {
  readonly uri: string;
  /** Of the comment. */
  readonly range: TextRange;
  readonly rules: readonly string[];
  /** Empty when there is none. */
  readonly reason: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly issue?: string;
  /** What it does: covers findings, covers none, has run out, or cannot be understood. */
  readonly effect: "used" | "unused" | "expired" | "invalid";
}
