/** The server and what surrounds a document: configuration files, other files of the crate, folders that go away. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { only, TestClient, type ClientOptions } from "./lspHarness.js";

const manifest = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
const unwrapping = "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n";
const unwraps = only("unwrap-in-production");
const broken = "[rules]\nunwrap-in-production = \"of\n";

describe("projects over LSP", function () {
  this.timeout(30_000);
  let client: TestClient;
  const start = async (files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<TestClient> => (client = await TestClient.start({ settings: unwraps, files, ...options }));
  afterEach(() => client.stop());

  it("shows the calls that lead to a blocking one, in open files where they are now and in others as on the disk", async () => {
    const disk = "pub fn load() {\n    std::fs::read(\"a\").ok();\n}\n";
    await start({ "Cargo.toml": manifest, "src/lib.rs": "mod disk;\nasync fn f() {\n    disk::load();\n}\n", "src/disk.rs": disk }, { settings: only("blocking-in-async") });
    const related = async (): Promise<unknown> => (await client.diagnostics("src/lib.rs")).map(({ relatedInformation }) => relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]));
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", ["3:blocking-in-async"]);
    assert.deepEqual(await related(), [[[client.uri("src/disk.rs"), 1, "`load` calls `std::fs::read`, which blocks"]]]);
    await client.open("src/disk.rs");
    await client.replaceAll("src/disk.rs", disk.replace("std::fs::read(\"a\").ok();", ""));
    await client.settles("src/lib.rs", []);
    await client.replaceAll("src/disk.rs", `\n\n${disk}`);
    await client.settles("src/lib.rs", ["3:blocking-in-async"]);
    assert.deepEqual(await related(), [[[client.uri("src/disk.rs"), 3, "`load` calls `std::fs::read`, which blocks"]]]);
  });

  describe("covenant.toml", () => {
    const off = '[rules]\nunwrap-in-production = "off"\n';

    it("sets levels, overrides paths, and the nearest file wins", async () => {
      await start({
        "Cargo.toml": manifest,
        "covenant.toml": '[rules]\nunwrap-in-production = "warning"\n[[overrides]]\npaths = ["src/generated/**"]\n[overrides.rules]\nunwrap-in-production = "hint"\n',
        "src/lib.rs": `mod generated;\nmod quiet;\n${unwrapping}`,
        "src/generated/mod.rs": unwrapping,
        "src/quiet/mod.rs": unwrapping,
        "src/quiet/covenant.toml": off,
      });
      const severity = async (path: string): Promise<readonly unknown[]> => {
        await client.open(path);
        return (await client.diagnostics(path)).map((diagnostic) => diagnostic.severity);
      };
      assert.deepEqual(await severity("src/lib.rs"), [2]);
      assert.deepEqual(await severity("src/generated/mod.rs"), [4]);
      assert.deepEqual(await severity("src/quiet/mod.rs"), []);
      await client.until(() => client.status?.configFiles.length === 2);
      assert.deepEqual(client.status?.configFiles, [client.uri("src/quiet/covenant.toml"), client.uri("covenant.toml")]);
    });

    it("takes effect while it is typed, before it is saved", async () => {
      await start({ "covenant.toml": "", "a.rs": unwrapping });
      await client.open("a.rs");
      assert.deepEqual(await client.found("a.rs"), ["2:unwrap-in-production"]);
      await client.open("covenant.toml");
      await client.replaceAll("covenant.toml", off);
      await client.settles("a.rs", []);
      // Closing without saving: the file on the disk holds.
      await client.close("covenant.toml");
      await client.settles("a.rs", ["2:unwrap-in-production"]);
    });

    it("is seen when a file is opened or the window is back, even if no watcher says that it changed", async () => {
      await start({ "a.rs": unwrapping, "b.rs": unwrapping });
      await client.open("a.rs");
      assert.deepEqual(await client.found("a.rs"), ["2:unwrap-in-production"]);
      client.write("covenant.toml", off);
      await client.open("b.rs");
      await client.settles("a.rs", []);
      client.write("covenant.toml", '[rules]\nunwrap-in-production = "hint"\n');
      await client.connection.sendNotification("covenant/windowFocused", null);
      await client.settles("a.rs", ["2:unwrap-in-production"]);
      assert.deepEqual((await client.diagnostics("a.rs")).map(({ severity }) => severity), [4]);
      rmSync(join(client.folder, "covenant.toml"));
      await client.connection.sendNotification("covenant/windowFocused", null);
      await client.until(() => client.status?.configFiles.length === 0);
      assert.deepEqual((await client.diagnostics("a.rs")).map(({ severity }) => severity), [1]);
    });

    it("keeps the last good configuration while the file is broken, and says where", async () => {
      await start({ "covenant.toml": off, "a.rs": unwrapping, "b.rs": unwrapping });
      await client.open("a.rs");
      assert.deepEqual(await client.found("a.rs"), []);
      await client.open("covenant.toml");
      await client.type("covenant.toml", { find: '"off"', text: '"of' });
      await client.until(() => client.status?.configError !== undefined);
      assert.deepEqual([client.status?.configError?.uri, client.status?.configError?.line], [client.uri("covenant.toml"), 1]);
      const [problem] = await client.diagnostics("covenant.toml");
      assert.deepEqual([problem?.range.start.line, problem?.severity, problem?.source], [1, 1, "covenant"]);
      await client.type("a.rs", { find: "fn a", text: "fn aa" });
      assert.deepEqual(await client.found("a.rs"), [], "nothing is switched on or off by the mistake");
      // A change of settings reads everything again; what the broken file said last must survive that.
      await client.connection.sendNotification("covenant/settings", { ...only("unwrap-in-production", "unfinished-code") });
      await client.idle();
      await client.open("b.rs");
      assert.deepEqual(await client.found("b.rs"), []);
      await client.type("covenant.toml", { find: '"of', text: '"hint"' });
      await client.settles("a.rs", ["2:unwrap-in-production"]);
      await client.until(() => client.status?.configError === undefined);
      assert.deepEqual(await client.diagnostics("covenant.toml"), []);
    });

    it("shows a file that is broken from the start, in a package or out of one, opened or not", async () => {
      await start({ "covenant.toml": broken, "a.rs": unwrapping });
      await client.open("a.rs");
      await client.until(() => client.status?.configError !== undefined, "status");
      await client.until(() => client.published.some(({ uri, diagnostics }) => uri === client.uri("covenant.toml") && diagnostics.length === 1), "the problem in the file");
    });

    it("shows the problems of two files at once, and clears each by itself", async () => {
      await start({ "one/Cargo.toml": manifest, "one/src/lib.rs": unwrapping, "one/covenant.toml": broken, "two/Cargo.toml": manifest.replace("demo", "two"), "two/src/lib.rs": unwrapping, "two/covenant.toml": broken });
      for (const name of ["one", "two"]) {
        await client.open(`${name}/src/lib.rs`);
        await client.open(`${name}/covenant.toml`);
        await client.settles(`${name}/covenant.toml`, ["2:configuration"]);
      }
      await client.replaceAll("one/covenant.toml", off);
      await client.settles("one/covenant.toml", []);
      await client.settles("one/src/lib.rs", []);
      await client.idle();
      assert.deepEqual(await client.found("two/covenant.toml"), ["2:configuration"]);
      assert.equal(client.status?.configError?.uri, client.uri("two/covenant.toml"));
      await client.close("two/covenant.toml");
      await client.idle();
      assert.deepEqual(await client.found("two/covenant.toml"), ["2:configuration"], "the file on the disk is as broken as the closed text");
    });

    it("follows edits of a file with Windows lines exactly", async () => {
      await start({ "covenant.toml": '[rules]\r\nunfinished-code = "off"\r\nunwrap-in-production = "off"\r\n', "a.rs": unwrapping });
      await client.open("a.rs");
      await client.open("covenant.toml");
      await client.type("covenant.toml", { find: 'production = "off"', text: 'production = "hint"' });
      await client.settles("a.rs", ["2:unwrap-in-production"]);
      assert.equal(client.status?.configError, undefined);
    });

    it("leaves excluded files alone, in everything", async () => {
      await start({ "covenant.toml": 'exclude = ["vendor/**"]\n', "vendor/a.rs": unwrapping, "b.rs": unwrapping });
      await client.open("vendor/a.rs");
      await client.open("b.rs");
      assert.deepEqual(await client.found("b.rs"), ["2:unwrap-in-production"]);
      assert.deepEqual(await client.found("vendor/a.rs"), []);
      assert.deepEqual(await client.actions("vendor/a.rs", "unwrap"), []);
      assert.equal(await client.hover("vendor/a.rs", "unwrap"), undefined);
    });
  });

  describe("the crate", () => {
    const docs = { settings: only("missing-docs") };

    it("changes its verdict when a module opens in another file that is not saved", async () => {
      await start({ "Cargo.toml": manifest, "src/lib.rs": "//! Demo.\nmod inner;\n", "src/inner.rs": "pub fn f() {}\n" }, docs);
      await client.open("src/inner.rs");
      await client.settles("src/inner.rs", []);
      await client.open("src/lib.rs");
      await client.type("src/lib.rs", { find: "mod inner", text: "/// Inner.\npub mod inner" });
      await client.settles("src/inner.rs", ["1:missing-docs"]);
      await client.type("src/lib.rs", { find: "pub mod", text: "pub(crate) mod" });
      await client.settles("src/inner.rs", []);
      await client.type("src/lib.rs", { find: "pub(crate) mod inner;", text: "mod inner;\npub use inner::f;" });
      await client.settles("src/inner.rs", ["1:missing-docs"]);
    });

    it("keeps what an open buffer says when its file is told to have changed on the disk", async () => {
      await start({ "Cargo.toml": manifest, "src/lib.rs": "//! Demo.\nmod inner;\n", "src/inner.rs": "pub fn f() {}\n" }, docs);
      await client.open("src/inner.rs");
      await client.open("src/lib.rs");
      await client.type("src/lib.rs", { find: "mod inner", text: "/// Inner.\npub mod inner" });
      await client.settles("src/inner.rs", ["1:missing-docs"]);
      await client.watched("src/lib.rs", "src/inner.rs");
      await client.idle();
      assert.deepEqual(await client.found("src/inner.rs"), ["1:missing-docs"]);
      // Closing without saving: now the disk holds.
      await client.close("src/lib.rs");
      await client.settles("src/inner.rs", []);
    });

    it("takes a file for test code that only tests declare, wherever it stands", async () => {
      await start({ "Cargo.toml": manifest, "src/lib.rs": "#[cfg(test)]\nmod helpers;\n", "src/helpers.rs": unwrapping });
      await client.open("src/helpers.rs");
      await client.settles("src/helpers.rs", []);
      await client.open("src/lib.rs");
      await client.type("src/lib.rs", { find: "#[cfg(test)]\n", text: "" });
      await client.settles("src/helpers.rs", ["2:unwrap-in-production"]);
    });

    it("knows the test features that covenant.toml adds, in every file of the crate, open or not", async () => {
      const files = { "Cargo.toml": manifest, "covenant.toml": "", "src/lib.rs": '#[cfg(feature = "rig")]\nmod helpers;\n', "src/helpers.rs": unwrapping };
      for (const open of [false, true]) {
        await start(files);
        if (open) await client.open("src/lib.rs");
        await client.open("src/helpers.rs");
        await client.settles("src/helpers.rs", ["2:unwrap-in-production"]);
        await client.idle();
        await client.open("covenant.toml");
        await client.replaceAll("covenant.toml", '[regions]\ntestFeatures = ["rig"]\n');
        await client.settles("src/helpers.rs", []);
        await client.replaceAll("covenant.toml", "");
        await client.settles("src/helpers.rs", ["2:unwrap-in-production"]);
        if (!open) await client.stop();
      }
    });

    it("learns of files and manifests that appear", async () => {
      await start({ "a/src/lib.rs": "//! Demo.\npub mod inner;\n" }, docs);
      await client.open("a/src/lib.rs");
      // Without a package nobody knows whether the module is documented in its own file.
      assert.deepEqual(await client.found("a/src/lib.rs"), []);
      client.write("a/Cargo.toml", manifest);
      client.write("a/src/inner.rs", "fn private() {}\n");
      await client.watched("a/Cargo.toml", "a/src/inner.rs");
      await client.settles("a/src/lib.rs", ["2:missing-docs"]);
      client.write("a/src/inner.rs", "//! Documented inside.\n");
      await client.watched("a/src/inner.rs");
      await client.settles("a/src/lib.rs", []);
    });
  });

  it("goes on when a folder is removed under an open file, from the editor or from the disk", async () => {
    await start({ "Cargo.toml": manifest, "covenant.toml": '[rules]\nunwrap-in-production = "hint"\n', "src/lib.rs": unwrapping });
    await client.open("src/lib.rs");
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 4);
    rmSync(join(client.folder, "src"), { recursive: true });
    rmSync(join(client.folder, "Cargo.toml"));
    rmSync(join(client.folder, "covenant.toml"));
    await client.watched("src/lib.rs", "Cargo.toml", "covenant.toml");
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 1, "the level without a configuration");
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [{ uri: client.uri(""), name: "work" }] } });
    await client.type("src/lib.rs", { find: "fn a", text: "fn b(x: Option<u8>) { x.unwrap(); }\nfn a" });
    assert.deepEqual(await client.found("src/lib.rs"), ["1:unwrap-in-production", "3:unwrap-in-production"]);
    await client.close("src/lib.rs");
    await client.settles("src/lib.rs", []);
  });

  it("judges what has no file: an untitled document, and one of another scheme", async () => {
    await start({});
    for (const uri of ["untitled:Untitled-1", "git:/x/a.rs?ref=HEAD"]) {
      await client.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "rust", version: 1, text: unwrapping } });
      await client.until(() => client.published.some((published) => published.uri === uri && published.diagnostics.length === 1), uri);
    }
  });
});
