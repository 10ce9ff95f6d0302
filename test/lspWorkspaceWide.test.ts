/** What the server says about files that are not open: the list of waivers, and the fixes of one rule. */
import assert from "node:assert/strict";
import type { ListedWaiver, RuleFixes } from "../server/src/protocol/ruleFixes.js";
import { manifest, unwrapping } from "./cli/harness.js";
import { FakeClippy } from "./fakeClippy.js";
import { applied } from "./lspText.js";
import { only, TestClient, type ClientOptions } from "./lspHarness.js";

/** A function with a waived `unwrap`. */
function waived(name: string, terms = ""): string {
  return `fn ${name}(raw: Option<u8>) -> u8 {\n    raw.unwrap() // covenant: allow(unwrap-in-production)${terms} -- checked by every caller\n}\n`;
}

/** A `dbg!` whose fix is safe. */
function debugging(name: string): string {
  return `fn ${name}() -> u8 {\n    1 + dbg!(2)\n}\n`;
}

describe("what the server says about the whole workspace", function () {
  this.timeout(30_000);
  let client: TestClient;
  const start = async (options: ClientOptions): Promise<void> => void (client = await TestClient.start({ ...options, settings: options.settings ?? only("unwrap-in-production", "unfinished-code", "expired-waiver") }));
  afterEach(() => client.stop());

  describe("waivers", () => {
    const files = {
      "Cargo.toml": manifest("a"),
      ".gitignore": "ignored.rs\n",
      "src/lib.rs": `mod other;\n${waived("fine")}// covenant: allow(unwrap-in-production) -- nothing is here at all\nfn idle() {}\n`,
      "src/other.rs": `${waived("late", " until 2001-01-01 issue #7")}// covenant: allow(unwrap-in-production)\nfn bare() {}\n`,
      "src/ignored.rs": waived("ignored"),
    };
    const list = async (): Promise<readonly string[]> => {
      const found = await client.connection.sendRequest<readonly ListedWaiver[]>("covenant/waivers", null);
      return found.map(({ uri, range, effect, until, issue }) => [effect, `${uri.slice(client.uri("src/").length)}:${range.start.line + 1}`, until, issue].filter((part) => part !== undefined).join(" "));
    };

    it("are listed as they are on the disk and in the editor, those that ask for attention first", async () => {
      await start({ files });
      assert.deepEqual(await list(), ["expired other.rs:2 2001-01-01 #7", "invalid other.rs:4", "unused lib.rs:5", "used lib.rs:3"]);
      await client.open("src/lib.rs");
      await client.type("src/lib.rs", { find: "mod other;\n", text: "mod other;\n\n" });
      await client.type("src/lib.rs", { find: " -- nothing is here at all", text: " until 2001-01-01 -- nothing is here" });
      assert.deepEqual(await list(), ["expired lib.rs:6 2001-01-01", "expired other.rs:2 2001-01-01 #7", "invalid other.rs:4", "used lib.rs:4"]);
    });

    it("are told of when they change, and not for every key", async () => {
      await start({ files });
      let told = 0;
      client.connection.onNotification("covenant/waiversChanged", () => void told++);
      const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));
      await client.open("src/lib.rs");
      await client.diagnostics("src/lib.rs");
      await settled();
      assert.ok(told > 0);
      told = 0;
      await client.type("src/lib.rs", { find: "fn idle() {}", text: "fn idle() { let x = 1; }" });
      await client.diagnostics("src/lib.rs");
      await settled();
      assert.equal(told, 0);
      await client.type("src/lib.rs", { find: "checked by every caller", text: "checked by some callers" });
      await client.diagnostics("src/lib.rs");
      await settled();
      assert.equal(told, 1);
    });

    it("are none in a folder without any", async () => {
      await start({ files: { "src/lib.rs": "fn a() {}\n" } });
      assert.deepEqual(await list(), []);
    });
  });

  describe("fixes of one rule", () => {
    const ask = (rule: string, scope: "package" | "workspace", path?: string): Promise<RuleFixes> => client.connection.sendRequest<RuleFixes>("covenant/fixRule", { rule, scope, ...(path === undefined ? {} : { uri: client.uri(path) }) });
    const summary = (found: RuleFixes): readonly string[] => found.files.map(({ uri, version, fixes }) => `${uri.slice(client.uri("").length + 1)} ${version ?? "disk"}: ${fixes.map((fix) => `${fix.safe ? "safe" : "suggested"} ${fix.oldText} -> ${fix.newText}`).join("; ")}`);
    const files = {
      "a/Cargo.toml": manifest("a"),
      "a/src/lib.rs": `mod other;\n${debugging("one")}${debugging("two")}`,
      "a/src/other.rs": debugging("other"),
      "a/tests/t.rs": debugging("test"),
      "b/Cargo.toml": manifest("b"),
      "b/src/lib.rs": debugging("far"),
    };

    it("are those of the package or of all folders, open files as they are in the editor", async () => {
      await start({ files });
      await client.open("a/src/lib.rs");
      await client.type("a/src/lib.rs", { find: "fn two() -> u8 {\n    1 + dbg!(2)", text: "fn two() -> u8 {\n    1 + dbg!(3)" });
      const own = ["a/src/lib.rs 2: safe dbg!(2) -> 2; safe dbg!(3) -> 3", "a/src/other.rs disk: safe dbg!(2) -> 2"];
      assert.deepEqual(summary(await ask("unfinished-code", "package", "a/src/other.rs")), own);
      assert.deepEqual(summary(await ask("unfinished-code", "workspace")), [...own, "b/src/lib.rs disk: safe dbg!(2) -> 2"]);
    });

    it("leave out what touches another fix, and say how much", async () => {
      await start({ files: { "src/lib.rs": "fn f() -> u8 {\n    1 + dbg!(1 + dbg!(2))\n}\n" } });
      const found = await ask("unfinished-code", "workspace");
      assert.deepEqual([found.files.length, found.files[0]?.fixes.length, found.left], [1, 1, 1]);
    });

    it("that reach into each other are accepted or refused together", async () => {
      const text = "fn f() -> u8 {\n    1 + dbg!({\n        let x = 1 + dbg!(2);\n        x\n    })\n}\n";
      await start({ files: { "src/lib.rs": text } });
      const found = await ask("unfinished-code", "workspace");
      const fixes = found.files.flatMap((file) => file.fixes);
      const total = fixes.reduce((sum, fix) => sum + fix.fixes, 0);
      assert.equal(total + found.left, 2);
      assert.equal(fixes.length, 1, "one box to tick");
      assert.equal(fixes[0]?.fixes, 2);
      assert.equal(fixes[0]?.newText, "({\n        let x = 1 + 2;\n        x\n    })");
    });

    it("are refused for a rule that does not exist, and without a file of the package", async () => {
      await start({ files });
      await assert.rejects(ask("no-such-rule", "workspace"), /no rule `no-such-rule`/);
      await assert.rejects(ask("unfinished-code", "package"), /open a Rust file first/);
    });

    it("end when the request is cancelled", async () => {
      const many = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`src/m${index}.rs`, debugging(`f${index}`).repeat(20)]));
      await start({ files: many });
      const source = { isCancellationRequested: false, listeners: [] as (() => void)[] };
      const token = { get isCancellationRequested() { return source.isCancellationRequested; }, onCancellationRequested: (listener: () => void) => (source.listeners.push(listener), { dispose: () => undefined }) };
      const asked = client.connection.sendRequest("covenant/fixRule", { rule: "unfinished-code", scope: "workspace" }, token as never);
      source.isCancellationRequested = true;
      source.listeners.forEach((listener) => listener());
      await assert.rejects(asked, /cancelled/);
    });

    it("of a lint of clippy are those that clippy can apply itself", async () => {
      const clippy = new FakeClippy();
      await start({
        files,
        host: () => ({ clippy: clippy.make }),
      });
      await client.idle();
      const path = `${client.folder}/b/src/lib.rs`;
      const lint = (line: number, applicability: "MachineApplicable" | "MaybeIncorrect") => {
        const range = { start: { line, character: 3 }, end: { line, character: 6 } };
        return { path, range, severity: "warning", source: "clippy", code: "len_zero", message: "m", related: [], tags: [], fixes: [{ title: "use it", applicability, edits: [{ range, oldText: "far", newText: "near" }] }], package: "b", targets: ["lib b"], generation: 1 } as const;
      };
      clippy.events?.onClippyFindings(path, [lint(0, "MachineApplicable"), lint(1, "MaybeIncorrect")]);
      const found = await ask("clippy::len_zero", "workspace");
      assert.deepEqual([summary(found), found.left], [["b/src/lib.rs disk: safe far -> near"], 1]);
      assert.deepEqual((await ask("clippy::len_zero", "package", "a/src/lib.rs")).files, []);
      client.write("b/src/lib.rs", "// Another program wrote this.\n// The lint was about another text.\n");
      const late = await ask("clippy::len_zero", "workspace");
      assert.deepEqual([late.files, late.left], [[], 2], "no fix for a text that it is not for");
    });
  });

  describe("fixing all of a rule in a file", () => {
    const text = `${debugging("one")}${debugging("two")}${unwrapping("three")}`;
    const resolves = { textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } };

    it("is offered where there are several findings, and computed when it is chosen", async () => {
      await start({ files: { "src/lib.rs": text }, capabilities: resolves, commands: true });
      await client.open("src/lib.rs");
      const offered = (await client.actions("src/lib.rs", "dbg!")).map(({ title }) => title);
      assert.deepEqual(offered.filter((title) => title.startsWith("Fix all")), ["Fix all `unfinished-code` in this file", "Fix all `unfinished-code` in the package or workspace…"]);
      const action = (await client.actions("src/lib.rs", "dbg!")).find(({ title }) => title === "Fix all `unfinished-code` in this file");
      assert.ok(action && action.edit === undefined);
      const resolved = await client.connection.sendRequest<typeof action>("codeAction/resolve", action);
      assert.equal(applied(text, resolved), text.replaceAll("dbg!(2)", "2"));
      await client.type("src/lib.rs", { find: "one", text: "uno" });
      assert.equal((await client.connection.sendRequest<typeof action>("codeAction/resolve", action)).edit, undefined, "the text is another one");
      assert.ok((await client.actions("src/lib.rs", "raw.unwrap()")).every(({ title }) => !title.startsWith("Fix all")), "there is only one");
    });
  });
});
