/** What the unsafe functions of a file ask of their callers, as their own `# Safety` sections say it. */
import { section } from "./docs.js";
import type { DeclarationCache, Outline } from "./outline.js";
import type { Segment } from "./segment.js";
import { isUnsafeFn } from "./bodyUses.js";
import { triviaBetween } from "./trivia.js";

/** The contract of an unsafe function. */
export interface SafetyContract {
  /** Last segment of the type or trait whose function it is; empty for a free function. */
  readonly owner: string;
  readonly name: string;
  /** Conditions in the words of the documentation, each on one line and without a final full stop. */
  readonly conditions: readonly string[];
}

const most = 6;
const longest = 140;

/** The contracts of a file's unsafe functions that state any. */
export function safetyContracts(outline: Outline, cache: DeclarationCache): readonly SafetyContract[] {
  const found: SafetyContract[] = [];
  for (const scope of outline.scopes.values()) {
    for (const { name, keyword, owner, segment } of scope.items) {
      if (keyword !== "fn" || segment.head === 0) continue;
      const conditions = cache.of("safety contract", segment, conditionsOf);
      if (conditions.length > 0) found.push({ owner, name, conditions });
    }
  }
  return found;
}

const nothing: readonly string[] = [];

function conditionsOf(segment: Segment): readonly string[] {
  const leading = segment.text.slice(0, segment.head);
  if (!/safety/i.test(leading) || !isUnsafeFn(segment)) return nothing;
  const lines = triviaBetween(leading, 0, leading.length).flatMap((trivia) => (trivia.doc && !trivia.inner ? plainLines(leading.slice(trivia.start, trivia.end)) : []));
  const { found, body } = section(lines.join("\n"), "safety");
  return found ? conditionsIn(body) : nothing;
}

function plainLines(comment: string): readonly string[] {
  if (comment.startsWith("///")) return [comment.slice(3).replace(/^ /, "").trimEnd()];
  return comment.replace(/^\/\*\*+|\*+\/$/g, "").split("\n").map((line) => line.replace(/^\s*\*? ?/, "").trimEnd());
}

/** The items of the section's list, or where it has none, its sentences. */
function conditionsIn(body: string): readonly string[] {
  const text = body.split(/^ {0,3}(?:```|~~~)/m)[0] ?? "";
  const items = text.split(/^ {0,3}(?:[-*+]|\d+[.)]) +/m).slice(1);
  // What follows a list after an empty line is no part of its last item.
  const parts = items.length > 0 ? items.map((item) => item.split(/\n\s*\n(?! )/)[0] ?? "") : (text.split(/\n\s*\n/)[0] ?? "").split(/(?<=[a-z`)]\.)\s+(?=[A-Z`])/);
  return parts.map(shortened).filter((part) => part !== "" && !/^(?:todo|fixme|tbd|xxx)\b/i.test(part)).slice(0, most);
}

function shortened(text: string): string {
  const line = text
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])?/g, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.;,]$/, "");
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}
