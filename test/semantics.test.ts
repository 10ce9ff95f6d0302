/** The semantic layer (rules-core specification, section 2): attributes, cfg, tests, paths, types, context, docs. */
import assert from "node:assert/strict";
import { defaultTestFeatures, evaluate } from "../server/src/engine/cfg.js";
import { enclosingCallable, isAsyncContext, isConstContext, regionOf } from "../server/src/engine/context.js";
import { useLeaves } from "../server/src/engine/declarations.js";
import { docs, markdown, section } from "../server/src/engine/docs.js";
import { parseAttribute, parseMetaList, stringContent } from "../server/src/engine/meta.js";
import { isStdType, localType, originOf, resolvePath, returnKind } from "../server/src/engine/resolve.js";
import { loneFile } from "../server/src/engine/role.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { loadSyntax } from "./ruleHarness.js";
import { at, nearest } from "./semanticHarness.js";

describe("the semantic layer", function () {
  this.timeout(30_000);
  let syntax: Syntax;
  before(async () => (syntax = await loadSyntax()));
  after(() => syntax.dispose());

  describe("attributes", () => {
    const shape = (attribute: string): unknown => parseAttribute(attribute).map(({ path, kind, value, items, conditional }) => [path, kind, value, items.map((item) => item.path || item.value), conditional?.path]);

    it("are words, lists and values", () => {
      assert.deepEqual(shape("#[test]"), [["test", "word", "", [], undefined]]);
      assert.deepEqual(shape("#![ allow ( clippy :: unwrap_used , dead_code ) ]"), [["allow", "list", "", ["clippy::unwrap_used", "dead_code"], undefined]]);
      assert.deepEqual(shape('#[doc = "a ] b"]'), [["doc", "value", "a ] b", [], undefined]]);
      assert.deepEqual(shape('#[doc = r#"raw "text" "#]'), [["doc", "value", 'raw "text" ', [], undefined]]);
      assert.deepEqual(shape('#[doc = include_str!("x.md")]'), [["doc", "value", 'include_str!("x.md")', [], undefined]]);
      assert.deepEqual(shape('#[expect(lint, reason = "because, yes")]'), [["expect", "list", "", ["lint", "reason"], undefined]]);
      assert.deepEqual(shape('#[tokio::main(flavor = "current_thread")]'), [["tokio::main", "list", "", ["flavor"], undefined]]);
    });

    it("see through cfg_attr and unsafe, and keep the condition", () => {
      assert.deepEqual(shape("#[cfg_attr(docsrs, doc(cfg(x)), allow(y))]"), [["doc", "list", "", ["cfg"], "docsrs"], ["allow", "list", "", ["y"], "docsrs"]]);
      assert.deepEqual(shape("#[unsafe(no_mangle)]"), [["no_mangle", "word", "", [], undefined]]);
      assert.deepEqual(shape("#[cfg_attr(a, unsafe(no_mangle))]"), [["no_mangle", "word", "", [], "a"]]);
    });

    it("leave comments out, keep literals, and end with what is half typed", () => {
      assert.deepEqual(parseMetaList("a /* , b */, // c\n d").map((meta) => meta.path), ["a", "d"]);
      assert.deepEqual(parseMetaList('"text", 3, x').map((meta) => meta.path || meta.value), ["text", "3", "x"]);
      for (const half of ["#[", "#[a(", "#[a(b", "#[a =", '#[a = "', "#[a(,,)]", "#[::]", "#", "#[(]", "#[a(b(c]"]) assert.doesNotThrow(() => parseAttribute(half), half);
    });

    it("resolve escapes of strings", () => {
      assert.equal(stringContent('"a\\n\\t\\"\\\\ \\u{1F980} \\x41"'), 'a\n\t"\\ 🦀 A');
      assert.equal(stringContent('"a\\\n      b"'), "ab");
      assert.equal(stringContent('r"\\n"'), "\\n");
      assert.equal(stringContent('"a" "b"'), undefined);
    });
  });

  describe("cfg predicates", () => {
    const table: readonly (readonly [string, boolean | undefined])[] = [
      ["test", false], ["doctest", false], ["fuzzing", false], ["loom", false], ["miri", false], ["kani", false],
      ["unix", undefined], ["debug_assertions", undefined], ["docsrs", undefined], ['target_os = "linux"', undefined],
      ['feature = "std"', undefined], ['feature = "test-util"', false], ['feature = "mock"', false], ['feature = "testament"', undefined],
      ["all()", true], ["any()", false], ["not(test)", true], ["not(not(test))", false], ["not(unix)", undefined],
      ["all(test, unix)", false], ["all(unix, windows)", undefined], ["all(not(test), not(miri))", true],
      ['any(test, feature = "test-util")', false], ['any(test, feature = "std")', undefined], ["any(not(test), unix)", true],
      ["all(any(test, unix), miri)", false], ["not(any(test, unix))", undefined], ["not(all(test, unix))", true], ["something(test)", undefined],
    ];
    for (const [predicate, expected] of table) {
      it(`${predicate} is ${String(expected)}`, () => {
        const [meta] = parseMetaList(predicate);
        assert.ok(meta);
        assert.equal(evaluate(meta, new Set(defaultTestFeatures)), expected);
      });
    }
  });

  it("knows test code by file, module, attribute, cfg and macro", () => {
    const region = (text: string, role = loneFile): string => at(syntax, text, "x.unwrap", regionOf, { role });
    assert.equal(region("fn f() { x.unwrap(); }"), "production");
    assert.equal(region("#[test]\nfn f() { x.unwrap(); }"), "test");
    assert.equal(region("#[tokio::test(start_paused = true)]\nasync fn f() { x.unwrap(); }"), "test");
    assert.equal(region("#[latest]\nfn f() { x.unwrap(); }"), "production");
    assert.equal(region('#[instrument(name = "test")]\nfn f() { x.unwrap(); }'), "production");
    assert.equal(region("#[cfg(test)]\nmod t { fn helper() { x.unwrap(); } }"), "test");
    assert.equal(region("#[cfg(test)]\nmod t { mod u { impl A { fn helper() { x.unwrap(); } } } }"), "test");
    assert.equal(region("mod t {\n#![cfg(test)]\nfn helper() { x.unwrap(); } }"), "test");
    assert.equal(region("#![cfg(test)]\nfn helper() { x.unwrap(); }"), "test");
    assert.equal(region("#[cfg(test)]\nimpl A { fn helper() { x.unwrap(); } }"), "test");
    assert.equal(region("fn f() { #[cfg(test)]\n{ x.unwrap(); } }"), "test");
    assert.equal(region("fn f() { #[cfg(test)]\nlet y = x.unwrap(); }"), "test");
    assert.equal(region("fn f() { match y { #[cfg(test)]\n_ => x.unwrap(), } }"), "test");
    assert.equal(region("fn f() { match y { #[cfg(test)]\n_ => 1, _ => x.unwrap() } }"), "production");
    assert.equal(region('#[cfg(any(test, feature = "std"))]\nfn f() { x.unwrap(); }'), "production");
    assert.equal(region('#[cfg_attr(test, allow(dead_code))]\nfn f() { x.unwrap(); }'), "production");
    assert.equal(region("proptest! { fn f() { x.unwrap(); } }"), "test");
    assert.equal(region("fn f() { println!(\"{}\", x.unwrap()); }"), "production");
    assert.equal(region("fn f() { x.unwrap(); }", { ...loneFile, target: "bench" }), "bench");
    assert.equal(region("fn f() { x.unwrap(); }", { ...loneFile, target: "build-script" }), "build-script");
    assert.equal(region("fn f() { x.unwrap(); }", { ...loneFile, testRole: true }), "test");
  });

  it("flattens use trees", () => {
    const leaves = (text: string): readonly string[] => useLeaves(text).map(({ name, path }) => `${name}=${path}`);
    assert.deepEqual(leaves("use a::b;"), ["b=a::b"]);
    assert.deepEqual(leaves("pub(crate) use ::a::{b, c as d, e::{self, f as _, *}, self};"), ["b=a::b", "d=a::c", "e=a::e", "_=a::e::f", "*=a::e", "a=a"]);
    assert.deepEqual(leaves("use a::{b::{self as c}};"), ["c=a::b"]);
    assert.deepEqual(leaves("use a::* ;"), ["*=a"]);
    assert.deepEqual(leaves("extern crate core as std;"), ["std=core"]);
    assert.deepEqual(leaves("use a /* x */ :: b // y\n ;"), ["b=a::b"]);
    for (const half of ["use", "use ;", "use a::", "use a::{", "use {", "use a::{b, ", "use a as"]) assert.doesNotThrow(() => useLeaves(half), half);
  });

  describe("paths", () => {
    const resolves = (text: string, path: string, candidates?: readonly string[]): string | undefined => at(syntax, text, "here()", (code, node) => resolvePath(code, path, node, candidates && new Set(candidates)));

    it("go through imports, aliases and nested imports", () => {
      assert.equal(resolves("use std::fs;\nfn f() { here(); }", "fs::read"), "std::fs::read");
      assert.equal(resolves("use core::mem as m;\nfn f() { here(); }", "m::take"), "std::mem::take");
      assert.equal(resolves("use std::io;\nuse io::Read as R;\nfn f() { here(); }", "R"), "std::io::Read");
      assert.equal(resolves("fn f() { use std::thread::sleep; here(); }", "sleep"), "std::thread::sleep");
      assert.equal(resolves("fn f() { { use std::thread::sleep; } here(); }", "sleep"), undefined);
      assert.equal(resolves("fn f() { here(); }", "std::thread::sleep"), "std::thread::sleep");
      assert.equal(resolves("fn f() { here(); }", "::std::fs::read"), "std::fs::read");
      assert.equal(resolves("fn f() { here(); }", "Vec::<u8>::new"), "Vec::new");
    });

    it("are local where something of the crate has the name", () => {
      assert.equal(resolves("mod fs;\nfn f() { here(); }", "fs::read"), undefined);
      assert.equal(resolves("fn sleep() {}\nfn f() { here(); }", "sleep"), undefined);
      assert.equal(resolves("fn f() { fn sleep() {} here(); }", "sleep"), undefined);
      assert.equal(resolves("use crate::std::fs;\nfn f() { here(); }", "fs::read"), undefined);
      for (const root of ["crate", "self", "super", "Self"]) assert.equal(resolves("fn f() { here(); }", `${root}::fs::read`), undefined);
      assert.equal(resolves("fn f() { here(); }", "sleep"), undefined, "a bare name that nothing binds");
    });

    it("do not leave a module, and follow globs only to what is asked for", () => {
      assert.equal(resolves("use std::thread::sleep;\nmod inner { fn f() { here(); } }", "sleep"), undefined);
      assert.equal(resolves("use std::thread::*;\nfn f() { here(); }", "sleep", ["std::thread::sleep"]), "std::thread::sleep");
      assert.equal(resolves("use std::thread::*;\nfn f() { here(); }", "sleep"), undefined);
      assert.equal(resolves("use std::thread::*;\nfn sleep() {}\nfn f() { here(); }", "sleep", ["std::thread::sleep"]), undefined);
    });

    it("end where imports lead in a circle", () => {
      assert.doesNotThrow(() => resolves("use a::b as c;\nuse c::d as a;\nfn f() { here(); }", "a::x"));
    });
  });

  it("knows the types of std, shadowed or not", () => {
    const std = (text: string, written: string, full: string): boolean => at(syntax, text, "here()", (code, node) => isStdType(code, written, full, node));
    assert.equal(std("fn f() { here(); }", "String", "std::string::String"), true);
    assert.equal(std("struct String;\nfn f() { here(); }", "String", "std::string::String"), false);
    assert.equal(std("use crate::ast::String;\nfn f() { here(); }", "String", "std::string::String"), false);
    assert.equal(std("fn f() { here(); }", "Mutex<u8>", "std::sync::Mutex"), false);
    assert.equal(std("use std::sync::Mutex;\nfn f() { here(); }", "Mutex<u8>", "std::sync::Mutex"), true);
    assert.equal(std("use tokio::sync::Mutex;\nfn f() { here(); }", "Mutex<u8>", "std::sync::Mutex"), false);
    assert.equal(std("use std::sync::*;\nfn f() { here(); }", "Mutex<u8>", "std::sync::Mutex"), true);
    assert.equal(std("fn f() { here(); }", "ast::String", "std::string::String"), false);
  });

  it("reads what a function returns", () => {
    const kind = (type: string, before = ""): string => {
      const read = at(syntax, `${before}\nfn f() { here(); }`, "here()", (code, node) => returnKind(code, type, node));
      return read.kind === "Result" ? `${read.future ? "Future " : ""}Result<${read.ok}, ${read.error ?? "?"}>` : `${"future" in read && read.future ? "Future " : ""}${read.kind}`;
    };
    assert.equal(kind(""), "Unit");
    assert.equal(kind("()"), "Unit");
    assert.equal(kind("Result<u8, E>"), "Result<u8, E>");
    assert.equal(kind("std::io::Result<u8>"), "Result<u8, ?>");
    assert.equal(kind("std::result::Result<Vec<(u8, u8)>, Box<dyn Error>>"), "Result<Vec<(u8, u8)>, Box<dyn Error>>");
    assert.equal(kind("Option<Result<u8, E>>"), "Option");
    assert.equal(kind("Poll<Result<u8, E>>"), "Other");
    assert.equal(kind("Pin<Box<dyn Future<Output = Result<u8, E>>>>"), "Other");
    assert.equal(kind("impl Future<Output = Result<u8, E>> + Send"), "Future Result<u8, E>");
    assert.equal(kind("&Result<u8, E>"), "Other");
    assert.equal(kind("Result<u8>", "struct Result<T>(T);"), "Other");
    assert.equal(kind("Result<u8>", "mod other { struct Result<T>(T); }\ntype Result<T> = std::result::Result<T, String>;"), "Result<u8, String>");
    assert.equal(kind("Swapped<String, u8>", "type Swapped<E, T> = Result<T, E>;"), "Result<u8, String>");
    assert.equal(kind("Fixed", "type Fixed = Result<u8, String>;"), "Result<u8, String>");
    assert.equal(kind("Deep<u8>", "type Deep<T> = Mid<T>;\ntype Mid<T> = Result<Vec<T>, ()>;"), "Result<Vec<u8>, ()>");
    assert.equal(kind("Standing<u8>", "type Standing<T, E = Error> = Result<T, E>;"), "Result<u8, Error>");
    assert.doesNotThrow(() => kind("A", "type A = B;\ntype B = A;"), "a circle of aliases");
  });

  it("knows what is evaluated at compile time", () => {
    const isConst = (text: string): boolean => at(syntax, text, "here()", isConstContext);
    for (const text of ["const A: u8 = here();", "static A: u8 = here();", "fn f() { const { here() }; }", "fn f() { const B: u8 = here(); }", "fn f() { let a = [0u8; here()]; }", "enum E { A = here() }", "fn f(a: [u8; here()]) {}"]) assert.equal(isConst(text), true, text);
    for (const text of ["fn f() { here(); }", "const fn f() { here(); }", "static A: fn() = || { here(); };", "const A: fn() = { fn g() { here(); } g };", "fn f() { let a = [here(); 3]; }", "thread_local! { static A: u8 = here(); }", "lazy_static! { static ref A: u8 = here(); }"]) assert.equal(isConst(text), false, text);
  });

  it("knows what runs on an executor's thread", () => {
    const isAsync = (body: string): boolean => at(syntax, body, "here()", isAsyncContext);
    for (const text of ["async fn f() { here(); }", "fn f() { async { here(); } }", "fn f() { async move { here(); } }", "fn f() { async || { here(); } }", "async fn f() { x.map(|y| here()); }", "async fn f() { x.and_then(|y| z.map(|w| here())); }", "async fn f() { println!(\"{}\", here()); }", "async fn f() { tokio::select! { _ = a => { here(); } } }"]) assert.equal(isAsync(text), true, text);
    for (const text of ["fn f() { here(); }", "async fn f() { fn g() { here(); } }", "async fn f() { let g = || here(); }", "async fn f() { spawn_blocking(|| here()).await; }", "async fn f() { std::thread::spawn(move || here()); }", "async fn f() { const A: u8 = here(); }", "fn f() { x.map(|y| here()); }"]) assert.equal(isAsync(text), false, text);
  });

  it("finds what `?` and `return` leave", () => {
    const callable = (text: string): string | undefined => at(syntax, text, "here()", (code, node) => enclosingCallable(code, node)?.type);
    assert.equal(callable("fn f() { here(); }"), "function_item");
    assert.equal(callable("fn f() { || here() }"), "closure_expression");
    assert.equal(callable("fn f() { async { here() } }"), "async_block");
    assert.equal(callable("const A: u8 = here();"), "const_item");
    assert.equal(callable("struct A { a: [u8; here()] }"), undefined);
  });

  it("follows locals to their type and to where they come from", () => {
    const typeOf = (body: string, head = "fn f(p: &Path, mut q: u8)"): string | undefined => at(syntax, `${head} { ${body} here(); }`, "here()", (code, node) => localType(code, body.includes("let") ? "v" : "q", node));
    assert.equal(typeOf("let v: Vec<u8> = x;"), "Vec<u8>");
    assert.equal(typeOf("let v = Vec::<u8>::new();"), "Vec");
    assert.equal(typeOf("let v = a::Thing { x: 1 };"), "a::Thing");
    assert.equal(typeOf("let v = Thing(1);"), "Thing");
    assert.equal(typeOf("let v = thing(1);"), undefined);
    assert.equal(typeOf("let v: A = x; let v: B = x; { let v: C = x; }"), "B");
    assert.equal(typeOf("", "fn f(mut q: u8)"), "u8");
    const origin = (body: string): string => at(syntax, `fn f() { ${body} }`, "here", (code, node) => code.text(originOf(code, nearest(code, node, "call_expression"))));
    assert.equal(origin("(&a.b().c()?).here();"), "a");
    assert.equal(origin("let a = Command::new(x); a.arg(y).here();"), "Command::new(x)");
    assert.equal(origin("let a = b; let b = a; b.here();"), "b");
  });

  describe("documentation", () => {
    const of = (text: string, kind = "function_item"): { readonly present: boolean; readonly unknownText: boolean; readonly text: string } =>
      at(syntax, text, "here", (code, node) => {
        const { present, unknownText, text: own } = docs(code, nearest(code, node, kind));
        return { present, unknownText, text: own.trim() };
      });

    it("is read in every form", () => {
      assert.deepEqual(of("/// One.\n/// Two.\nfn here() {}"), { present: true, unknownText: false, text: "One.\nTwo." });
      assert.equal(of("/** One.\n  * Two. */\nfn here() {}").text, "One.\n Two.".replace("\n ", "\n"));
      assert.equal(of('#[doc = "One.\\nTwo."]\nfn here() {}').text, "One.\nTwo.");
      assert.deepEqual(of('#[doc = include_str!("a.md")]\nfn here() {}'), { present: true, unknownText: true, text: "" });
      assert.equal(of('#[cfg_attr(docsrs, doc = "One.")]\nfn here() {}').present, true);
      assert.equal(of("fn here() {\n    //! Inner.\n}").text, "Inner.");
      assert.equal(of("/// Outer.\nfn here() {\n    //! Inner.\n}").text, "Outer.\nInner.");
      assert.equal(of("/// One.\n#[inline]\n// plain\n/// Two.\nfn here() {}").text, "One.\nTwo.");
      assert.equal(of("/// One.\r\n/// Two.\r\nfn here() {}\r\n").text, "One.\nTwo.");
      assert.equal(of("///\nfn here() {}").present, true);
    });

    it("is not what only looks like it", () => {
      for (const text of ["// One.\nfn here() {}", "//// One.\nfn here() {}", "/*** One. */\nfn here() {}", "/**/\nfn here() {}", "#[doc(hidden)]\nfn here() {}", '#[doc(alias = "x")]\nfn here() {}', "/// Of the other.\nfn other() {}\nfn here() {}"]) assert.equal(of(text).present, false, text);
    });

    it("has headings and fences as CommonMark has them", () => {
      const text = "# One\n\nTwo\n===\nThree\n---\n```rust\n# not\n```\n    # code\n#no\n## Four ##\n~~~\n# open";
      assert.deepEqual(markdown(text).headings.map(({ level, text: own }) => `${level} ${own}`), ["1 One", "1 Two", "2 Three", "2 Four"]);
      assert.deepEqual(markdown(text).fences.map(({ info, code }) => [info, code]), [["rust", "# not"], ["", "# open"]]);
    });

    it("has sections by their exact names, and near misses are told", () => {
      assert.equal(section("# Errors\n\nWhen.", "errors").found, true);
      assert.equal(section("# Errors\n\nWhen.\n\n# Panics\n\nNever.", "errors").body, "When.");
      assert.equal(section("## SAFETY\nx", "safety").found, true);
      for (const near of ["# errors", "# Error", "# Errors:", "**Errors**", "__Errors:__"]) {
        const read = section(`Text.\n\n${near}\n\nWhen.`, "errors");
        assert.deepEqual([read.found, read.nearMiss !== undefined], [false, true], near);
      }
      assert.equal(section("```\n# Errors\n```", "errors").found, false);
      assert.equal(section("It never errors.", "errors").nearMiss, undefined);
    });
  });
});
