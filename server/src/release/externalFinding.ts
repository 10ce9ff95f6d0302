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
}

/** A suggestion of the compiler. All its edits belong together, are in the finding's file, ordered, and do not overlap. */
export interface ExternalFix {
  readonly title: string;
  /** rustc's own judgement; only these two are ever offered (specification 3.7.3). */
  readonly applicability: "MachineApplicable" | "MaybeIncorrect";
  readonly edits: readonly ExternalEdit[];
}

/** One finding of cargo, rustc, rustdoc or clippy. */
export interface ExternalFinding {
  /** Absolute path. */
  readonly path: string;
  readonly range: Range;
  /** The whole range where `range` was cut to the first line because it spans many lines. */
  readonly fullRange?: Range;
  readonly severity: Severity;
  readonly source: "clippy" | "rustc" | "rustdoc" | "cargo";
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
