/** Functions of a crate that block: what their bodies say, how their callers name them, and that edits are followed. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { bodyCalls } from "../server/src/engine/bodyCalls.js";
import { indexCrate, type FileInCrate } from "../server/src/engine/crateIndex.js";
import { findStep } from "../server/src/engine/helperCalls.js";
import type { FileSummary, Outline } from "../server/src/engine/outline.js";
import { summarize } from "../server/src/engine/outline.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import type { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";
import { library } from "./semanticHarness.js";

const config = configOf(rulesNamed("blocking-in-async"));

/** A crate whose files are edited, judged the way the language server does it. */
class Edited {
  private readonly analyzers = new Map<string, FileAnalyzer>();
  private readonly files = new Map<string, SourceFile>();
  private readonly indexed = new Map<string, { readonly outline: Outline; readonly crate: FileInCrate | undefined }>();
  private readonly summaries = new Map<string, FileSummary>();
  private views: ReadonlyMap<string, FileInCrate> = new Map();
  indexings = 0;

  constructor(
    private readonly syntax: Syntax,
    texts: Readonly<Record<string, string>>,
  ) {
    for (const [path, text] of Object.entries(texts)) {
      this.files.set(path, SourceFile.of(text));
      this.analyzers.set(path, new FileAnalyzer(syntax, rules));
    }
  }

  text(path: string): string {
    return this.files.get(path)?.text ?? "";
  }

  edit(path: string, start: number, end: number, newText: string): void {
    const file = this.files.get(path);
    assert.ok(file);
    this.files.set(path, file.edit({ start, end, newText }));
  }

  replace(path: string, from: string, to: string): void {
    const start = this.text(path).indexOf(from);
    assert.ok(start >= 0, from);
    this.edit(path, start, start + from.length, to);
  }

  /** Findings of all files, when the index has come to rest. */
  found(): Readonly<Record<string, readonly string[]>> {
    let found: Record<string, readonly string[]> = {};
    for (let rest = false, rounds = 0; !rest; rounds++) {
      assert.ok(rounds < 6, "the index does not come to rest");
      found = {};
      let changed = false;
      for (const [path, file] of this.files) {
        const analyzer = this.analyzers.get(path);
        assert.ok(analyzer);
        const crate = this.views.get(path);
        const result = analyzer.analyze({ file, role: library, config, crate });
        found[path] = (result?.findings ?? []).map((finding) => `${finding.start}: ${finding.message} ${JSON.stringify(finding.through ?? [])}`);
        const outline = analyzer.outlineFile(file);
        const known = this.indexed.get(path);
        if (known?.outline === outline && known.crate === crate) continue;
        this.indexed.set(path, { outline, crate });
        const summary = summarize(outline, file.segments, analyzer.declarationCache);
        const before = this.summaries.get(path);
        this.summaries.set(path, summary);
        if (!before || JSON.stringify(before) !== JSON.stringify(summary)) changed = true;
      }
      rest = !changed;
      if (changed) {
        this.views = indexCrate(this.summaries, ["src/lib.rs"]);
        this.indexings++;
      }
    }
    return found;
  }

  /** The same from scratch. */
  scratch(): Readonly<Record<string, readonly string[]>> {
    const fresh = new Edited(this.syntax, Object.fromEntries([...this.files].map(([path, file]) => [path, file.text])));
    try {
      return fresh.found();
    } finally {
      fresh.dispose();
    }
  }

  dispose(): void {
    for (const analyzer of this.analyzers.values()) analyzer.dispose();
  }
}

/** Messages without places, by file. */
function messages(found: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(found).flatMap(([path, own]) => own.map((text) => `${path} ${/: (`[^`]*`).*?: it calls (`[^`]*`(?: by way of .*?)?);/.exec(text)?.slice(1).join(" → ") ?? text}`));
}

