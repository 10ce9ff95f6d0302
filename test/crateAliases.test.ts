/** What one file of a crate says about another: aliases brought in by `use`, lints allowed on a `mod` declaration. */
import assert from "node:assert/strict";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { indexCrate, type FileInCrate } from "../server/src/engine/crateIndex.js";
import { DeclarationCache, outlineOf, summarize } from "../server/src/engine/outline.js";
import { loneFile } from "../server/src/engine/role.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";

function views(files: Readonly<Record<string, string>>): ReadonlyMap<string, FileInCrate> {
  const cache = new DeclarationCache();
  const summaries = Object.entries(files).map(([path, text]) => {
    const { segments } = SourceFile.of(text);
    return [path, summarize(outlineOf(segments, cache), segments, cache)] as const;
  });
  return indexCrate(new Map(summaries), ["src/lib.rs"]);
}

describe("a crate's index", () => {
  let syntax: Syntax;
  before(async () => {
    syntax = await loadSyntax();
  });

  function messages(files: Readonly<Record<string, string>>, path: string, ...ids: readonly string[]): readonly string[] {
    const on = rulesNamed(...ids);
    const analyzer = new FileAnalyzer(syntax, rules);
    try {
      const role = { ...loneFile, target: "library" as const, crateRoot: path === "src/lib.rs" };
      const result = analyzer.analyze({ file: SourceFile.of(files[path] ?? ""), role, config: configOf(on), crate: views(files).get(path) });
      assert.deepEqual(result?.problems, []);
      return (result?.findings ?? []).map((finding) => finding.message.replace(/;.*/s, ""));
    } finally {
      analyzer.dispose();
    }
  }

  const error = "use std::result::Result as StdResult;\npub struct Error;\npub type Result<T, E = Error> = StdResult<T, E>;\npub type Text<T> = StdResult<T, String>;\npub type Swapped<E, T> = StdResult<T, E>;\n";
  const lib = "pub mod error;\npub mod user;\npub use error::Result;\n";

  for (const [how, imported] of [
    ["by name", "use crate::error::Result as Own;\npub fn run() -> Own<u8> { todo!() }\n"],
    ["through a re-export", "use crate::Result as Own;\npub fn run() -> Own<u8> { todo!() }\n"],
    ["by a glob", "use super::error::*;\npub fn run() -> Swapped<u8, u8> { todo!() }\n"],
    ["by a module's name", "use crate::error;\nuse error::Swapped;\npub fn run() -> Swapped<u8, u8> { todo!() }\n"],
  ] as const) {
    it(`knows an alias that is imported ${how}`, () => {
      assert.deepEqual(messages({ "src/lib.rs": lib, "src/error.rs": error, "src/user.rs": imported }, "src/user.rs", "missing-errors-doc"), ["`run` returns a `Result`, but its documentation has no `# Errors` section"]);
    });
  }

  it("lets a module's own items stand before what a glob brings in", () => {
    const user = "use crate::error::*;\npub struct Swapped<A, B>(A, B);\npub fn run() -> Swapped<u8, u8> { todo!() }\n";
    assert.deepEqual(messages({ "src/lib.rs": lib, "src/error.rs": error, "src/user.rs": user }, "src/user.rs", "missing-errors-doc"), []);
  });

  it("reports an error at the alias when it is public, and at its users when it is not", () => {
    const user = "use crate::error::{Swapped, Text};\npub fn one() -> Text<u8> { todo!() }\npub fn two() -> Swapped<String, u8> { todo!() }\n";
    const files = { "src/lib.rs": lib, "src/error.rs": error, "src/user.rs": user };
    assert.deepEqual(messages(files, "src/error.rs", "stringly-error-in-api"), ["the alias `Text` fixes `String` as the error, which a caller cannot match on"]);
    assert.deepEqual(messages(files, "src/user.rs", "stringly-error-in-api"), ["`two` returns `String` as its error, which a caller cannot match on"]);
    const hidden = { ...files, "src/lib.rs": "mod error;\npub mod user;\n" };
    assert.deepEqual(messages(hidden, "src/error.rs", "stringly-error-in-api"), []);
    assert.equal(messages(hidden, "src/user.rs", "stringly-error-in-api").length, 2);
  });

  it("ends on imports that lead in a circle", () => {
    const files = { "src/lib.rs": "pub mod a;\npub mod b;\n", "src/a.rs": "pub use crate::b::Outcome;\npub use crate::b::*;\npub fn run() -> Outcome<u8> { todo!() }\n", "src/b.rs": "pub use crate::a::Outcome;\npub use crate::a::*;\ntype Unused = Result<u8, u8>;\n" };
    assert.deepEqual(messages(files, "src/a.rs", "missing-errors-doc"), []);
  });

  it("finds modules and items with raw names", () => {
    const files = { "src/lib.rs": "mod r#type;\nmod r#in { pub mod deep; }\npub use r#type::{r#try, Kind};\npub use r#in::deep;\n", "src/type.rs": "pub fn r#try() {}\npub struct Kind;\npub struct Hidden;\n", "src/in/deep.rs": "pub struct Deep;\n" };
    assert.deepEqual(messages(files, "src/type.rs", "missing-docs"), ["function `r#try` is public and has no documentation", "struct `Kind` is public and has no documentation"]);
    assert.deepEqual(messages(files, "src/in/deep.rs", "missing-docs"), ["struct `Deep` is public and has no documentation"]);
  });

  it("takes what only a hidden module or a hidden re-export leads to for no part of the documented API", () => {
    const files = { "src/lib.rs": "//! Docs.\npub mod inner;\nmod used;\n#[doc(hidden)]\npub use used::Only;\npub use used::Both;\n#[doc(hidden)]\npub use used::Both as Again;\npub use inner as other;\n", "src/inner.rs": "#![doc(hidden)]\npub struct Bare;\n", "src/used.rs": "pub struct Only;\npub struct Both;\n" };
    assert.deepEqual(messages(files, "src/lib.rs", "missing-docs"), []);
    assert.deepEqual(messages(files, "src/inner.rs", "missing-docs"), []);
    assert.deepEqual(messages(files, "src/used.rs", "missing-docs"), ["struct `Both` is public and has no documentation"]);
    assert.equal(messages({ ...files, "src/lib.rs": "//! Docs.\nmod inner;\npub use inner::*;\n" }, "src/inner.rs", "missing-docs").length, 1);
    const open = { ...files, "src/inner.rs": "pub struct Bare;\n" };
    assert.equal(messages(open, "src/lib.rs", "missing-docs").length, 1);
    assert.equal(messages(open, "src/inner.rs", "missing-docs").length, 1);
  });

  it("takes nothing for public in a file that no module declares", () => {
    const files = { "src/lib.rs": "cfg_if! { if #[cfg(unix)] { mod unix; } }\npub fn run() {}\n", "src/unix.rs": "pub struct Bare;\n" };
    assert.deepEqual(messages(files, "src/unix.rs", "missing-docs"), []);
    assert.deepEqual(messages(files, "src/lib.rs", "missing-docs").length, 2);
  });

  for (const [how, impl] of [
    ["imports by name", "use crate::Connection;\nimpl Connection { pub fn run() {} }\n"],
    ["imports by another name", "use crate::Connection as Own;\nimpl Own { pub fn run() {} }\n"],
    ["imports by a glob", "use super::*;\nimpl<'a> Connection<'a> { pub fn run() {} }\n"],
    ["names by a path", "impl crate::inner::Connection<u8> { pub fn run() {} }\n"],
  ] as const) {
    it(`takes the methods of a public type for public in a private module that ${how}`, () => {
      const files = { "src/lib.rs": "mod inner;\nmod busy;\npub use inner::Connection;\n", "src/inner.rs": "pub struct Connection;\npub struct Hidden;\n", "src/busy.rs": impl };
      assert.deepEqual(messages(files, "src/busy.rs", "missing-docs"), ["method `run` is public and has no documentation"]);
      assert.deepEqual(messages({ ...files, "src/lib.rs": "mod inner;\nmod busy;\nuse inner::Connection;\n" }, "src/busy.rs", "missing-docs"), []);
    });
  }

  it("keeps the methods of a private type private where its name is a public type's elsewhere", () => {
    const files = { "src/lib.rs": "mod busy;\npub struct Connection;\n", "src/busy.rs": "use crate::*;\nstruct Connection;\nimpl Connection { pub fn run() {} }\n" };
    assert.deepEqual(messages(files, "src/busy.rs", "missing-docs"), []);
  });

  it("hands the lints that a `mod` declaration allows down to the file, and not those of the crate root", () => {
    const bare = "pub struct Bare;\n";
    const at = (root: string): readonly string[] => messages({ "src/lib.rs": root, "src/a.rs": "pub mod b;\n", "src/a/b.rs": bare }, "src/a/b.rs", "missing-docs");
    assert.deepEqual(at("#[allow(missing_docs)]\npub mod a;\n"), []);
    assert.deepEqual(at("#![allow(missing_docs)]\npub mod a;\n"), ["struct `Bare` is public and has no documentation"]);
    assert.deepEqual(at("#[allow(dead_code)]\npub mod a;\n"), ["struct `Bare` is public and has no documentation"]);
  });
});
