/** Findings of tools over LSP: the disk beside the editor, other extensions, fixes of every kind, and what is known about a finding. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CodeAction } from "vscode-languageserver";
import type { SnippetFix } from "../server/src/protocol/index.js";
import type { Applicability, ExternalFinding, Range } from "../server/src/release/externalFinding.js";
import { needs } from "./cargo/samples.js";
import { FakeClippy } from "./fakeClippy.js";
import { only, TestClient, type ClientOptions } from "./lspHarness.js";
import { applied, positionOf } from "./lspText.js";

const text = "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n\nfn b(v: &[u8]) -> bool {\n    return v.len() == 0;\n}\n";

describe("findings of tools over LSP", function () {
  this.timeout(60_000);
  let client: TestClient;
  let clippy: FakeClippy;
  const start = async (options: ClientOptions = {}): Promise<void> => {
    clippy = new FakeClippy();
    client = await TestClient.start({ settings: only("unwrap-in-production"), ...options, host: () => ({ clippy: clippy.make }) });
    await client.until(() => client.status !== undefined, "initialization");
  };
  afterEach(() => client.stop());

  const rangeIn = (source: string, at: string): Range => {
    const offset = source.indexOf(at);
    assert.ok(offset >= 0, at);
    return { start: positionOf(source, offset), end: positionOf(source, offset + at.length) };
  };
  const lint = (code: string, at: string, more: Partial<ExternalFinding> = {}, file = "a.rs", source = text): ExternalFinding => {
    const range = rangeIn(source, at);
    const lines = source.split("\n").slice(range.start.line, range.end.line + 1);
    return { path: join(client.folder, file), range, lines, excerpt: at, severity: "warning", source: "clippy", code, message: code, related: [], tags: [], fixes: [], package: "p", targets: ["lib p"], generation: 1, ...more };
  };
  const suggestion = (at: string, newText: string, applicability: Applicability, source = text): ExternalFinding["fixes"][number] => ({ title: `change to ${newText}`, applicability, edits: [{ range: rangeIn(source, at), oldText: at, newText }] });
  const tell = (file: string, ...findings: readonly ExternalFinding[]): void => clippy.events?.onClippyFindings(join(client.folder, file), findings);
  const watched = (type: 1 | 2 | 3, ...paths: readonly string[]): Promise<void> => client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: paths.map((path) => ({ uri: client.uri(path), type })) });
  const titled = (actions: readonly CodeAction[], title: string): CodeAction => {
    const found = actions.find((action) => action.title.startsWith(title));
    assert.ok(found, `${title}: ${actions.map((action) => action.title).join(" | ")}`);
    return found;
  };

  describe("on the disk", () => {
    beforeEach(async () => {
      await start();
      for (const path of ["a.rs", "src/b.rs", "src/c.rs"]) {
        client.write(path, text);
        tell(path, lint("len_zero", "v.len() == 0", {}, path));
        await client.settles(path, ["6:len_zero"]);
      }
    });

    it("are gone with their file, and with the folder it was in", async () => {
      rmSync(join(client.folder, "a.rs"));
      await watched(3, "a.rs");
      await client.settles("a.rs", []);
      rmSync(join(client.folder, "src"), { recursive: true });
      await watched(3, "src");
      await client.settles("src/b.rs", []);
      await client.settles("src/c.rs", []);
    });

    it("stay while their lines stand, and go when another program changes them", async () => {
      client.write("a.rs", text.replace("x.unwrap()", "x.unwrap_or(1)"));
      client.write("src/b.rs", `// new\n${text}`);
      await watched(2, "a.rs", "src/b.rs");
      await client.settles("src/b.rs", []);
      assert.deepEqual(await client.found("a.rs"), ["6:len_zero"]);
    });

    it("are looked at when a branch was switched, and when the user comes back", async () => {
      mkdirSync(join(client.folder, ".git"));
      client.write("src/b.rs", "fn other() {}\n");
      rmSync(join(client.folder, "src/c.rs"));
      await watched(2, ".git/HEAD");
      await client.settles("src/b.rs", []);
      await client.settles("src/c.rs", []);
      client.write("a.rs", "\n");
      await client.connection.sendNotification("covenant/windowFocused", null);
      await client.settles("a.rs", []);
    });

    it("are the editor's while the file is open, and the disk's again when it is closed", async () => {
      await client.open("a.rs");
      client.write("a.rs", `// outside\n${text}`);
      await watched(2, "a.rs");
      await client.settles("a.rs", ["2:unwrap-in-production", "6:len_zero"]);
      await client.close("a.rs");
      await client.settles("a.rs", []);
    });

    it("in a manifest that is open move with its edits", async () => {
      const cargo = '[package]\nname = "p"\n\n[lints.clippy]\nnope = "warn"\n';
      client.write("Cargo.toml", cargo);
      await client.open("Cargo.toml");
      tell("Cargo.toml", lint("E0602", "nope", {}, "Cargo.toml", cargo));
      await client.settles("Cargo.toml", ["5:E0602"]);
      await client.type("Cargo.toml", { find: "\n[lints", text: "\n\n[lints" });
      await client.settles("Cargo.toml", ["6:E0602"]);
      await client.type("Cargo.toml", { find: "nope", text: "no" });
      await client.settles("Cargo.toml", []);
    });
  });

  describe("beside another extension", () => {
    it("are shown by one of the two; what only we offer is still offered", async () => {
      await start();
      await client.open("a.rs", text);
      tell("a.rs", lint("len_zero", "v.len() == 0", { fixes: [suggestion("v.len() == 0", "v.is_empty()", "MachineApplicable")] }), lint("needless_return", "return v.len() == 0"));
      await client.settles("a.rs", ["2:unwrap-in-production", "6:len_zero", "6:needless_return"]);
      const others = (...diagnostics: readonly object[]): Promise<void> => client.connection.sendNotification("covenant/otherDiagnostics", { uri: client.uri("a.rs"), diagnostics });
      await others({ source: "clippy", code: "len_zero", range: rangeIn(text, "v.len() == 0") });
      await client.settles("a.rs", ["2:unwrap-in-production", "6:needless_return"]);
      const titles = (await client.actions("a.rs", "len()")).map((action) => action.title);
      assert.ok(!titles.some((title) => title.startsWith("change to")) && titles.some((title) => title.startsWith("Expect `clippy::len_zero`")), titles.join(" | "));
      await others();
      await client.settles("a.rs", ["2:unwrap-in-production", "6:len_zero", "6:needless_return"]);
    });

    it("a lint that only the other one shows can be waived with a reason", async () => {
      await start();
      await client.open("a.rs", text);
      const range = rangeIn(text, "v.len() == 0");
      const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", { textDocument: { uri: client.uri("a.rs") }, range, context: { diagnostics: [{ range, message: "m", source: "clippy", code: "len_zero" }, { range, message: "m", source: "rustc", code: "E0308" }] } });
      assert.deepEqual(actions.map((action) => action.title), ["statement", "function", "crate"].map((what) => `Expect \`clippy::len_zero\` for this ${what}, with a reason`));
      assert.ok(applied(text, titled(actions, "Expect")).includes('    #[expect(clippy::len_zero, reason = "reason")]\n    return'));
    });
  });

  describe("fixes", () => {
    it("say how sure the tool is of them, and what is to be filled in is filled in", async () => {
      await start({ commands: true });
      await client.open("a.rs", text);
      const fixes = (["MachineApplicable", "MaybeIncorrect", "HasPlaceholders", "Unspecified"] as const).map((kind, index) => suggestion("v.len() == 0", `f(${index}, /* u8 */)`, kind));
      tell("a.rs", lint("len_zero", "v.len() == 0", { fixes }));
      await client.settles("a.rs", ["2:unwrap-in-production", "6:len_zero"]);
      const actions = await client.actions("a.rs", "len()");
      for (const [index, label] of ["clippy", "clippy, may be wrong", "clippy, to fill in", "clippy, unchecked"].entries()) titled(actions, `change to f(${index}, /* u8 */) (${label})`);
      const { command } = titled(actions, "change to f(2");
      assert.equal(command?.command, "covenant.applySnippetFix");
      assert.deepEqual((command.arguments?.[0] as SnippetFix).edits.map((edit) => edit.snippet), ["f(2, ${1:/* u8 */})"]);
    });

    it("go when the text they replace is another, while their finding stays", async () => {
      await start();
      await client.open("a.rs", text);
      const outside = { ...suggestion("return v.len() == 0;", "v.is_empty()", "MachineApplicable"), edits: [{ range: rangeIn(text, "v: &[u8]"), oldText: "v: &[u8]", newText: "v: &[u16]" }] };
      tell("a.rs", lint("len_zero", "v.len() == 0", { fixes: [outside] }));
      titled(await client.actions("a.rs", "len()"), "change to");
      await client.type("a.rs", { find: "&[u8]", text: "&[u32]" });
      await client.settles("a.rs", ["2:unwrap-in-production", "6:len_zero"]);
      assert.ok(!(await client.actions("a.rs", "len()")).some((action) => action.title.startsWith("change to")));
    });

    it("that are machine-applicable can be applied together, and with ours", async () => {
      const many = "fn b(v: &[u8]) -> bool {\n    return v.len() == 0;\n}\nfn c(v: &[u8]) -> bool {\n    return v.len() == 1;\n}\nfn d(v: &[u8]) -> bool {\n    v.len() == 2\n}\n";
      await start();
      await client.open("a.rs", many);
      const mend = (code: string, at: string, newText: string): ExternalFinding => lint(code, at, { fixes: [suggestion(at, newText, "MachineApplicable", many)] }, "a.rs", many);
      tell("a.rs", mend("needless_return", "return v.len() == 0;", "v.len() == 0"), mend("needless_return", "return v.len() == 1;", "v.len() == 1"), mend("other", "v.len() == 2", "v.is_empty()"));
      await client.settles("a.rs", ["2:needless_return", "5:needless_return", "8:other"]);
      const actions = await client.actions("a.rs", "return");
      const alike = applied(many, titled(actions, "Fix all 2 `needless_return` in this file (clippy)"));
      assert.equal(alike, many.replaceAll(/return (.*);/g, "$1"));
      const all = applied(many, titled(actions, "Apply all 3 machine-applicable fixes"));
      assert.equal(all, alike.replace("v.len() == 2", "v.is_empty()"));
      const [source] = await client.actions("a.rs", "fn", ["source.fixAll.covenant"]);
      assert.ok(source);
      assert.equal(applied(many, source), all);
      assert.equal(source.title, "Apply all safe fixes (0 of Covenant, 3 of cargo's tools)");
    });
  });

  describe("what is known about them", () => {
    it("is the compiler's own text, by line and by code", async () => {
      await start();
      tell("a.rs", lint("len_zero", "v.len() == 0", { rendered: "warning: zero\n" }), lint("needless_return", "return v.len() == 0", { rendered: "warning: return\n" }), lint("silent", "x.unwrap()"));
      const ask = (line: number, code?: string): Promise<{ title: string; text: string } | null> => client.connection.sendRequest("covenant/compilerOutput", { uri: client.uri("a.rs"), line, ...(code === undefined ? {} : { code }) });
      const both = await ask(5);
      assert.ok(both?.text.includes("warning: zero") && both.text.includes("warning: return") && both.text.includes("lib p"));
      const one = await ask(5, "needless_return");
      assert.deepEqual([one?.title, one?.text.includes("zero")], ["needless_return", false]);
      assert.deepEqual([await ask(1), await ask(0)], [null, null]);
    });

    it("is the toolchain's page, asked of it only when the workspace is trusted", async function () {
      needs(this, "cargo", "clippy", "--version");
      await start({ trusted: false, commands: true });
      const ask = (code: string): Promise<{ markdown: string } | null> => client.connection.sendRequest("covenant/explainLint", { code });
      await assert.rejects(ask("needless_return"), /not trusted/);
      assert.match((await report()).markdown, /not asked: the workspace is not trusted/);
      await client.connection.sendNotification("covenant/trustGranted", null);
      assert.match((await ask("needless_return"))?.markdown ?? "", /^# clippy::needless_return\n\n### What it does/);
      assert.match((await ask("E0308"))?.markdown ?? "", /^# E0308\n/);
      assert.deepEqual([await ask("no_such_lint"), await ask("--version"), await ask("E9999")], [null, null, null]);
      tell("a.rs", lint("needless_return", "return v.len() == 0", { href: "https://example.org" }));
      const [diagnostic] = await client.diagnostics("a.rs");
      assert.equal(diagnostic?.codeDescription?.href, "covenant-page:/lints/needless_return.md");
    });

    const report = (): Promise<{ markdown: string }> => client.connection.sendRequest("covenant/report", { editor: ["An Editor 1.2", "rust-lang.rust-analyzer 0.3, active"] });

    it("is a report of versions, settings, runs and neighbours", async function () {
      needs(this, "cargo", "clippy", "--version");
      await start();
      clippy.events?.onClippyState("running", "reading");
      clippy.events?.onClippyState("idle", "3 findings in 1.0 s: cargo clippy");
      const { markdown } = await report();
      for (const expected of [/^- version 0\.0\.0-test$/m, /^- node v/m, /^- profile recommended/m, /"clippyOnSave": "auto"/, /^## Last runs of clippy\n\n- \d{4}-.*: 3 findings in 1\.0 s: cargo clippy$/m, /^## Toolchain\n\n- cargo \d/m, /^- clippy \d/m, /^- rustc \d/m, /^## Editor\n\n- An Editor 1\.2\n- rust-lang\.rust-analyzer 0\.3, active$/m]) assert.match(markdown, expected);
    });
  });

  it("of one file are shown up to a limit, the gravest first", async () => {
    await start();
    const lines = Array.from({ length: 260 }, (_, index) => `fn f${index}() {}`).join("\n");
    await client.open("a.rs", lines);
    tell("a.rs", ...Array.from({ length: 260 }, (_, index) => lint("dead_code", `f${index}(`, { severity: index === 259 ? "error" : "warning" }, "a.rs", lines)));
    await client.until(() => (client.published.at(-1)?.diagnostics.length ?? 0) > 0, "diagnostics");
    const shown = client.published.at(-1)?.diagnostics ?? [];
    assert.equal(shown.length, 201);
    assert.equal(shown[0]?.severity, 1);
    assert.match(shown.at(-1)?.message ?? "", /^60 more findings/);
  });
});
