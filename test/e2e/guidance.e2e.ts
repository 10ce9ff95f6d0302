// What the extension says: nothing at the start, pages on demand, the status item, the checklist by keys, blanks to fill.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { findProgram } from "../../server/scripts/processes.js";
import { createSetting, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

/** How long a message at the start is waited for after everything else has appeared, in milliseconds. */
const quietMs = 3_000;

describe("what the extension says", () => {
  let setting: Setting | undefined;
  let workbench: Workbench | undefined;

  const seen = (): Workbench => workbench ?? assert.fail("the editor did not open");
  const inCrate = (...path: string[]): string => join(setting?.crate ?? "", ...path);

  before(async () => {
    setting = await createSetting({ trust: "off" });
    workbench = await Workbench.open(setting);
  });
  after(async () => {
    await setting?.stop();
  });
  afterEach(async function () {
    const folder = process.env["COVENANT_E2E_FAILURES"];
    if (this.currentTest?.state === "failed" && folder !== undefined)
      await workbench?.picture(join(folder, `${this.currentTest.title}.png`));
  });

  it("is nothing at the start", async () => {
    await seen().openFile("src/ffi.rs");
    await until("findings are underlined", async () => (await seen().squiggles()) > 0);
    await new Promise((resolve) => {
      setTimeout(resolve, quietMs);
    });
    assert.deepEqual(await seen().messages(), []);
  });

  it("leaves a blank in the `# Safety` section, and typing fills it", async () => {
    await seen().goToText(inCrate("src", "ffi.rs"), "copy_values", 1);
    await seen().applyFromLightbulb(/# Safety/u);
    await until("the section is there", async () => /\/\/\/ # Safety/u.test(await seen().text()));
    await seen().type("Checked by the caller: ");
    await until("the blank is filled", async () => /\/\/\/ - Checked by the caller: \S/u.test(await seen().text()));
    await seen().command("File: Revert File");
  });

  it("is the rule's page in a hover", async () => {
    await seen().openFile("src/lib.rs");
    await seen().goToText(inCrate("src", "lib.rs"), ".parse().unwrap()", ".parse().unw".length);
    const hover = await seen().hover();
    await until("the hover has the rule's page", async () => /How to waive/u.test(await hover.innerText()));
    const text = await hover.innerText();
    for (const part of ["unwrap-in-production", "Why", "Bad", "Good", "How to fix", "allow(unwrap-in-production)"])
      assert.ok(text.includes(part), `the hover says \`${part}\`: ${text}`);
  });

  it("is the same page behind the rule's name, which is a link", async () => {
    const hover = await seen().hover();
    await hover.locator("a.code-link").filter({ hasText: "unwrap-in-production" }).first().click();
    await seen().page.locator(".tab.active", { hasText: "unwrap-in-production.md" }).waitFor({ timeout: 20_000 });
    await until("the page is shown", async () => /# unwrap-in-production[^]*## Why/u.test(await seen().text()));
    await seen().command("View: Close Editor");
  });

  it("is the same page by the command, for the finding at the caret", async () => {
    await seen().goToText(inCrate("src", "lib.rs"), ".parse().unwrap()", ".parse().unw".length);
    await seen().command("Covenant: Explain Rule");
    await until("the page is shown", async () => /unwrap-in-production[^]*How to waive/u.test(await seen().rendered().innerText()));
    await seen().command("View: Close Editor");
  });

  it("stands in the language status of a Rust file", async () => {
    const status = await seen().languageStatus();
    assert.match(await status.innerText(), /Covenant: recommended[^]*judged in [\d.]+ ms/u);
    await seen().page.keyboard.press("Escape");
  });

  it("is an error in the file and in the status when covenant.toml is broken, and nothing is switched off", async () => {
    await seen().openFile("src/worker.rs");
    const unwraps = async (): Promise<number> => (await seen().problems("unwrap-in-production")).filter({ hasText: /covenant/u }).count();
    await until("the rule is on", async () => (await unwraps()) > 0);
    await writeFile(inCrate("covenant.toml"), '[rules]\nunwrap-in-production = "off"\n');
    // Whoever comes back to the editor opens or saves something; a machine that is out of watches tells VS Code nothing before.
    await seen().openFile("src/lib.rs");
    await until("the rule is off", async () => (await unwraps()) === 0);

    await seen().command("Covenant: Open Configuration (covenant.toml)");
    await seen().page.locator(".tab.active", { hasText: "covenant.toml" }).waitFor({ timeout: 20_000 });
    await seen().goTo(2, '[unwrap-in-production = "off'.length);
    await seen().type('"');
    await until("the place is underlined", async () => (await seen().squiggles()) > 0);
    const status = await seen().languageStatus();
    assert.match(await status.innerText(), /configuration error[^]*covenant\.toml line 2/u);
    await seen().page.keyboard.press("Escape");
    assert.equal(await unwraps(), 0, "the last good configuration is in force");
    await seen().command("File: Revert File");
    await until("the error is gone", async () => (await seen().squiggles()) === 0);
  });

  it("can be read and run from the checklist by keys", async function () {
    if (findProgram("cargo") === undefined) this.skip();
    await seen().command("Covenant: Focus on Release checklist View");
    const rows = seen().page.locator(".sidebar .pane-body .monaco-list-row");
    await rows.first().waitFor({ timeout: 30_000 });
    await seen().page.keyboard.press("Home");
    const focused = seen().page.locator(".sidebar .pane-body .monaco-list-row.focused");
    assert.match((await focused.getAttribute("aria-label")) ?? "", /\S: not proved yet/u);
    const first = await focused.getAttribute("aria-label");
    await seen().page.keyboard.press("ArrowDown");
    await until("the next row has the focus", async () => (await focused.getAttribute("aria-label")) !== first);
    await seen().page.keyboard.press("Enter");
    await until("its evidence is shown", async () => /\S/u.test(await seen().rendered().innerText()));

    await seen().command("Covenant: Focus on Release checklist View");
    await seen().page.keyboard.press("Home");
    // At most eight rows: the one of the changelog is proved without a build.
    for (let row = 0; row < 8 && !/changelog/iu.test((await focused.getAttribute("aria-label")) ?? ""); row += 1)
      await seen().page.keyboard.press("ArrowDown");
    await seen().page.keyboard.press("Shift+F10");
    await seen().page.locator(".monaco-menu").first().waitFor({ timeout: 10_000 });
    await seen().page.keyboard.press("ArrowDown");
    await seen().page.keyboard.press("Enter");
    await until("the changelog is proved", async () => /changelog.*: proved\./iu.test((await focused.getAttribute("aria-label")) ?? ""), 60_000);
  });
});
