/** The server while a document is open, edited, saved and closed; code actions and hover. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SnippetFix } from "../server/src/protocol/index.js";
import { only, TestClient, type ClientOptions } from "./lspHarness.js";
import { applied } from "./lspText.js";

const unwraps = only("unwrap-in-production");

describe("editing over LSP", function () {
  this.timeout(30_000);
  let client: TestClient;
  const start = async (options: ClientOptions = {}): Promise<TestClient> => (client = await TestClient.start({ settings: unwraps, ...options }));
  afterEach(() => client.stop());

  it("publishes for the version that is open, after each change, and clears what a close leaves", async () => {
    await start();
    await client.open("a.rs", "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n");
    assert.deepEqual(await client.found("a.rs"), ["2:unwrap-in-production"]);
    await client.type("a.rs", { find: "fn a", text: "// one line more\nfn a" });
    const [moved] = await client.diagnostics("a.rs");
    assert.deepEqual(moved?.range, { start: { line: 2, character: 6 }, end: { line: 2, character: 14 } });
    assert.equal(client.published.at(-1)?.version, 2);
    assert.deepEqual([moved?.source, moved?.severity], ["covenant", 1]);
    await client.type("a.rs", { find: ".unwrap()", text: ".unwrap_or(0)" }, { find: "one line more", text: "mended" });
    assert.deepEqual(await client.found("a.rs"), []);
    await client.replaceAll("a.rs", "fn b(x: Option<u8>) -> u8 { x.unwrap() }\n");
    assert.deepEqual(await client.found("a.rs"), ["1:unwrap-in-production"]);
    await client.save("a.rs");
    await client.close("a.rs");
    assert.deepEqual(await client.diagnostics("a.rs").then(async () => { await client.settles("a.rs", []); return client.published.at(-1)?.diagnostics; }), []);
    await client.idle();
    assert.equal(client.host.syntax.liveTrees, 0);
  });

  it("joins changes that wait together", async () => {
    await start();
    await client.open("a.rs", "fn a(x: Option<u8>) {\n    x.unwrap();\n}\n");
    await client.diagnostics("a.rs");
    const before = client.published.length;
    await Promise.all(Array.from({ length: 40 }, (_, index) => client.replace("a.rs", 0, 0, `// ${index}\n`)));
    assert.deepEqual(await client.found("a.rs"), ["42:unwrap-in-production"]);
    assert.equal(client.published.length, before + 1);
  });

  it("gives up the work for a version when a newer one arrives", async () => {
    // A clock on which every step takes longer than a slice: one segment is judged between two readings of messages.
    let now = 0;
    await start({ development: false, host: () => ({ now: () => (now += 100) }) });
    const functions = Array.from({ length: 300 }, (_, index) => `fn f${index}(x: Option<u8>) {\n    x.unwrap();\n}\n`).join("");
    await client.open("a.rs", functions);
    const opened = now;
    while (now < opened + 2_000) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(client.published.length, 0, "the first version is still being judged");
    await client.type("a.rs", { find: "x.unwrap();", text: "drop(x);" });
    assert.equal((await client.diagnostics("a.rs")).length, 299);
    assert.deepEqual(client.published.map((published) => published.version), [2]);
    // What was judged for the first version was kept: far less than two whole judgements were made.
    assert.ok(client.host.syntax.liveTrees <= 1);
  });

  it("answers a request for the version it is asked about, even while that waits to be judged", async () => {
    await start();
    await client.open("a.rs", "fn a() {}\n");
    await client.type("a.rs", { find: "{}", text: "{ b.unwrap(); }" });
    const actions = await client.actions("a.rs", "unwrap");
    assert.ok(actions.length > 0);
    for (const action of actions) for (const change of action.edit?.documentChanges ?? []) assert.equal("textDocument" in change && change.textDocument.version, 2);
  });

  it("offers snippets to a client that knows them and plain text to any other", async () => {
    const text = "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n";
    await start();
    await client.open("a.rs", text);
    const plain = (await client.actions("a.rs", "unwrap")).find((action) => action.title.startsWith("Waive"));
    assert.ok(plain && plain.command === undefined);
    assert.equal(applied(text, plain), "fn a(x: Option<u8>) -> u8 {\n    // covenant: allow(unwrap-in-production) -- reason\n    x.unwrap()\n}\n");
    assert.equal((await client.diagnostics("a.rs"))[0]?.codeDescription, undefined);
    await client.stop();

    await start({ commands: true });
    await client.open("a.rs", text);
    const rich = (await client.actions("a.rs", "unwrap")).find((action) => action.title.startsWith("Waive"));
    assert.equal(rich?.command?.command, "covenant.applySnippetFix");
    assert.equal(rich.edit, undefined);
    const [fix] = rich.command.arguments as [SnippetFix];
    assert.deepEqual([fix.uri, fix.version, fix.edits[0]?.snippet], [client.uri("a.rs"), 1, "    // covenant: allow(unwrap-in-production) -- ${1:reason}\n"]);
    assert.equal((await client.diagnostics("a.rs"))[0]?.codeDescription?.href, "covenant-page:/rules/unwrap-in-production.md");
  });

  it("mends a finding with what it offers", async () => {
    await start();
    await client.open("a.rs", 'fn a() -> Result<u8, std::num::ParseIntError> {\n    Ok("1".parse::<u8>().unwrap())\n}\n');
    const fix = (await client.actions("a.rs", "unwrap", ["quickfix"])).find((action) => action.isPreferred);
    assert.ok(fix);
    await client.replaceAll("a.rs", applied(client.text("a.rs"), fix));
    assert.match(client.text("a.rs"), /parse::<u8>\(\)\?/);
    assert.deepEqual(await client.found("a.rs"), []);
  });

  it("applies all safe fixes, and no others, when asked for source actions only", async () => {
    await start({ settings: only("unfinished-code", "unwrap-in-production") });
    const text = "fn a(x: Option<u8>) -> u8 {\n    let y = dbg!(1u8) + dbg!(2u8);\n    x.unwrap() + y\n}\n";
    await client.open("a.rs", text);
    assert.ok((await client.actions("a.rs", "dbg!(1u8)")).every((action) => action.kind !== "source.fixAll.covenant"));
    for (const kind of ["source", "source.fixAll", "source.fixAll.covenant"]) {
      const actions = await client.actions("a.rs", "fn", [kind]);
      assert.deepEqual(actions.map((action) => action.kind), ["source.fixAll.covenant"]);
      assert.equal(actions[0] && applied(text, actions[0]), "fn a(x: Option<u8>) -> u8 {\n    let y = 1u8 + 2u8;\n    x.unwrap() + y\n}\n");
    }
    assert.deepEqual(await client.actions("a.rs", "fn", ["source.organizeImports"]), []);
  });

  it("edits a file of Windows lines with Windows lines", async () => {
    await start();
    const text = "fn a(x: Option<u8>) -> u8 {\r\n    x.unwrap()\r\n}\r\n";
    await client.open("a.rs", text);
    for (const action of await client.actions("a.rs", "unwrap")) {
      const after = applied(text, action);
      assert.equal(after.split("\r\n").length, after.split("\n").length, action.title);
    }
  });

  it("explains a finding on hover as the command line does, with or without examples", async () => {
    await start();
    await client.open("a.rs", "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n");
    const text = await client.hover("a.rs", "unwrap");
    const page = client.host.rulePage("unwrap-in-production");
    assert.equal(text, `*In production code of a library.*\n\n${page ?? ""}`);
    assert.match(text ?? "", /## How to waive/);
    assert.match(text ?? "", /```rust/);
    assert.equal(await client.hover("a.rs", "fn a"), undefined);
    assert.deepEqual(await client.connection.sendRequest("covenant/explain", { rule: "unwrap-in-production" }), { markdown: page });
    assert.equal(await client.connection.sendRequest("covenant/explain", { rule: "no-such-rule" }), null);
    await client.stop();
    await start({ settings: { ...unwraps, hoverExamples: false } });
    await client.open("a.rs", "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n");
    assert.doesNotMatch((await client.hover("a.rs", "unwrap")) ?? "```", /```/);
  });

  it("dims, raises and switches off by settings, and by the switch for everything", async () => {
    await start();
    await client.open("a.rs", "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n");
    assert.equal((await client.diagnostics("a.rs"))[0]?.severity, 1);
    const send = (more: object): Promise<void> => client.connection.sendNotification("covenant/settings", more);
    await send({ rules: { ...unwraps.rules, "unwrap-in-production": "hint" } });
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 4);
    await send({ rules: { ...unwraps.rules, "unwrap-in-production": "off" } });
    await client.settles("a.rs", []);
    await send(unwraps);
    await client.settles("a.rs", ["2:unwrap-in-production"]);
    await send({ ...unwraps, enable: false });
    await client.settles("a.rs", []);
    assert.equal(await client.hover("a.rs", "unwrap"), undefined);
    assert.deepEqual(await client.actions("a.rs", "unwrap"), []);
  });

  it("sums up what is beyond the limit of findings", async () => {
    await start({ settings: { ...unwraps, maxFindingsPerFile: 3 } });
    await client.open("a.rs", Array.from({ length: 8 }, (_, index) => `fn f${index}(x: Option<u8>) { x.unwrap(); }\n`).join(""));
    const diagnostics = await client.diagnostics("a.rs");
    assert.equal(diagnostics.length, 4);
    assert.match(diagnostics[3]?.message ?? "", /^5 more findings/);
  });

  it("writes a report for those who help", async () => {
    await start();
    await client.open("a.rs", "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n");
    await client.diagnostics("a.rs");
    const { markdown } = await client.connection.sendRequest<{ markdown: string }>("covenant/report");
    assert.match(markdown, /open Rust documents: 1; parse trees alive: 0/);
    assert.match(markdown, /- unwrap-in-production: \d/);
  });

  it("leaves a folder it may not write to as it is", async () => {
    await start({ files: { "Cargo.toml": '[package]\nname = "a"\nversion = "0.1.0"\n', "src/lib.rs": "fn a(x: Option<u8>) { x.unwrap(); }\n" } });
    await client.open("src/lib.rs");
    assert.deepEqual(await client.found("src/lib.rs"), ["1:unwrap-in-production"]);
    assert.equal(readFileSync(join(client.folder, "src/lib.rs"), "utf8"), client.text("src/lib.rs"));
    for (const name of ["target", ".covenant", "Cargo.lock"]) assert.equal(existsSync(join(client.folder, name)), false, name);
  });
});