describe("blocking helpers", function () {
  this.timeout(60_000);
  let syntax: Syntax;
  const open: Edited[] = [];
  const edited = (texts: Readonly<Record<string, string>>): Edited => {
    const made = new Edited(syntax, texts);
    open.push(made);
    return made;
  };
  before(async () => {
    syntax = await loadSyntax();
  });
  afterEach(() => {
    for (const one of open.splice(0)) one.dispose();
    assert.equal(syntax.liveTrees, 0);
  });

  describe("the calls of a body", () => {
    const calls = (body: string, header = "fn f()"): readonly string[] => {
      const segment = SourceFile.of(`${header} {\n${body}\n}\n`).segments[0];
      assert.ok(segment);
      return bodyCalls(segment).calls.map(({ kind, path, method, start, end }) => `${kind} ${path}${method === "" ? "" : `.${method}`}${segment.text.slice(start, end).includes("(") ? " wrong place" : ""}`);
    };

    it("are paths, methods of the own type, and methods that block", () => {
      assert.deepEqual(calls("a(); b::c(x); self.d(); Self::e(); crate::g::<u8>(1); T::<u8>::h(); x.i(); x.block_on(y);"), ["path a", "path b::c", "self self::d", "self self::e", "path crate::g", "path T::h", "name .block_on"]);
    });

    it("know where a receiver comes from", () => {
      assert.deepEqual(calls("let mut child = Command::new(\"a\").arg(b).spawn()?; child.wait()?; let (tx, rx) = mpsc::channel(); rx.recv(); io::stdin().lock().lines(); self.child.wait(); other.lines();"), [
        "path Command::new", "origin Command::new.wait", "path mpsc::channel", "origin mpsc::channel.recv", "path io::stdin", "origin io::stdin.lines",
      ]);
    });

    it("are not what runs elsewhere or later", () => {
      assert.deepEqual(calls("spawn(|| a()); let w = move |x: u8| b(x); let t = async move { c() }; fn inner() { d() } thread::spawn(move || { e(); g() }); quote!(h()); h2()"), ["path spawn", "path thread::spawn", "path h2"]);
      assert.deepEqual(calls("all.iter().map(|x| a(x)).for_each(|y| { b(y); }); cell.get_or_init(|| c()); match x { 1 => |y| d(y), _ => e() }"), ["path a", "path b", "path e"]);
    });

    it("are neither comments nor strings nor operators", () => {
      assert.deepEqual(calls("// a()\n/* b() */ let x = \"c()\" ; let y = r#\"d()\"#; if e | g() { h() } let z = i || j();"), ["path g", "path h", "path j"]);
      assert.deepEqual(calls("return (a)(); if (b) { } while (c) {}"), []);
    });

    it("are none of an async function, and not of the body's own names", () => {
      assert.deepEqual(calls("a();", "async fn f()"), []);
      assert.deepEqual(calls("let a = g; a(); b(); (1)", "fn f(b: impl Fn())"), []);
    });

    it("are read of any text", () => {
      fc.assert(fc.property(fc.array(fc.constantFrom("a", "(", ")", "{", "}", "[", "]", "|", "||", "::", "<", ">", "self.", "let (", "let x =", "fn ", "async ", "use a::", ";", ",", "!", "\"", "'", "move ", "?", ".wait()", "//", "\n", " "), { maxLength: 40 }), (parts) => {
        for (const segment of SourceFile.of(`fn f() {${parts.join("")}}`).segments) {
          for (const { start, end } of bodyCalls(segment).calls) assert.ok(start >= 0 && start < end && end <= segment.text.length);
        }
      }), { numRuns: 400 });
    });
  });

  const crate = {
    "src/lib.rs": "pub mod disk;\nmod jobs;\nuse disk::{load, Store as Shelf};\nasync fn a() {\n    load();\n}\nasync fn b() {\n    Shelf::open();\n    jobs::run();\n    jobs::inner::walk();\n    jobs::offered();\n}\n",
    "src/disk.rs": "pub fn load() {\n    std::fs::read(\"a\").ok();\n}\npub struct Store;\nimpl Store {\n    pub fn open() {\n        Self::fresh();\n    }\n    fn fresh() {\n        crate::jobs::run();\n    }\n}\n",
    "src/jobs/mod.rs": "pub mod inner;\npub use inner::walk as offered;\nuse super::*;\npub fn run() {\n    load();\n}\n",
    "src/jobs/inner.rs": "pub fn walk() {\n    super::super::disk::load();\n}\n",
  };

  it("are followed from file to file, with every step", () => {
    const all = edited(crate);
    assert.deepEqual(messages(all.found()), [
      "src/lib.rs `load` → `std::fs::read`",
      "src/lib.rs `Shelf::open` → `std::fs::read` by way of `Store::fresh` and `run` and `load`",
      "src/lib.rs `jobs::run` → `std::fs::read` by way of `load`",
      "src/lib.rs `jobs::inner::walk` → `std::fs::read` by way of `load`",
      "src/lib.rs `jobs::offered` → `std::fs::read` by way of `load`",
    ]);
    const through = all.found()["src/lib.rs"]?.[1]?.match(/\[\{.*\]/)?.[0] ?? "";
    assert.deepEqual((JSON.parse(through) as { file: string; owner: string; name: string; call: string }[]).map(({ file, owner, name, call }) => `${file} ${owner} ${name} ${call}`), [
      "src/disk.rs Store open self::fresh", "src/disk.rs Store fresh crate::jobs::run", "src/jobs/mod.rs  run load", "src/disk.rs  load std::fs::read",
    ]);
  });

  it("are found again in the text of a step's file", () => {
    const file = SourceFile.of(`// moved\n${crate["src/disk.rs"]}`);
    const analyzer = new FileAnalyzer(syntax, []);
    const { places } = analyzer.outlineFile(file);
    const found = findStep({ segments: file.segments, starts: file.starts, places }, { module: "", owner: "Store", name: "fresh", call: "crate::jobs::run" });
    assert.equal(file.text.slice(found?.start, found?.end), "crate::jobs::run");
    assert.equal(findStep({ segments: file.segments, starts: file.starts, places }, { module: "", owner: "", name: "fresh", call: "crate::jobs::run" }), undefined);
    analyzer.dispose();
  });

  it("change the verdict of other files when they change", () => {
    const all = edited(crate);
    assert.equal(messages(all.found()).length, 5);
    all.replace("src/disk.rs", "std::fs::read(\"a\").ok()", "fine()");
    assert.deepEqual(messages(all.found()), []);
    // A call of something that does not block says nothing, until that does.
    all.replace("src/jobs/inner.rs", "super::super::disk::load();", "crate::disk::other();");
    all.replace("src/disk.rs", "pub struct", "pub fn other() {}\npub struct");
    assert.deepEqual(messages(all.found()), []);
    all.replace("src/disk.rs", "other() {}", "other() { std::thread::sleep(D) }");
    assert.deepEqual(messages(all.found()), ["src/lib.rs `jobs::inner::walk` → `std::thread::sleep` by way of `other`", "src/lib.rs `jobs::offered` → `std::thread::sleep` by way of `other`"]);
    all.replace("src/disk.rs", "pub fn other()", "pub async fn other()");
    assert.deepEqual(messages(all.found()).filter((text) => text.startsWith("src/lib.rs")), []);
  });

  it("cost no index when a call is typed that cannot block", () => {
    const all = edited(crate);
    all.found();
    const before = all.indexings;
    all.replace("src/jobs/mod.rs", "load();", "load(); tidy(); self::away::far(1);");
    assert.equal(messages(all.found()).length, 5);
    assert.equal(all.indexings, before);
  });

  it("are found at once in a crate whose modules import each other by globs", () => {
    const names = Array.from({ length: 60 }, (_, index) => `m${index}`);
    const texts = Object.fromEntries(names.map((name, index) => [`src/${name}.rs`, `use crate::prelude::*;\nuse super::m${(index + 1) % names.length}::*;\nimpl Far${index} {\n    fn a() { b${index}(); c(); }\n}\n${index === 30 ? "pub fn c() { std::fs::read(x); }\n" : ""}`]));
    const all = edited({ "src/lib.rs": `${names.map((name) => `mod ${name};\n`).join("")}mod prelude;\nuse prelude::*;\nasync fn f() { c(); d(); }\n`, "src/prelude.rs": names.map((name) => `pub use crate::${name}::*;\n`).join(""), ...texts });
    assert.deepEqual(messages(all.found()), ["src/lib.rs `c` → `std::fs::read`"]);
  }).timeout(15_000);

  it("are the same after any edits as from scratch", () => {
    const fragments = ["load();", "std::fs::read(x);", "fs::read(x);", "use std::fs;\n", "use crate::disk::load as run;\n", "async ", "|| ", "spawn(|| load());", "self::load();", "jobs::run();", "Store::open();", "fn ", "{", "}", "pub fn load() {}\n", "walk();", "use super::*;\n", "pub use inner::*;\n", "// ", "\"", "impl Store {\n", "#[cfg(test)]\n", "crate::", "inner::", "load", "run"];
    const paths = Object.keys(crate);
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.record({ file: fc.nat(paths.length - 1), at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(20) }), text: fc.constantFrom(...fragments), line: fc.boolean() }), { minLength: 3, maxLength: 10 }), (edits) => {
        const all = new Edited(syntax, crate);
        try {
          all.found();
          for (const { file, at, remove, text, line } of edits) {
            const path = paths[file] ?? "";
            const before = all.text(path);
            let start = Math.floor(at * before.length);
            // At the start of a line an edit more often leaves something that means something.
            if (line) start = before.lastIndexOf("\n", start) + 1;
            all.edit(path, start, Math.min(before.length, start + remove), text);
            const found = all.found();
            seen += Object.values(found).flat().length;
            assert.deepEqual(found, all.scratch());
          }
        } finally {
          all.dispose();
        }
      }),
      { numRuns: 100, seed: 20261123 },
    );
    assert.ok(seen > 500, `only ${seen} findings`);
  });
});
