/** The region of a place, in words. */
import assert from "node:assert/strict";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { regionText } from "../server/src/engine/regionText.js";
import { loneFile, type RoleFacts } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { configOf, loadSyntax } from "./ruleHarness.js";

describe("the region of a place", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });
  after(() => syntax.dispose());

  const text = "const LIMIT: u8 = at(1);\nfn main() {\n    at(2);\n}\nmod deep {\n    fn main() {\n        at(3);\n    }\n}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn t() {\n        at(4);\n    }\n}\n";
  const words = (role: Partial<RoleFacts>): readonly (string | undefined)[] => {
    const file = SourceFile.of(text);
    const analyzer = new FileAnalyzer(syntax, []);
    const input = { file, role: { ...loneFile, ...role }, config: configOf([]), crate: undefined };
    const found = [1, 2, 3, 4].map((number) => {
      const offset = text.indexOf(`at(${number})`);
      const index = file.segmentAt(offset);
      return analyzer.withCode(input, index, (code) => regionText(code, offset - (file.starts[index] ?? 0)));
    });
    analyzer.dispose();
    return found;
  };

  it("says what the target, the function and the attributes make of it", () => {
    assert.deepEqual(words({ target: "binary" }), ["production code of a program, evaluated at compile time", "production code of a program, in `main`", "production code of a program", "test code"]);
    assert.deepEqual(words({ target: "library" }), ["production code of a library, evaluated at compile time", "production code of a library", "production code of a library", "test code"]);
    assert.deepEqual(words({ target: "proc-macro" })[1], "production code of a procedural macro");
    assert.deepEqual(words({ target: "build-script" })[1], "a build script, in `main`");
    assert.deepEqual(words({ target: "example", crateRoot: false })[1], "example code");
    assert.deepEqual([words({ target: "bench" })[1], words({ target: "test" })[1], words({ target: "none" })[1]], ["bench code", "test code", "production code"]);
  });
});
