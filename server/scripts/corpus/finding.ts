// What both sides have said, in one form.

/** A place in a text: line and UTF-16 unit in it, both from 0. */
export interface Point {
  readonly line: number;
  readonly character: number;
}

/** A finding of either side. */
export interface Finding {
  /** Our rule; on clippy's side, the rule that answers to its lint. */
  readonly rule: string;
  /** Path below the crate's folder, `/` separated. */
  readonly file: string;
  readonly start: Point;
  readonly end: Point;
  /** On clippy's side: the macro whose output is meant, where the place is in one. */
  readonly macro?: string;
}

/** @returns negative, zero or positive as `a` is before, at or behind `b` */
export function comparePoints(a: Point, b: Point): number {
  return a.line - b.line || a.character - b.character;
}
