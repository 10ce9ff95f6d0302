/** The baseline in the editor: what the command line mutes is not shown, and changes of the file are followed. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ServiceEvents } from "../server/src/lsp/host.js";
import { baselineName } from "../server/src/project/baseline.js";
import { checkJson, covenant, manifest, onlyUnwrap, sandbox, unwrapping, type Sandbox } from "./cli/harness.js";
import { FakeClippy } from "./fakeClippy.js";
import { applied } from "./lspText.js";
import { only, TestClient } from "./lspHarness.js";

const rule = "unwrap-in-production";

describe("the baseline over LSP", function () {
  this.timeout(30_000);
  let box: Sandbox;
  let client: TestClient;
  const start = async (): Promise<void> => void (client = await TestClient.start({ folder: box.folder, settings: only(rule) }));
  const create = async (...args: readonly string[]): Promise<void> => {
    const { code, err } = await covenant(box, ["baseline", "create", ...args]);
    assert.equal(code, 0, err);
  };
  beforeEach(() => {
    box = sandbox({ "Cargo.toml": manifest("a"), "src/lib.rs": unwrapping("one") + unwrapping("two") });
  });
  afterEach(async () => {
    await client.stop();
    box.remove();
  });

  it("leaves old findings out while they are edited around, and shows each new one", async () => {
    await create();
    await start();
    await client.open("src/lib.rs");
    assert.deepEqual(await client.found("src/lib.rs"), []);
    assert.equal(await client.hover("src/lib.rs", "unwrap"), undefined);
    await client.type("src/lib.rs", { find: "fn one", text: "\n// above\nfn one" });
    assert.deepEqual(await client.found("src/lib.rs"), []);
    await client.type("src/lib.rs", { find: "raw.unwrap()", text: "raw . unwrap()" });
    assert.deepEqual(await client.found("src/lib.rs"), [`4:${rule}`]);
    assert.match((await client.hover("src/lib.rs", "unwrap")) ?? "", new RegExp(rule));
    await client.type("src/lib.rs", { find: "raw . unwrap()", text: "raw.unwrap()" });
    assert.deepEqual(await client.found("src/lib.rs"), []);
    await client.type("src/lib.rs", { find: "fn two", text: `${unwrapping("three")}fn two` });
    assert.deepEqual(await client.found("src/lib.rs"), [`10:${rule}`], "two equal ones are held, the third is new");
  });

  it("takes what clippy says about an old finding for as old, in the lightbulb and in fix-all", async () => {
    await create();
    const clippy = new FakeClippy();
    client = await TestClient.start({ folder: box.folder, settings: only(rule), host: () => ({ clippy: clippy.make }) });
    await client.open("src/lib.rs");
    await client.idle();
    const text = client.text("src/lib.rs");
    const path = join(box.folder, "src/lib.rs");
    const lint = (code: string, line: number, found: string, newText: string) => {
      const character = (text.split("\n")[line] ?? "").indexOf(found);
      const range = { start: { line, character }, end: { line, character: character + found.length } };
      const fixes = [{ title: `mend ${code}`, applicability: "MachineApplicable" as const, edits: [{ range, oldText: found, newText }] }];
      return { path, range, excerpt: found, severity: "warning" as const, source: "clippy" as const, code, message: "m", related: [], tags: [], fixes, package: "a", targets: ["lib a"], generation: 1 };
    };
    clippy.events?.onClippyFindings(path, [lint("unwrap_used", 1, "raw.unwrap()", "raw.unwrap_or(0)"), lint("other_lint", 0, "one", "uno")]);
    await client.settles("src/lib.rs", ["1:other_lint"]);
    assert.ok(!(await client.actions("src/lib.rs", "raw.unwrap()")).some(({ title }) => title.includes("unwrap")));
    const [all] = await client.actions("src/lib.rs", "fn one", ["source.fixAll"]);
    assert.ok(all);
    assert.equal(applied(text, all), text.replace("one", "uno"));
  });

  it("follows the file as it comes, changes, breaks and goes", async () => {
    await start();
    const both = [`2:${rule}`, `5:${rule}`];
    await client.open("src/lib.rs");
    await client.settles("src/lib.rs", both);
    await create();
    await client.watched(baselineName);
    await client.settles("src/lib.rs", []);
    const first = '{"covenantBaseline":1}\n["src/lib.rs","unwrap-in-production","raw.unwrap()",1]\n';
    box.write(baselineName, first);
    await client.watched(baselineName);
    await client.settles("src/lib.rs", [`5:${rule}`]);
    box.write(baselineName, `${first}>>>>>>> theirs\n`);
    await client.watched(baselineName);
    await client.settles(baselineName, ["3:configuration"]);
    assert.deepEqual(await client.found("src/lib.rs"), [`5:${rule}`], "the last good text holds");
    rmSync(join(box.folder, baselineName));
    // No watcher says so: the window is back.
    await client.connection.sendNotification("covenant/windowFocused", null);
    await client.settles("src/lib.rs", both);
    await client.settles(baselineName, []);
  });

  it("mutes what the command line mutes, in lines of any length", async () => {
    const long = `fn long(raw: Option<u8>) { ${"let wide = \"\u{1F980}\"; raw.unwrap(); ".repeat(60)}raw.unwrap(); }\n`;
    box.write("src/lib.rs", `${unwrapping("one")}${long}${unwrapping("one")}`);
    const before = (await checkJson(box, onlyUnwrap)).report.findings.length;
    assert.equal(before, 63);
    await create();
    await start();
    box.write("src/lib.rs", `${unwrapping("new")}${unwrapping("one")}\t${long}${unwrapping("one")}`);
    const { report } = await checkJson(box, onlyUnwrap);
    await client.open("src/lib.rs");
    assert.deepEqual(await client.found("src/lib.rs"), report.findings.map(({ start, rule: id }) => `${start.line}:${id}`));
    assert.ok(report.baselined.length > 3 && report.findings.length > 0, `${report.baselined.length} old, ${report.findings.length} new`);
  });

  it("mutes what clippy says about an old finding, and nothing else of it", async () => {
    await create();
    let events: ServiceEvents | undefined;
    const nothing = (): Promise<void> => Promise.resolve();
    client = await TestClient.start({
      folder: box.folder,
      settings: only(rule),
      host: () => ({
        clippy: (given) => {
          events = given;
          return { save: () => undefined, filesChanged: nothing, runNow: nothing, flags: () => Promise.resolve([]), buildFolders: () => Promise.resolve([]), cancel: nothing, setTrusted: () => undefined, refresh: () => undefined, dispose: nothing };
        },
      }),
    });
    await client.open("src/lib.rs");
    assert.deepEqual(await client.found("src/lib.rs"), []);
    const lint = (line: number, code: string) => ({ path: join(box.folder, "src/lib.rs"), range: { start: { line, character: 4 }, end: { line, character: 16 } }, severity: "warning", source: "clippy" as const, code, message: code, related: [], tags: [], fixes: [], package: "a", targets: ["lib a"], generation: 1 }) as const;
    assert.ok(events);
    events.onClippyFindings(join(box.folder, "src/lib.rs"), [lint(1, "unwrap_used"), lint(4, "len_zero")]);
    await client.settles("src/lib.rs", ["5:len_zero"]);
  });
});
