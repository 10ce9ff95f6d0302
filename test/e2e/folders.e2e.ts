// Folders that are no crate, and folders that go away while they are open.
import assert from "node:assert/strict";
import { cp, mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { findProgram } from "../../server/scripts/processes.js";
import { createSetting, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

describe("folders", () => {
  let setting: Setting | undefined;
  let workbench: Workbench | undefined;

  /** Opens a page for this test alone. */
  const open = async (opened: string): Promise<Workbench> => (workbench = await Workbench.open(setting ?? assert.fail("no editor"), opened));
  const beside = (...path: string[]): string => join(dirname(setting?.crate ?? ""), ...path);

  before(async () => {
    setting = await createSetting({ trust: "off" });
  });
  after(async () => {
    await setting?.stop();
  });
  afterEach(async function () {
    const folder = process.env["COVENANT_E2E_FAILURES"];
    if (this.currentTest?.state === "failed" && folder !== undefined)
      await workbench?.picture(join(folder, `${this.currentTest.title}.png`));
    await workbench?.page.close();
    workbench = undefined;
  });

  it("without a Cargo.toml: the view says what it needs and offers what helps", async () => {
    await mkdir(beside("notes"));
    await writeFile(beside("notes", "lone.rs"), "fn first(text: &str) -> char {\n    text.chars().next().unwrap()\n}\n");
    const seen = await open(beside("notes"));
    await seen.openFile("lone.rs");
    await until("a file of no package is judged all the same", async () => (await seen.squiggles()) > 0);
    const view = await seen.checklist();
    await until("the view says why it is empty", async () => /no cargo package[^]*Cargo\.toml/u.test(await view.innerText()));
    for (const button of ["Open Folder", "Show Log"])
      assert.equal(await view.locator(".monaco-button").filter({ hasText: button }).count(), 1, `a button \`${button}\``);
    assert.deepEqual(await seen.messages(), []);
  });

  it("taken out of the workspace: its packages go, the findings of the other stay", async function () {
    if (findProgram("cargo") === undefined) this.skip();
    // The packages of a workspace with several folders, of which a later one goes: the editor restarts nothing then.
    await cp(setting?.crate ?? "", beside("second"), { recursive: true });
    const file = beside("two.code-workspace");
    await writeFile(file, JSON.stringify({ folders: [{ path: "covenant-sample" }, { path: "second" }, { path: "notes" }] }));
    const seen = await open(file);
    await seen.openFile(join(setting?.crate ?? "", "src", "main.rs"));
    const view = await seen.checklist();
    const rows = view.locator(".monaco-list-row");
    await until("both packages are there", async () => (await rows.count()) === 2, 30_000);
    await seen.command("View: Show Explorer");
    await seen.page.locator(".explorer-folders-view .monaco-list-row").filter({ hasText: /^second$/u }).click({ button: "right" });
    await seen.page.locator(".monaco-menu .action-label").filter({ hasText: "Remove Folder from Workspace" }).click();
    await seen.checklist();
    await until("one package is left, whose items stand at the top", async () => /tests/iu.test((await rows.allInnerTexts())[0] ?? ""), 30_000);
    await seen.openFile(join(setting?.crate ?? "", "src", "main.rs"));
    await seen.goTo(1, 1);
    await seen.type("fn first(text: &str) -> char { text.chars().next().unwrap() }\n");
    await until("the server goes on", async () => (await seen.squiggles()) > 0);
    assert.deepEqual(await seen.messages(), []);
    await seen.command("File: Revert File");
  });

  it("removed on disk while a file is open: what is typed is still judged", async () => {
    await cp(setting?.crate ?? "", beside("third"), { recursive: true });
    const seen = await open(beside("third"));
    await seen.openFile("src/main.rs");
    await rename(beside("third"), beside("gone"));
    await seen.goTo(1, 1);
    await seen.type("fn first(text: &str) -> char { text.chars().next().unwrap() }\n");
    await until("the server goes on", async () => (await seen.squiggles()) > 0);
  });
});
