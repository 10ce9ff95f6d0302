/** Asks the semantic layer about places in a text, as a rule would. */
import assert from "node:assert/strict";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import type { Code } from "../server/src/engine/code.js";
import { loneFile, type RoleFacts } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Node, Syntax } from "../server/src/engine/syntax.js";
import { configOf } from "./ruleHarness.js";

export const library: RoleFacts = { ...loneFile, target: "library" };

/** Kinds of nodes that code of a segment is looked up by; macro inputs are opened on the way. */
const everything = ["identifier", "call_expression", "macro_invocation"] as const;

/** Looks at the segment that holds the n-th occurrence of a text (from 0), at the smallest node there. */
export function at<T>(syntax: Syntax, text: string, find: string, ask: (code: Code, node: Node) => T, options: { readonly role?: RoleFacts; readonly occurrence?: number } = {}): T {
  let offset = text.indexOf(find);
  for (let count = 0; count < (options.occurrence ?? 0); count++) offset = text.indexOf(find, offset + 1);
  assert.ok(offset >= 0, `no ${find}`);
  const file = SourceFile.of(text);
  const index = file.segmentAt(offset);
  const analyzer = new FileAnalyzer(syntax, []);
  const within = offset - (file.starts[index] ?? 0);
  let answer: { readonly value: T } | undefined;
  analyzer.withCode({ file, role: options.role ?? library, config: configOf([]), crate: undefined }, index, (code) => {
    const found = code.findAll(everything, () => true).filter((node) => code.inMacro(node) && code.start(node) === within);
    const node = found.at(-1) ?? code.root.descendantForIndex(within, within + find.length);
    assert.ok(node);
    answer = { value: ask(code, node) };
  });
  analyzer.dispose();
  assert.ok(answer, `${find} stands in a segment that does not parse`);
  assert.equal(syntax.liveTrees, 0);
  return answer.value;
}

/** The nearest node of a kind at or above a node. */
export function nearest(code: Code, node: Node, kind: string): Node {
  for (let up: Node | undefined = node; up; up = code.parent(up)) if (up.type === kind) return up;
  throw new Error(`no ${kind} above ${node.type}`);
}
