/** The server and the tools of the toolchain: findings of clippy beside our own, and no process without trust. */
import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "../server/src/lsp/host.js";
import type { ExternalFinding, Range } from "../server/src/release/externalFinding.js";
import { FakeClippy } from "./fakeClippy.js";
import { only, TestClient } from "./lspHarness.js";
import { applied, positionOf } from "./lspText.js";

const text = "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n\nfn b() {\n    let v = Vec::from([1]);\n    drop(v.len() == 0);\n}\n";

describe("tools over LSP", function () {
  this.timeout(30_000);
  let client: TestClient;
  let clippy: FakeClippy;
  const start = async (): Promise<void> => {
    clippy = new FakeClippy();
    client = await TestClient.start({ settings: only("unwrap-in-production"), host: () => ({ clippy: clippy.make }) });
    await client.until(() => clippy.events !== undefined || client.status !== undefined, "initialization");
    assert.ok(clippy.events);
  };
  /** A finding of clippy at the n-th occurrence of a text in the document as it was opened. */
  const lint = (code: string, at: string, more: Partial<ExternalFinding> = {}, source = text, occurrence = 0): ExternalFinding => {
    let offset = source.indexOf(at);
    for (let count = 0; count < occurrence; count++) offset = source.indexOf(at, offset + 1);
    const range: Range = { start: positionOf(source, offset), end: positionOf(source, offset + at.length) };
    return { path: join(client.folder, "a.rs"), range, severity: "warning", source: "clippy", code, message: code, related: [], tags: [], fixes: [], package: "p", targets: ["lib p"], generation: 1, ...more };
  };
  const tell = (...findings: readonly ExternalFinding[]): void => clippy.events?.onClippyFindings(join(client.folder, "a.rs"), findings);
  const emptiness = (): ExternalFinding =>
    lint("len_zero", "v.len() == 0", { href: "https://rust-lang.github.io/rust-clippy/x", fixes: [{ title: "use `is_empty`", applicability: "MachineApplicable", edits: [{ range: lint("", "v.len() == 0").range, oldText: "v.len() == 0", newText: "v.is_empty()" }] }] });

  describe("findings of clippy", () => {
    beforeEach(() => start());
    afterEach(() => client.stop());

    it("folds a twin into the live finding and shows the others with code, link and source", async () => {
      await client.open("a.rs", text);
      assert.deepEqual(await client.found("a.rs"), ["2:unwrap-in-production"]);
      tell(lint("unwrap_used", "x.unwrap()"), emptiness());
      await client.settles("a.rs", ["2:unwrap-in-production", "7:len_zero"]);
      const [own, other] = await client.diagnostics("a.rs");
      assert.deepEqual(own?.relatedInformation?.map((place) => place.message), ["confirmed by clippy::unwrap_used"]);
      assert.deepEqual([other?.source, other?.codeDescription?.href], ["clippy", "https://rust-lang.github.io/rust-clippy/x"]);
      tell();
      await client.settles("a.rs", ["2:unwrap-in-production"]);
    });

    it("folds each of several twins on one line", async () => {
      const line = "fn a(x: Option<u8>, y: Option<u8>) -> u8 {\n    x.unwrap() + y.unwrap()\n}\n";
      await client.open("a.rs", line);
      tell(lint("unwrap_used", "x.unwrap()", {}, line), lint("unwrap_used", "y.unwrap()", {}, line));
      await client.idle();
      await client.settles("a.rs", ["2:unwrap-in-production", "2:unwrap-in-production"]);
      const chain = "fn a(x: Option<Option<u8>>) -> u8 {\n    x.unwrap().unwrap()\n}\n";
      await client.replaceAll("a.rs", chain);
      await client.save("a.rs");
      await client.idle();
      tell(lint("unwrap_used", "x.unwrap()", {}, chain), lint("unwrap_used", "x.unwrap().unwrap()", {}, chain));
      await client.idle();
      await client.settles("a.rs", ["2:unwrap-in-production", "2:unwrap-in-production"]);
    });

    it("offers clippy's own suggestion, for the folded finding too, as edits of this version", async () => {
      await client.open("a.rs", text);
      const fix = { title: "use `expect`", applicability: "MaybeIncorrect" as const, edits: [{ range: lint("", "unwrap()").range, oldText: "unwrap()", newText: 'expect("y")' }] };
      tell(lint("unwrap_used", "x.unwrap()", { fixes: [fix] }), emptiness());
      await client.type("a.rs", { find: "fn a", text: "// above\nfn a" });
      const own = (await client.actions("a.rs", "unwrap")).map((action) => action.title);
      assert.ok(own.indexOf("use `expect` (clippy, may be wrong)") < own.findIndex((title) => title.startsWith("Waive")) && own.includes("use `expect` (clippy, may be wrong)"), own.join(", "));
      const silencing = own.filter((title) => /^(?:Expect|Waive) /.test(title));
      assert.deepEqual(silencing, [
        "Expect `clippy::unwrap_used` for this expression, with a reason", "Expect `clippy::unwrap_used` for this crate, with a reason", "Waive `unwrap-in-production` here with a reason",
        "Waive `unwrap-in-production` for this function by `#[expect]`", "Waive `unwrap-in-production` for this file with a reason",
      ], "the function's attribute once");
      const [action, ...rest] = await client.actions("a.rs", "len()");
      assert.deepEqual(rest.map((other) => other.title), ["Expect `clippy::len_zero` for this statement, with a reason", "Expect `clippy::len_zero` for this function, with a reason", "Expect `clippy::len_zero` for this crate, with a reason"]);
      assert.deepEqual([action?.title, action?.isPreferred], ["use `is_empty` (clippy)", true]);
      assert.ok(action && applied(client.text("a.rs"), action).includes("drop(v.is_empty());"));
      assert.deepEqual(await client.actions("a.rs", "len()", ["refactor"]), []);
    });

    it("moves with edits, is dropped by one that touches it, and comes back when that is erased", async () => {
      await client.open("a.rs", text);
      tell(emptiness());
      await client.type("a.rs", { find: "fn b", text: "fn c() {}\n\nfn b" });
      await client.settles("a.rs", ["2:unwrap-in-production", "9:len_zero"]);
      await client.type("a.rs", { find: "v.len", text: "v.xlen" });
      await client.settles("a.rs", ["2:unwrap-in-production"]);
      await client.save("a.rs");
      await client.idle();
      tell({ ...emptiness(), range: { start: { line: 8, character: 9 }, end: { line: 8, character: 21 } } });
      await client.settles("a.rs", ["2:unwrap-in-production", "9:len_zero"]);
      const inside = client.text("a.rs").indexOf("len()");
      await client.replace("a.rs", inside, inside, "y");
      await client.settles("a.rs", ["2:unwrap-in-production"]);
      await client.replace("a.rs", inside, inside + 1, "");
      await client.settles("a.rs", ["2:unwrap-in-production", "9:len_zero"]);
    });

    it("lands at the right place when it arrives while the user types on", async () => {
      await client.open("a.rs", text);
      await client.save("a.rs");
      await client.idle();
      for (const letter of ["/", "/", " ", "x", "\n", "\n"]) await client.replace("a.rs", client.text("a.rs").indexOf("fn a"), client.text("a.rs").indexOf("fn a"), letter);
      await client.diagnostics("a.rs");
      // Clippy read what was saved.
      tell(emptiness());
      await client.settles("a.rs", ["4:unwrap-in-production", "9:len_zero"]);
      await client.close("a.rs");
      await client.settles("a.rs", ["7:len_zero"]);
    });

    it("shows findings of files that are not open, and hides nothing when one is opened", async () => {
      client.write("a.rs", text);
      tell(emptiness());
      await client.settles("a.rs", ["7:len_zero"]);
      await client.open("a.rs");
      await client.settles("a.rs", ["2:unwrap-in-production", "7:len_zero"]);
    });

    it("does not bring back live findings of a file that is excluded", async () => {
      client.write("covenant.toml", 'exclude = ["a.rs"]\n');
      await client.open("a.rs", text);
      assert.deepEqual(await client.found("a.rs"), []);
      tell(emptiness());
      await client.settles("a.rs", ["7:len_zero"]);
    });

    it("is told of saves, by path", async () => {
      await client.open("a.rs", text);
      await client.save("a.rs");
      await client.idle();
      assert.deepEqual(clippy.saves, [join(client.folder, "a.rs")]);
      assert.deepEqual(clippy.trust, [true]);
    });
  });

  describe("trust", () => {
    const realTools = (host: Host): Partial<Host> => ({ ...(host.clippy ? { clippy: host.clippy } : {}), ...(host.checklist ? { checklist: host.checklist } : {}) });
    const files = { "Cargo.toml": '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n', "src/lib.rs": text };
    let programs: string;

    beforeEach(function () {
      if (process.platform === "win32") this.skip();
      programs = mkdtempSync(join(tmpdir(), "covenant-programs-"));
      writeFileSync(join(programs, "cargo"), `#!/bin/sh\necho "$@" >> "${join(programs, "started")}"\nexit 101\n`);
      chmodSync(join(programs, "cargo"), 0o755);
    });
    afterEach(async () => {
      await client.stop();
      rmSync(programs, { recursive: true, force: true });
    });

    it("is needed before any process starts; given, they start", async () => {
      client = await TestClient.start({ trusted: false, files, host: realTools, settings: { ...only("unwrap-in-production"), clippyOnSave: "own", cargoPath: join(programs, "cargo") } });
      await client.open("src/lib.rs");
      assert.deepEqual(await client.found("src/lib.rs"), ["2:unwrap-in-production"], "the live rules run");
      await client.save("src/lib.rs");
      const refused = (method: string, params: object): Promise<unknown> => assert.rejects(client.connection.sendRequest(method, params), /not trusted/);
      await refused("covenant/runClippy", {});
      await refused("covenant/runChecklist", {});
      await refused("covenant/runChecklist", { manifest: client.uri("Cargo.toml"), item: "tests" });
      await client.connection.sendRequest("covenant/cancelClippy");
      await client.connection.sendRequest("covenant/cancelChecklist");
      await client.connection.sendRequest("covenant/checklist");
      await client.connection.sendRequest("covenant/evidence", { manifest: client.uri("Cargo.toml"), item: "tests" });
      await client.connection.sendNotification("covenant/settings", { ...only(), clippyOnSave: "own", cargoPath: join(programs, "cargo"), clippyArguments: ["--config", "build.rustc-wrapper='x'"] });
      await client.watched("Cargo.toml", "src/lib.rs");
      // Longer than the waits after a save and a change on disk.
      await new Promise((resolve) => setTimeout(resolve, 900));
      assert.equal(existsSync(join(programs, "started")), false);
      assert.equal(client.status?.clippy, "untrusted");
      await client.connection.sendNotification("covenant/trustGranted", null);
      await client.save("src/lib.rs");
      await client.until(() => client.status?.clippy === "failed" || client.status?.clippy === "missing", "clippy");
      assert.equal(existsSync(join(programs, "started")), true);
    });

    it("does not help where there is no cargo: that is a state, not a message to the user", async () => {
      client = await TestClient.start({ files, host: realTools, settings: { ...only("unwrap-in-production"), clippyOnSave: "own", cargoPath: join(programs, "no-such-cargo") } });
      await client.open("src/lib.rs");
      await client.save("src/lib.rs");
      await client.until(() => client.status?.clippy === "missing", "the state `missing`");
      assert.notEqual(client.status?.clippyDetail ?? "", "");
      assert.deepEqual(await client.found("src/lib.rs"), ["2:unwrap-in-production"]);
    });
  });
});
