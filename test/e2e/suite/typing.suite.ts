import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../until.js";
import { crateFile, findings, judge, openNew, removeAll, retype, ruleOf, unwrapping, unwrapRule, untilFindings } from "./crate.js";

describe("findings while typing", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openNew("src/bin/typing.rs", "fn main() {}\n");
  });
  after(async () => {
    await removeAll([document.uri]);
  });

  it("come with unsaved text and go with it", async () => {
    const [finding] = await judge(document, `fn main() {}\n${unwrapping}`, 1);
    assert.ok(finding);
    assert.equal(ruleOf(finding), unwrapRule);
    assert.match(document.getText(finding.range), /unwrap/u, "the range is at the call");
    assert.ok(document.isDirty, "nothing was saved");
    await retype(document, "fn main() {}\n");
    await untilFindings(document.uri, 0);
  });

  it("stand at the right place behind characters of two units and with CRLF", async () => {
    const text = `fn main() {}\n${unwrapping.replace("text.chars()", '"🦀é".chars()')}`;
    const [finding] = await judge(document, text.replaceAll("\n", "\r\n"), 1);
    assert.ok(finding);
    assert.match(document.getText(finding.range), /unwrap/u);
  });

  it("stay where another function is half typed", async () => {
    const [finding] = await judge(document, `fn main() {}\n${unwrapping}\nfn unfinished(text: &str) -> { let x = \n`, 1);
    assert.equal(finding?.range.start.line, 2);
  });

  it("are not made in tests", async () => {
    const [finding] = await judge(document, `fn main() {}\n#[cfg(test)]\nmod tests {\n${unwrapping}}\n\n${unwrapping}`, 1);
    assert.ok((finding?.range.start.line ?? 0) > 6, "the one outside the test module");
  });

  it("explain themselves in a hover", async () => {
    const [finding] = await judge(document, `fn main() {}\n${unwrapping}`, 1);
    assert.ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      finding.range.start,
    );
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((part) => (typeof part === "string" ? part : part.value))
      .join("\n");
    assert.ok(text.includes(unwrapRule), `the hover names the rule: ${text}`);
    assert.ok(text.includes("allow("), `the hover says how to waive: ${text}`);
  });
});

describe("the bundled sample", () => {
  it("breaks the rules that its comments name", async () => {
    for (const [path, rule] of [
      ["src/lib.rs", "unwrap-in-production"],
      ["src/lib.rs", "unfinished-code"],
      ["src/ffi.rs", "undocumented-unsafe"],
      ["src/worker.rs", "blocking-in-async"],
      ["src/journal.rs", "static-mut"],
    ] as const) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(crateFile(path)));
      const found = await until(`${path} has a finding of ${rule}`, () => findings(crateFile(path), rule)[0]);
      assert.equal(found.source, "covenant");
    }
  });
});
