/** The server on bad days: rules that throw, monstrous documents, and memory after a long day of typing. */
import assert from "node:assert/strict";
import { FileAnalyzer } from "../server/src/engine/analyze.js";
import { loneFile } from "../server/src/engine/role.js";
import type { Rule } from "../server/src/engine/rule.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import { rules } from "../server/src/rules/index.generated.js";
import { only, TestClient } from "./lspHarness.js";
import { configOf, loadSyntax, rulesNamed } from "./ruleHarness.js";

describe("bad days of the server", function () {
  this.timeout(60_000);

  describe("a rule that throws", () => {
    const text = "fn a(x: Option<u8>) -> u8 {\n    todo!();\n    x.unwrap()\n}\n\nfn b(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n";
    let client: TestClient;
    const start = async (change: (rule: Rule) => Rule): Promise<void> => {
      const broken = rules.map((rule) => (rule.id === "unfinished-code" ? change(rule) : rule));
      client = await TestClient.start({ settings: only("unwrap-in-production", "unfinished-code"), host: () => ({ rules: broken }) });
      await client.open("a.rs", text);
    };

    it("is told once, skipped, and takes nothing with it", async () => {
      let calls = 0;
      const fail = (): never => {
        calls++;
        throw new Error("a mistake in a rule");
      };
      await start((rule) => ({ ...rule, on: Object.fromEntries(Object.keys(rule.on).map((kind) => [kind, fail])) }));
      assert.deepEqual(await client.found("a.rs"), ["3:unwrap-in-production", "7:unwrap-in-production"]);
      assert.ok(calls > 0);
      await client.until(() => client.status !== undefined && client.status.brokenRules.length > 0);
      assert.deepEqual(client.status?.brokenRules, ["unfinished-code"]);
      for (const name of ["c", "d", "e"]) {
        await client.type("a.rs", { find: "fn a", text: `fn ${name}(x: Option<u8>) { todo!(); x.unwrap(); }\nfn a` });
        await client.diagnostics("a.rs");
      }
      assert.equal((await client.found("a.rs")).length, 5);
      assert.ok((await client.actions("a.rs", "unwrap")).length > 0);
      assert.deepEqual(client.errors.map((error) => error.split("\n")[0]), [`rule unfinished-code failed on ${client.uri("a.rs")}: Error: a mistake in a rule`], "one entry in the log, not one for each keystroke");
      assert.deepEqual(client.status?.brokenRules, ["unfinished-code"]);
      await client.stop(/^rule unfinished-code failed on .*a mistake in a rule/s);
    });

    it("in its fix keeps neither the other fixes of the place nor the waiver from being offered", async () => {
      await start((rule) => ({
        ...rule,
        on: {
          macro_invocation: (node, cx) =>
            cx.report(node, {
              message: Object.keys(rule.messages)[0] ?? "",
              fixes: () => {
                throw new Error("a mistake in a fix");
              },
            }),
        },
      }));
      assert.deepEqual(await client.found("a.rs"), ["2:unfinished-code", "3:unwrap-in-production", "7:unwrap-in-production"]);
      const titles = (await client.actions("a.rs", "todo!();\n    x.unwrap()")).map((action) => action.title);
      assert.ok(titles.some((title) => title.includes("Waive `unfinished-code`")), titles.join(", "));
      assert.ok(titles.some((title) => title.includes("Waive `unwrap-in-production`")), titles.join(", "));
      await client.until(() => client.status?.brokenRules.includes("unfinished-code") ?? false);
      await client.stop(/^rule unfinished-code failed on .*a mistake in a fix/s);
    });
  });

  it("answers while and after monstrous documents are open", async () => {
    const client = await TestClient.start({ settings: only("unwrap-in-production"), development: false });
    const small = "fn a(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n";
    await client.open("big.rs", `static BIG: &str = "${"x".repeat(10_000_000)}";\n${small}`);
    await client.open("binary.rs", `\0\u0001\u0002${"\0\uFFFD".repeat(100_000)}`);
    await client.open("deep.rs", `fn f() { ${"(".repeat(50_000)}`);
    await client.open("a.rs", small);
    assert.deepEqual(await client.found("a.rs"), ["2:unwrap-in-production"]);
    assert.deepEqual(await client.found("big.rs"), ["3:unwrap-in-production"]);
    await client.replace("big.rs", 30, 30, "y");
    assert.deepEqual(await client.found("big.rs"), ["3:unwrap-in-production"]);
    assert.deepEqual(await client.found("binary.rs"), []);
    for (const path of ["big.rs", "binary.rs", "deep.rs"]) await client.close(path);
    await client.type("a.rs", { find: "fn a", text: "fn b" });
    assert.deepEqual(await client.found("a.rs"), ["2:unwrap-in-production"]);
    await client.stop();
  });

  it("frees every tree and every document that is closed", async () => {
    const client = await TestClient.start({ settings: only("unwrap-in-production") });
    // Long enough to keep its tree between keystrokes.
    const long = `fn a(x: Option<u8>) {\n${"    let _ = 1 + 2;\n".repeat(600)}    x.unwrap();\n}\n`;
    for (let count = 0; count < 5; count++) {
      await client.open("a.rs", long);
      await client.found("a.rs");
      await client.type("a.rs", { find: "1 + 2", text: "1 + 3" });
      assert.deepEqual(await client.found("a.rs"), ["602:unwrap-in-production"]);
      assert.equal(client.host.syntax.liveTrees, 1);
      await client.close("a.rs");
      await client.idle();
      assert.equal(client.host.syntax.liveTrees, 0);
    }
    await client.stop();
  });

  // 20,000 edits here; COVENANT_EDITS=100000 makes it the long day (half a minute on a small machine).
  const edits = Number(process.env["COVENANT_EDITS"] ?? 20_000);

  it(`needs no more memory after ${edits} edits than after a tenth of them`, async () => {
    const syntax = await loadSyntax();
    const config = configOf(rulesNamed("unwrap-in-production"));
    const analyzer = new FileAnalyzer(syntax, rules);
    const role = { ...loneFile, target: "library" } as const;
    const body = Array.from({ length: 5 }, (_, index) => `/// Item ${index}.\npub fn f${index}(x: Option<u8>) -> u8 {\n    x.unwrap()\n}\n`).join("");
    // One function long enough for incremental parsing, one short.
    const text = `${body}fn long(x: Option<u8>) {\n${"    let _ = 1 + 2;\n".repeat(330)}    x.unwrap();\n}\n`;
    let file = SourceFile.of(text);
    const places = [text.indexOf("x.unwrap"), text.indexOf("let _ = 1")];
    let buffers = 0;
    const measure = (): number => {
      const { arrayBuffers, heapUsed, external } = process.memoryUsage();
      buffers = external - arrayBuffers;
      return heapUsed + external;
    };
    let early = 0;
    let wasmEarly = 0;
    for (let edit = 0; edit <= edits; edit += 2) {
      // Every fiftieth edit falls into the long function; each is taken back, so the text stays what it is.
      const at = places[edit % 50 === 0 ? 1 : 0] ?? 0;
      file = file.edit({ start: at, end: at, newText: "z" });
      analyzer.analyze({ file, role, config, crate: undefined });
      file = file.edit({ start: at, end: at + 1, newText: "" });
      const found = analyzer.analyze({ file, role, config, crate: undefined });
      if (edit === edits / 10) {
        global.gc?.();
        early = measure();
        wasmEarly = buffers;
      }
      if (edit % 2_000 === 0) assert.ok(found && found.findings.length === 6);
    }
    global.gc?.();
    const late = measure();
    assert.equal(file.text, text);
    assert.ok(syntax.liveTrees <= 1, `${syntax.liveTrees} trees`);
    assert.ok(buffers - wasmEarly < 4_000_000, `outside of the heap ${buffers - wasmEarly} bytes more`);
    // Without --expose-gc the heap has garbage in it; a leak of one small object an edit would still be beyond this.
    assert.ok(late - early < 60_000_000, `${Math.round((late - early) / 1_000_000)} MB more`);
    analyzer.dispose();
    assert.equal(syntax.liveTrees, 0);
    syntax.dispose();
  });
});
