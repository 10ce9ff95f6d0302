// What can be done about clippy's findings in the editor: mend, waive with a reason, read the compiler's words and the lint's
// page, and copy the report after having seen it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { findProgram } from "../../server/scripts/processes.js";
import { createSetting, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

/** Typed at the end of `src/main.rs`: two findings of clippy, one of rustc with a place to fill in. */
const typed = "\n\nfn second(text: &str) -> Option<char> {\n    let letter = text.chars().nth(1)?;\n    return Some(letter);\n}\n\nfn third(text: &str) -> bool {\n    return text.len() == 0;\n}\n";

describe("clippy's findings in the editor", () => {
  let setting: Setting | undefined;
  let workbench: Workbench | undefined;
  let file = "";

  const seen = (): Workbench => workbench ?? assert.fail("the editor did not open");
  const picture = async (name: string): Promise<void> => {
    const folder = process.env["COVENANT_E2E_PICTURES"];
    if (folder !== undefined) await seen().picture(join(folder, `${name}.png`));
  };
  const atReturn = async (): Promise<void> => {
    await seen().goTo(1, 1); // A caret that does not move gets no new lightbulb.
    await seen().goToText(file, "return Some(letter);", 2);
  };

  before(async function () {
    if (findProgram("cargo") === undefined) this.skip();
    setting = await createSetting({ trust: "off" });
    file = join(setting.crate, "src", "main.rs");
    workbench = await Workbench.open(setting);
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    await seen().openFile("src/main.rs");
    await seen().goTo(lines.length, (lines.at(-1) ?? "").length + 1);
    await seen().type(typed);
    await seen().save();
    const rows = await seen().problems("needless_return");
    await until("clippy reports both needless returns", async () => (await rows.filter({ hasText: "clippy" }).count()) === 2, 120_000);
    await seen().command("View: Toggle Panel Visibility");
  });
  after(async () => {
    await setting?.stop();
  });
  afterEach(async function () {
    const folder = process.env["COVENANT_E2E_FAILURES"];
    if (this.currentTest?.state === "failed" && folder !== undefined)
      await workbench?.picture(join(folder, `${this.currentTest.title}.png`));
  });

  it("offers clippy's fix, all of its kind, a waiver at each level, and the words behind it", async () => {
    await atReturn();
    const menu = await seen().openLightbulb();
    const titles = (await menu.innerText()).replaceAll("\u00a0", " ");
    for (const title of ["remove `return` (clippy)", "Fix all 2 `needless_return` in this file (clippy)", "Allow `clippy::needless_return` for this statement, with a reason", "Allow `clippy::needless_return` for this function, with a reason", "Show the compiler's full message", "Explain `needless_return`"])
      assert.ok(titles.includes(title), `${title} is among: ${titles}`);
    await picture("clippy-lightbulb");
    await seen().page.keyboard.press("Escape");
  });

  it("shows what the compiler wrote beside the code", async () => {
    await atReturn();
    await seen().applyFromLightbulb(/full message/u);
    const beside = seen().page.locator(".tab", { hasText: "needless_return.txt" });
    await beside.waitFor({ timeout: 20_000 });
    const editors = seen().page.locator(".editor-instance .view-lines");
    await until("the compiler's drawing is there", async () => (await editors.allInnerTexts()).some((text) => /warning: unneeded .return. statement[^]*-->\s*src\/main\.rs/u.test(text.replaceAll("\u00a0", " "))));
    await picture("clippy-output");
    await beside.click();
    await seen().command("View: Close Editor");
  });

  it("shows the lint's page from the toolchain", async () => {
    await atReturn();
    await seen().applyFromLightbulb(/Explain/u);
    await until("the page is shown", async () => /clippy::needless_return[^]*What it does/u.test(await seen().rendered().innerText()));
    await picture("clippy-page");
    await seen().command("View: Close Editor");
  });

  it("says when clippy ran last, how long and with which command", async () => {
    const status = await seen().languageStatus();
    assert.match(await status.innerText(), /clippy[^]*finding[^]*cargo clippy/u);
    await picture("clippy-status");
    await seen().page.keyboard.press("Escape");
  });

  it("leaves the reason of a waiver to be typed", async () => {
    await atReturn();
    await seen().applyFromLightbulb(/for this function/u);
    await until("the attribute is there", async () => (await seen().text()).includes("#[allow(clippy::needless_return)] // reason"));
    await seen().type("the early exit is the point");
    await until("the reason is typed over", async () => (await seen().text()).includes("#[allow(clippy::needless_return)] // the early exit is the point"));
    await seen().command("File: Revert File");
  });

  it("mends, and the finding is gone at once", async () => {
    await atReturn();
    await seen().applyFromLightbulb(/Fix all 2/u);
    await until("both are mended", async () => !(await seen().text()).includes("return "));
    const rows = await seen().problems("needless_return");
    await until("no finding is left", async () => (await rows.filter({ hasText: "clippy" }).count()) === 0);
    await seen().command("View: Toggle Panel Visibility");
    await seen().command("File: Revert File");
  });

  it("shows the report before it is copied", async () => {
    await seen().command("Covenant: Copy Diagnostics Report");
    await until("the report is shown", async () => /Rust Covenant report[^]*Last runs of clippy[^]*cargo clippy/u.test(await seen().rendered().innerText()));
    const copy = seen().page.locator(".notifications-toasts .monaco-button", { hasText: "Copy" });
    await copy.waitFor({ timeout: 10_000 });
    await picture("report");
    await copy.click();
    await copy.waitFor({ state: "hidden" });
  });
});
