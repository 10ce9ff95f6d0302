/** New-code mode in the editor, on repositories of real git. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../server/src/lsp/settings.js";
import { checkJson, covenant, manifest, onlyUnwrap, sandbox, unwrapping, type Sandbox } from "./cli/harness.js";
import { FakeClippy } from "./fakeClippy.js";
import { applied } from "./lspText.js";
import { only, TestClient, type ClientOptions } from "./lspHarness.js";

const rule = "unwrap-in-production";

describe("new-code mode over LSP", function () {
  this.timeout(30_000);
  let box: Sandbox;
  let client: TestClient;
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...args], { cwd: box.folder, encoding: "utf8" });
  const commit = (): void => {
    git("add", "--all");
    git("commit", "--quiet", "--message", "more");
  };
  const start = async (newCode: "all" | "sinceBase" | "uncommitted", more: ClientOptions = {}): Promise<void> => {
    client = await TestClient.start({ folder: box.folder, ...more, settings: { ...only(rule), newCode, ...more.settings } });
  };
  const focus = (): Promise<void> => client.connection.sendNotification("covenant/windowFocused", null);
  beforeEach(() => {
    box = sandbox({ "Cargo.toml": manifest("a"), "src/lib.rs": unwrapping("one") + unwrapping("two") });
    git("init", "--quiet", "--initial-branch=main");
    commit();
  });
  afterEach(async () => {
    await client.stop();
    box.remove();
  });

  it("shows what is not committed, saved or not, and follows commits", async () => {
    await start("uncommitted");
    await client.open("src/lib.rs");
    await client.until(() => client.status?.newCode?.base === "HEAD", "an answer of git");
    assert.deepEqual(await client.found("src/lib.rs"), []);
    assert.equal(await client.hover("src/lib.rs", "unwrap"), undefined);
    assert.deepEqual(await client.actions("src/lib.rs", "unwrap"), []);
    await client.type("src/lib.rs", { find: "fn one", text: "fn zero() {}\nfn one" });
    assert.deepEqual(await client.found("src/lib.rs"), [], "old lines that move are old");
    await client.type("src/lib.rs", { find: "fn zero() {}\n", text: unwrapping("zero") });
    assert.deepEqual(await client.found("src/lib.rs"), [`2:${rule}`]);
    assert.ok((await client.actions("src/lib.rs", "unwrap")).length > 0);
    await client.save("src/lib.rs");
    await client.idle();
    assert.deepEqual(await client.found("src/lib.rs"), [`2:${rule}`], "a save changes nothing");
    await client.type("src/lib.rs", { find: "fn two", text: `${unwrapping("after")}fn two` });
    assert.deepEqual(await client.found("src/lib.rs"), [`2:${rule}`, `8:${rule}`]);
    await client.save("src/lib.rs");
    commit();
    await focus();
    await client.settles("src/lib.rs", []);
    // Git's own folder is watched: nobody says anything.
    git("reset", "--quiet", "--soft", "HEAD~1");
    await client.settles("src/lib.rs", [`2:${rule}`, `8:${rule}`]);
  });

  it("shows what is new since the base branch, and all again when it is switched off", async () => {
    git("checkout", "--quiet", "-b", "topic");
    box.write("src/lib.rs", unwrapping("zero") + unwrapping("one") + unwrapping("two"));
    commit();
    await start("sinceBase");
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", [`2:${rule}`]);
    await client.until(() => client.status?.newCode?.base === "main", "the base branch in the status");
    assert.deepEqual((await checkJson(box, [...onlyUnwrap, "--since", "main"])).report.findings.map((finding) => `${finding.start.line}:${finding.rule}`), [`2:${rule}`]);
    const settings = { ...defaultSettings, ...only(rule) };
    await client.connection.sendNotification("covenant/settings", settings);
    await client.settles("src/lib.rs", [`2:${rule}`, `5:${rule}`, `8:${rule}`]);
    await client.until(() => client.status?.newCode === undefined, "a status without new-code mode");
    await client.connection.sendNotification("covenant/settings", { ...settings, newCode: "sinceBase", newCodeBase: "topic" });
    await client.settles("src/lib.rs", []);
  });

  it("shows everything and says why where git cannot tell", async () => {
    const both = [`2:${rule}`, `5:${rule}`];
    await start("sinceBase", { settings: { newCodeBase: "no-such-branch" } });
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", both);
    await client.until(() => /`no-such-branch` names no commit/.test(client.status?.newCode?.problem ?? ""), "the reason in the status");
    await client.stop();
    rmSync(join(box.folder, ".git"), { recursive: true });
    await start("uncommitted");
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", both);
  });

  it("starts no process before the workspace is trusted", async () => {
    await start("uncommitted", { trusted: false });
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", [`2:${rule}`, `5:${rule}`]);
    assert.match(client.status?.newCode?.problem ?? "", /Restricted Mode/);
    await client.connection.sendNotification("covenant/trustGranted", null);
    await client.settles("src/lib.rs", []);
  });

  it("divides old from new as the command line does where there is a baseline too", async () => {
    const { code, err } = await covenant(box, ["baseline", "create"]);
    assert.equal(code, 0, err);
    commit();
    // As bad as the old ones, and above them: by itself a baseline would take it for one of them.
    box.write("src/lib.rs", unwrapping("zero") + unwrapping("one") + unwrapping("two"));
    const { report } = await checkJson(box, [...onlyUnwrap, "--since", "HEAD"]);
    await start("uncommitted");
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", report.findings.map((finding) => `${finding.start.line}:${finding.rule}`));
    assert.deepEqual(await client.found("src/lib.rs"), [`2:${rule}`]);
  });

  it("mends new code alone", async () => {
    box.write("src/lib.rs", "fn f() -> u8 {\n    let a = 1 + dbg!(2);\n    let b = 3 + dbg!(4);\n    a + b\n}\n");
    commit();
    await start("uncommitted", { settings: { ...only("unfinished-code"), newCode: "uncommitted" } });
    await client.open("src/lib.rs");
    await client.until(() => client.status?.newCode?.base === "HEAD", "an answer of git");
    assert.deepEqual(await client.actions("src/lib.rs", "fn f", ["source.fixAll"]), []);
    await client.type("src/lib.rs", { find: "let b", text: "let  b" });
    assert.deepEqual(await client.found("src/lib.rs"), ["3:unfinished-code"]);
    const [action] = await client.actions("src/lib.rs", "fn f", ["source.fixAll"]);
    assert.ok(action);
    assert.equal(applied(client.text("src/lib.rs"), action), "fn f() -> u8 {\n    let a = 1 + dbg!(2);\n    let  b = 3 + 4;\n    a + b\n}\n");
  });

  it("leaves out what clippy says about old code", async () => {
    const clippy = new FakeClippy();
    await start("uncommitted", {
      host: () => ({ clippy: clippy.make }),
    });
    await client.open("src/lib.rs");
    await client.until(() => client.status?.newCode?.base === "HEAD", "an answer of git");
    await client.type("src/lib.rs", { find: "two(", text: "twice(" });
    const lint = (line: number) => ({ path: join(box.folder, "src/lib.rs"), range: { start: { line, character: 0 }, end: { line, character: 2 } }, severity: "warning", source: "clippy", code: "len_zero", message: "m", related: [], tags: [], fixes: [], package: "a", targets: ["lib a"], generation: 1 }) as const;
    clippy.events?.onClippyFindings(join(box.folder, "src/lib.rs"), [lint(0), lint(3)]);
    await client.settles("src/lib.rs", ["4:len_zero"]);
  });
});
