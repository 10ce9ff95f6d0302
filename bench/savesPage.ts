/** The figures of saves as a part of the page. */
import type { SaveResult } from "./saves.js";

/** One bar of the results. */
export interface SaveBar {
  readonly what: string;
  readonly measured: number;
  readonly most: number;
  readonly unit: string;
}

/** Overhead over cargo by itself: at most 3 % and 50 ms. */
export function saveBars({ rows }: SaveResult): readonly SaveBar[] {
  return rows.flatMap(({ crate, ours, bare, keystrokes }) => [
    ...(["first", "last"] as const).map((which) => ({
      what: `save to ${which} finding in ${crate}, over cargo by itself (3 % + 50 ms)`,
      measured: ours[which] - bare[which], most: Math.round(bare[which] * 0.03 + 50), unit: " ms",
    })),
    { what: `typing in ${crate} while clippy runs, p95`, measured: keystrokes.p95, most: 8, unit: " ms" },
  ]);
}

/** Rows of the table, and the line below it. */
export function saveRows({ rows, many }: SaveResult, figure: (value: number) => string): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly below: string } {
  return {
    head: ["crate", "lines", "findings", "first", "first, cargo", "last", "last, cargo", "keystroke p95 meanwhile (n)"],
    rows: rows.map(({ crate, lines, findings, ours, bare, keystrokes }) => [
      crate, String(lines), String(findings), figure(ours.first), figure(bare.first), figure(ours.last), figure(bare.last), `${figure(keystrokes.p95)} (${keystrokes.count})`,
    ]),
    below: `Memory of the server with ${many.findings} findings of clippy: ${figure(many.after)} MB, ${figure(many.before)} MB before.`,
  };
}
