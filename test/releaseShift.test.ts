import assert from "node:assert/strict";
import fc from "fast-check";
import type { ExternalFinding, Position, Range } from "../server/src/release/externalFinding.js";
import { shiftFindings, shiftRange, type DocumentChange } from "../server/src/release/shiftFindings.js";

/** Position of a UTF-16 offset; `\n` and `\r\n` end lines. */
function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length - 1, character: offset - start };
}

function rangeOf(text: string, start: number, end: number): Range {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

/** Text of pieces that cannot be cut inside a line break or a surrogate pair, with the offsets between pieces. */
const pieces = fc.array(fc.constantFrom("a", "é", "𝒳", "\n", "\r\n", "\t", "    ", "🦀🦀"), { maxLength: 40 });

function cuts(parts: readonly string[]): readonly number[] {
  const result = [0];
  for (const part of parts) result.push((result.at(-1) ?? 0) + part.length);
  return result;
}

function finding(range: Range, more: Partial<ExternalFinding> = {}): ExternalFinding {
  return { path: "/a.rs", range, severity: "warning", source: "clippy", message: "m", related: [], tags: [], fixes: [], package: "p", targets: [], generation: 1, ...more };
}

describe("shifting findings", () => {
  it("keeps exactly the text of every range that an edit does not touch, and drops every other", () => {
    fc.assert(fc.property(pieces, fc.array(fc.record({ from: fc.nat(), to: fc.nat(), text: pieces }), { maxLength: 4 }), fc.nat(), fc.nat(), (parts, edits, left, right) => {
      let text = parts.join("");
      const places = cuts(parts);
      const at = (list: readonly number[], index: number): number => list[index % list.length] ?? 0;
      const ends = [at(places, left), at(places, right)].toSorted((a, b) => a - b) as [number, number];
      // The reference works on offsets, the code under test on lines and columns.
      let expected: { start: number; end: number } | undefined = { start: ends[0], end: ends[1] };
      let findings: readonly ExternalFinding[] = [finding(rangeOf(text, ...ends))];
      let current = parts;
      for (const edit of edits) {
        const offsets = cuts(current);
        const [first, last] = [edit.from % offsets.length, edit.to % offsets.length].toSorted((a, b) => a - b) as [number, number];
        const [start, end] = [offsets[first] ?? 0, offsets[last] ?? 0];
        const inserted = edit.text.join("");
        const change: DocumentChange = { range: rangeOf(text, start, end), text: inserted };
        if (expected !== undefined) {
          const delta = inserted.length - (end - start);
          if (end <= expected.start) expected = { start: expected.start + delta, end: expected.end + delta };
          else if (start < expected.end) expected = undefined;
        }
        current = [...current.slice(0, first), ...edit.text, ...current.slice(last)];
        text = current.join("");
        findings = shiftFindings(findings, "/a.rs", [change]);
      }
      assert.deepEqual(findings[0]?.range, expected === undefined ? undefined : rangeOf(text, expected.start, expected.end));
    }), { numRuns: 3000 });
  });

  const at = (line: number, from: number, to: number): Range => ({ start: { line, character: from }, end: { line, character: to } });
  const insert = (line: number, character: number, text: string): DocumentChange => ({ range: at(line, character, character), text });

  it("moves with text typed directly before and ignores text typed directly after", () => {
    assert.deepEqual(shiftRange(at(2, 4, 8), insert(2, 4, "xx")), at(2, 6, 10));
    assert.deepEqual(shiftRange(at(2, 4, 8), insert(2, 8, "xx")), at(2, 4, 8));
    assert.equal(shiftRange(at(2, 4, 8), insert(2, 5, "x")), undefined);
  });

  it("drops a fix that an edit straddles while its finding stays", () => {
    const fix = { title: "f", applicability: "MachineApplicable" as const, edits: [{ range: at(1, 0, 1), newText: "a" }, { range: at(1, 9, 10), newText: "b" }] };
    const [kept] = shiftFindings([finding(at(1, 9, 10), { fixes: [fix] })], "/a.rs", [insert(1, 4, "--")]);
    assert.deepEqual(kept?.range, at(1, 11, 12));
    assert.deepEqual(kept?.fixes, []);
    const [moved] = shiftFindings([finding(at(1, 9, 10), { fixes: [fix] })], "/a.rs", [insert(0, 0, "\n")]);
    assert.deepEqual(moved?.fixes[0]?.edits.map((edit) => edit.range), [at(2, 0, 1), at(2, 9, 10)]);
  });

  it("leaves findings of other files alone but follows their related places", () => {
    const foreign = finding(at(3, 0, 1), { path: "/b.rs", related: [{ path: "/a.rs", range: at(1, 0, 4), message: "here" }, { path: "/c.rs", range: at(1, 0, 4), message: "there" }] });
    const [moved] = shiftFindings([foreign], "/a.rs", [insert(0, 0, "x\n")]);
    assert.deepEqual(moved?.range, at(3, 0, 1));
    assert.deepEqual(moved?.related.map((place) => place.range.start.line), [2, 1]);
    const [cut] = shiftFindings([foreign], "/a.rs", [insert(1, 2, "x")]);
    assert.deepEqual(cut?.related.map((place) => place.path), ["/c.rs"]);
  });

  it("drops a finding whose shown range was cut when an edit touches its other lines", () => {
    const long = finding(at(1, 0, 5), { fullRange: { start: { line: 1, character: 0 }, end: { line: 20, character: 1 } } });
    assert.deepEqual(shiftFindings([long], "/a.rs", [insert(10, 0, "x")]), []);
  });
});
