// What a newcomer does, with keys and clicks, on the packed extension: typing, squiggle, lightbulb, mended text, saving,
// clippy's findings, an item of the release checklist proved.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { findProgram } from "../../server/scripts/processes.js";
import { createSetting, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

/** Typed at the end of `src/main.rs`. The `return` is there for clippy (`needless_return`). */
const typed =
  "\n\nfn second(text: &str) -> Option<char> {\n    let letter = text.chars().nth(1).unwrap();\n    return Some(letter);\n}\n";

describe("a newcomer in the editor", () => {
  let setting: Setting | undefined;
  let workbench: Workbench | undefined;
  let file = "";

  const seen = (): Workbench => workbench ?? assert.fail("the editor did not open");

  before(async () => {
    setting = await createSetting({ trust: "off" });
    file = join(setting.crate, "src", "main.rs");
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

  it("types an unwrap and sees it underlined before anything is saved", async () => {
    const before = await readFile(file, "utf8");
    const lines = before.trimEnd().split("\n");
    await seen().openFile("src/main.rs");
    await seen().goTo(lines.length, (lines.at(-1) ?? "").length + 1);
    assert.equal(await seen().squiggles(), 0, "the program starts clean");
    await seen().type(typed);
    await until("the unwrap is underlined", async () => (await seen().squiggles()) > 0);
    assert.equal(await readFile(file, "utf8"), before, "nothing was saved");
  });

  it("mends it from the lightbulb", async () => {
    const line = (await readFile(file, "utf8")).trimEnd().split("\n").length + 3;
    await seen().goTo(line, "    let letter = text.chars().nth(1).unw".length + 1);
    await seen().applyFromLightbulb(/\?/u);
    await until("the text is mended", async () => (await seen().text()).includes("let letter = text.chars().nth(1)?;"));
    await until("no underlined place is left", async () => (await seen().squiggles()) === 0);
  });

  it("saves and sees what clippy says", async function () {
    if (findProgram("cargo") === undefined) this.skip();
    await seen().save();
    assert.match(await readFile(file, "utf8"), /let letter = text\.chars\(\)\.nth\(1\)\?;/u);
    const rows = await seen().problems("needless_return");
    await until(
      "clippy reports the needless return",
      async () => (await rows.allInnerTexts()).some((text) => /clippy.*needless_return/su.test(text)),
      120_000,
    );
  });

  it("runs an item of the release checklist and sees it proved", async function () {
    if (findProgram("cargo") === undefined) this.skip();
    const view = await seen().checklist();
    const item = view.locator(".monaco-list-row").filter({ hasText: /tests/iu }).first();
    await item.waitFor({ timeout: 20_000 });
    // The state is a picture on the screen; in words it is what a screen reader says.
    const spoken = async (): Promise<string> => (await item.getAttribute("aria-label")) ?? "";
    assert.match(await spoken(), /: not proved yet/u);
    await item.hover();
    await item.locator('.actions a[aria-label*="Prove"]').first().click();
    await until("the tests are proved", async () => /: proved\./u.test(await spoken()), 120_000);
  });
});
