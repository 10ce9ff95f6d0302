import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../until.js";
import { actionsAt, apply, judge, openNew, removeAll, unwrapping, unwrapRule, untilFindings } from "./crate.js";

/** An unsafe function without a word about what its caller has to promise. */
const promising = "/// Reads one byte.\npub unsafe fn peek(at: *const u8) -> u8 {\n    unsafe { *at }\n}\n";

describe("quick fixes", () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    document = await openNew("src/bin/fixing.rs", "fn main() {}\n");
  });
  afterEach(async () => {
    await removeAll([document.uri]);
  });

  /** Finds the one action with that title at a finding; the error names those that there are. */
  async function actionAt(finding: vscode.Diagnostic | undefined, title: RegExp): Promise<vscode.CodeAction> {
    assert.ok(finding);
    const actions = await actionsAt(document, finding.range, vscode.CodeActionKind.QuickFix.value);
    const fitting = actions.filter((action) => title.test(action.title));
    assert.equal(fitting.length, 1, `one action fits ${String(title)}; there are: ${actions.map(({ title: one }) => one).join(" | ")}`);
    return fitting[0] ?? assert.fail();
  }

  /** What is selected: where a fix has left a blank, its text. */
  function selected(): string {
    const editor = vscode.window.activeTextEditor ?? assert.fail("no editor is active");
    return editor.document.getText(editor.selection);
  }

  it("mend unsaved text", async () => {
    const [finding] = await judge(document, `fn main() {}\n${unwrapping}`, 1);
    const fix = await actionAt(finding, /\?/u);
    assert.equal(fix.isPreferred, true, "the one right mend is what Ctrl+. Enter takes");
    await apply(fix);
    assert.ok(document.getText().includes("let letter = text.chars().nth(1)?;"), document.getText());
    assert.ok(document.isDirty);
    await untilFindings(document.uri, 0);
  });

  it("waive with a comment whose reason is typed into a blank", async () => {
    const [finding] = await judge(document, `fn main() {}\n${unwrapping}`, 1);
    await apply(await actionAt(finding, /^Waive .* here/u));
    const waiver = await until("the waiver stands in the text", () => /\/\/ covenant: allow\(([a-z-]+)\) -- (\S.*)/u.exec(document.getText()) ?? false);
    assert.equal(waiver[1], unwrapRule);
    await until("the reason is selected", () => selected() === waiver[2]);
    await vscode.commands.executeCommand("type", { text: "the caller has looked" });
    assert.match(document.getText(), new RegExp(`allow\\(${unwrapRule}\\) -- the caller has looked$`, "mu"));
    await untilFindings(document.uri, 0);
  });

  it("add a `# Safety` section whose sentences are typed into blanks", async () => {
    const [finding] = await judgeFor("missing-safety-doc");
    await apply(await actionAt(finding, /# Safety/u));
    await until("the section stands in the text", () => /^\/\/\/ Reads one byte\.\n\/\/\/\n\/\/\/ # Safety\n\/\/\/\n\/\/\/ .*\S/mu.test(document.getText()));
    const blank = await until("a blank is selected", () => selected() !== "" && selected());
    await vscode.commands.executeCommand("type", { text: "one readable byte lies there" });
    assert.ok(document.getText().includes("one readable byte lies there") && !document.getText().includes(blank), document.getText());
    await untilFindings(document.uri, 0, "missing-safety-doc");
  });

  it("add a `SAFETY` comment at the indentation of its block", async () => {
    const [finding] = await judgeFor("undocumented-unsafe");
    await apply(await actionAt(finding, /SAFETY/u));
    await until("the comment stands above the block", () => /^ {4}\/\/ SAFETY: .*\S\n {4}unsafe \{/mu.test(document.getText()));
    await until("a blank is selected", () => selected() !== "");
    await untilFindings(document.uri, 1, "undocumented-unsafe"); // A blank is no argument yet.
    await vscode.commands.executeCommand("type", { text: "the caller promises that" });
    await untilFindings(document.uri, 0, "undocumented-unsafe");
  });

  it("that were computed for an older text change nothing", async () => {
    const [finding] = await judge(document, `fn main() {}\n${unwrapping}`, 1);
    const waive = await actionAt(finding, /^Waive .* here/u);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "// one more line\n");
    assert.ok(await vscode.workspace.applyEdit(edit));
    const text = document.getText();
    await apply(waive);
    assert.equal(document.getText(), text);
  });

  async function judgeFor(rule: string): Promise<vscode.Diagnostic[]> {
    await judge(document, `fn main() {}\n\n${promising}`, 0);
    return untilFindings(document.uri, 1, rule);
  }
});
