/** Which lines of an unsaved text are new. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import { everyLine, touches, touchesOrdered, type LineRange } from "../server/src/project/changedLines.js";
import { newLinesOf } from "../server/src/project/newLines.js";

const text = "fn a() {\n    one();\n    two();\n    three();\n}\n\n/// Docs.\nfn b() {\n    four();\n}\n";

/** `text` after replacing the first `find`, as an editor does it. */
function typed(file: SourceFile, find: string, by: string): SourceFile {
  const start = file.text.indexOf(find);
  assert.ok(start >= 0, find);
  return file.edit({ start, end: start + find.length, newText: by });
}

/** The new lines as their texts. */
function newTexts(saved: SourceFile, current: SourceFile, known: readonly LineRange[]): readonly string[] {
  const ranges = newLinesOf(saved, current, known);
  return current.text.split("\n").filter((_, index) => touches(ranges, index + 1, index + 1));
}

describe("new lines of an unsaved text", () => {
  const saved = SourceFile.of(text);

  it("are those of git where nothing was typed", () => {
    const known = [{ first: 2, last: 3 }];
    assert.equal(newLinesOf(saved, saved, known), known);
    assert.deepEqual(newLinesOf(saved, SourceFile.of(text), known), known);
  });

  it("go with the text, and what is typed joins them", () => {
    const known = [{ first: 9, last: 9 }];
    assert.deepEqual(newTexts(saved, typed(saved, "    two();", "    two();\n    more();"), known), ["    more();", "    four();"]);
    assert.deepEqual(newTexts(saved, typed(saved, "two", "2"), known), ["    2();", "    four();"]);
    assert.deepEqual(newTexts(saved, typed(saved, "    one();\n", ""), known), ["    four();"]);
    assert.deepEqual(newTexts(saved, typed(saved, "four();\n", ""), known), ["    }"]);
  });

  it("are apart where two places were edited", () => {
    const twice = typed(typed(saved, "one", "1"), "three", "3");
    assert.deepEqual(newTexts(saved, twice, []), ["    1();", "    3();"]);
    assert.deepEqual(newTexts(saved, typed(typed(saved, "one", "1"), "four", "4"), []), ["    1();", "    4();"]);
  });

  it("are old again where what was typed is taken back", () => {
    assert.deepEqual(newLinesOf(saved, typed(typed(saved, "one", "1"), "1", "one"), []), []);
  });

  it("include what lost its documentation", () => {
    assert.deepEqual(newTexts(saved, typed(saved, "/// Docs.\n", ""), []), ["fn b() {"]);
  });

  it("are all lines of a file that git does not know", () => {
    assert.deepEqual(newLinesOf(saved, typed(saved, "one", "1"), [everyLine]), [everyLine]);
  });

  it("leave only lines of the saved text, in their order, whatever was typed", () => {
    const edit = fc.record({ at: fc.nat(text.length), length: fc.nat(30), by: fc.constantFrom("", "\n", "x", "fn c() {}\n", "}\n", "/* ", "two();\n    ") });
    const ranges = fc.array(fc.nat(12), { maxLength: 3 }).map((lines) => [...new Set(lines)].sort((a, b) => a - b).map((line) => ({ first: line + 1, last: line + 1 })));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), ranges, (edits, known) => {
        const current = edits.reduce((file, { at, length, by }) => file.edit({ start: Math.min(at, file.length), end: Math.min(at + length, file.length), newText: by }), saved);
        const found = newLinesOf(saved, current, known);
        for (const [index, range] of found.entries()) assert.ok(range.first <= range.last && (found[index + 1]?.first ?? Infinity) > range.last);
        const old = saved.text.split("\n").filter((_, index) => !touches(known, index + 1, index + 1));
        const left = current.text.split("\n").filter((_, index) => !touches(found, index + 1, index + 1));
        let at = 0;
        for (const line of left) {
          at = old.indexOf(line, at) + 1;
          assert.ok(at > 0, `${JSON.stringify(line)} is no old line`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("are found by halving as by looking at each", () => {
    const ranges = fc.array(fc.nat(40), { maxLength: 12 }).map((marks) => {
      const sorted = [...new Set(marks)].sort((a, b) => a - b);
      return sorted.flatMap((first, index) => (index % 2 === 0 && sorted[index + 1] !== undefined ? [{ first, last: (sorted[index + 1] ?? first) - 1 }] : []));
    });
    fc.assert(fc.property(ranges, fc.nat(45), fc.nat(5), (own, first, more) => assert.equal(touchesOrdered(own, first, first + more), touches(own, first, first + more))));
  });
});
