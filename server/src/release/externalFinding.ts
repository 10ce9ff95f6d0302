/**
 * Findings that a tool of the Rust toolchain reported, as plain data. Positions are what LSP uses by default: lines from 0,
 * columns in UTF-16 units from 0. They describe the file as the tool read it; `shiftFindings.ts` keeps them true while the
 * user types.
 */
import type { Severity } from "../protocol/index.js";

/** A place between two characters: line from 0, column in UTF-16 units from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open range. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A further place that explains a finding. */
export interface RelatedPlace {
  /** Absolute path. */
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** One replacement in the file of the finding. */
export interface ExternalEdit {
  readonly range: Range;
  /** Line breaks are `\n`, as rustc writes them; the host converts where the file has others. */
  readonly newText: string;
  /** What the tool read at `range`, line breaks as `\n`; absent where it did not show it. */
  readonly oldText?: string;
}

/**
 * How sure rustc is of a suggestion: it can be applied unseen; it may not mean what was meant; it has places to fill in;
 * nobody said.
 */
export type Applicability = "MachineApplicable" | "MaybeIncorrect" | "HasPlaceholders" | "Unspecified";

/** A suggestion of the compiler. All its edits belong together, are in the finding's file, ordered, and do not overlap. */
export interface ExternalFix {
  readonly title: string;
  /** rustc's own judgement: of several parts the most doubtful one's, of alternatives never `MachineApplicable`. */
  readonly applicability: Applicability;
  readonly edits: readonly ExternalEdit[];
}

/** The tool that a finding is from. */
export type ToolSource = "clippy" | "rustc" | "rustdoc" | "cargo";

/** One finding of cargo, rustc, rustdoc or clippy. */
export interface ExternalFinding {
  /** Absolute path. */
  readonly path: string;
  readonly range: Range;
  /** The lines that `range` touches as the tool read them, without line breaks; absent where it did not show them. */
  readonly lines?: readonly string[];
  /** The part of `lines` that `range` covers, line breaks as `\n`. */
  readonly excerpt?: string;
  /** The whole range where `range` was cut to the first line because it spans many lines. */
  readonly fullRange?: Range;
  readonly severity: Severity;
  readonly source: ToolSource;
  /** Lint name without its tool prefix (`unwrap_used`), error code (`E0308`); absent for syntax errors. */
  readonly code?: string;
  /** Page about the code. */
  readonly href?: string;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly tags: readonly ("unnecessary" | "deprecated")[];
  readonly fixes: readonly ExternalFix[];
  /** Cargo's package id. */
  readonly package: string;
  /** Targets that reported it, for example `lib demo` and `lib demo (test)` once each. */
  readonly targets: readonly string[];
  /** Run that reported it. */
  readonly generation: number;
  /** The tool's own text with its drawing of the source. */
  readonly rendered?: string;
}
