// The rules that are held against clippy and rustc, and how a finding of one is recognised as a finding of the other.
import { rules } from "../../src/rules/index.generated.js";

/**
 * Where a rule's finding and its lint's finding about the same thing meet:
 * `end` both end there (the lint marks the receiver too), `start` both start there, `inside` ours lies in the lint's span
 * (a name in the header of its item), `overlap` they share text (attributes, alone or in a list).
 */
export type Meeting = "end" | "start" | "inside" | "overlap";

const meetings: ReadonlyMap<string, Meeting> = new Map<string, Meeting>([
  ["unwrap-in-production", "end"],
  ["expect-in-production", "end"],
  ["panic-in-production", "start"],
  ["unfinished-code", "start"],
  ["undocumented-unsafe", "start"],
  ["missing-safety-doc", "inside"],
  ["missing-errors-doc", "inside"],
  ["missing-panics-doc", "inside"],
  ["missing-docs", "inside"],
  ["suppression-without-reason", "overlap"],
]);

/** A rule and the lints it answers to. */
export interface Twin {
  readonly rule: string;
  readonly lints: readonly string[];
  readonly meeting: Meeting;
}

/** The compared rules in the order of the catalogue; their lints are those of their declarations. */
export const twins: readonly Twin[] = rules.flatMap(({ id, lints }) => {
  const meeting = meetings.get(id);
  return meeting === undefined ? [] : [{ rule: id, lints, meeting }];
});
