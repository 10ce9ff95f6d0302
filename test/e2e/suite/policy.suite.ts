import assert from "node:assert/strict";
import * as vscode from "vscode";
import { until } from "../until.js";
import { crateFile, openNew, removeAll, retype, unwrapping, unwrapRule, untilFindings } from "./crate.js";

describe("settings and covenant.toml", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openNew("src/bin/policy.rs", "fn main() {}\n");
    await retype(document, `fn main() {}\n${unwrapping}`);
    await untilFindings(document.uri, 1);
  });
  after(async () => {
    await removeAll([document.uri]);
  });

  it("a level in the settings counts at once and can be taken back", async () => {
    const settings = vscode.workspace.getConfiguration("covenant");
    await settings.update("rules", { [unwrapRule]: "off" }, vscode.ConfigurationTarget.Workspace);
    await untilFindings(document.uri, 0);
    await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    await untilFindings(document.uri, 1);
  });

  it("covenant.toml counts once it is saved, and a bad one keeps the last good one", async () => {
    const policy = await openNew("covenant.toml", "");
    await retype(policy, `[rules]\n${unwrapRule} = "off"\n`);
    assert.ok(await policy.save());
    await untilFindings(document.uri, 0);

    await retype(policy, `[rules]\n${unwrapRule} = "of`);
    assert.ok(await policy.save());
    await until("the error is shown in the file", () =>
      vscode.languages.getDiagnostics(policy.uri).some((one) => one.source === "covenant"),
    );
    await untilFindings(document.uri, 0);

    await retype(policy, "");
    assert.ok(await policy.save());
    await until("the error is gone", () => vscode.languages.getDiagnostics(policy.uri).length === 0);
    await untilFindings(document.uri, 1);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await vscode.workspace.fs.delete(crateFile("covenant.toml"));
  });
});
