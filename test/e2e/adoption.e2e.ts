// Adoption on old code, in the real editor: new-code mode, the list of waivers, and all findings of a rule mended behind the refactor preview.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { createSetting, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

const waived = `fn late(raw: Option<u8>) -> u8 {
    raw.unwrap() // covenant: allow(unwrap-in-production) until 2001-01-01 issue #7 -- the parser is being rewritten
}

fn fine(raw: Option<u8>) -> u8 {
    raw.unwrap() // covenant: allow(unwrap-in-production) -- every caller has looked
}
`;

const debugging = "pub fn sum() -> u8 {\n    let one = 1 + dbg!(2);\n    let two = 3 + dbg!(4);\n    one + two\n}\n";

describe("adoption on old code", () => {
  let setting: Setting | undefined;
  let workbench: Workbench;
  const file = (name: string): string => join(setting?.crate ?? assert.fail("no editor"), name);
  const git = (...args: readonly string[]): void => {
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: setting?.crate, stdio: "ignore" });
  };
  const picture = async (name: string): Promise<void> => {
    const folder = process.env["COVENANT_E2E_PICTURES"];
    if (folder !== undefined) await workbench.picture(join(folder, `${name}.png`));
  };
  const choose = async (name: RegExp): Promise<void> => {
    const box = workbench.page.locator(".quick-input-widget");
    await box.locator(".monaco-list-row .label-name").filter({ hasText: name }).first().click();
  };
  const pane = (title: string) => workbench.page.locator(".sidebar .split-view-view").filter({ has: workbench.page.locator(".pane-header", { hasText: title }) }).first();

  before(async () => {
    setting = await createSetting({ trust: "off", settings: { "covenant.newCode.show": "uncommitted", "covenant.clippy.onSave": "off" } });
    await writeFile(file("src/waived.rs"), waived);
    await writeFile(file("src/sum.rs"), debugging);
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "before the covenant");
    workbench = await Workbench.open(setting);
  });
  after(async () => {
    await setting?.stop();
  });
  afterEach(async function () {
    const folder = process.env["COVENANT_E2E_FAILURES"];
    if (this.currentTest?.state === "failed" && folder !== undefined) await workbench.picture(join(folder, `${this.currentTest.title}.png`));
  });

  it("shows findings in uncommitted code alone, and in all of it once that is chosen", async () => {
    await workbench.openFile("src/main.rs");
    await workbench.goTo(1, 1);
    await workbench.type("fn first(text: &str) -> char { text.chars().next().unwrap() }\n");
    await until("what was typed is judged", async () => (await workbench.squiggles()) > 0);
    await workbench.openFile("src/lib.rs");
    await workbench.languageStatus();
    await until("the status says what counts", async () => /uncommitted\scode/u.test(await workbench.page.locator(".hover-language-status").allInnerTexts().then((texts) => texts.join(" "))));
    await picture("new-code-status");
    await workbench.page.keyboard.press("Escape");
    assert.equal(await workbench.squiggles(), 0, "the library was there before");
    const rows = await workbench.problems("@source:covenant");
    await until("the typed function has a row", async () => (await rows.filter({ hasText: "unwrap" }).count()) === 1);
    await picture("new-code");
    await workbench.commandThatAsks("Covenant: Choose the Code to Show Findings In", /All code/u);
    await choose(/^All code$/u);
    await until("the library's findings are there", async () => (await workbench.squiggles()) > 0);
    await workbench.command("View: Toggle Panel Visibility");
    await workbench.openFile("src/main.rs");
    await workbench.command("File: Revert File");
  });

  it("lists the waivers, expired ones first, and opens them", async () => {
    await workbench.checklist();
    const view = pane("Waivers");
    const rows = view.locator(".monaco-list-row");
    await until("both waivers are listed", async () => (await rows.filter({ hasText: "src/waived.rs" }).count()) === 2, 30_000);
    const texts = await rows.allInnerTexts();
    assert.match(texts[0] ?? "", /Expired/u);
    assert.match(texts[1] ?? "", /unwrap-in-production[^]*src\/waived\.rs:2 · until 2001-01-01 · issue #7 · the parser is being rewritten/u);
    await rows.filter({ hasText: "every caller has looked" }).first().click();
    await workbench.page.locator(".tab.active", { hasText: "waived.rs" }).waitFor({ timeout: 20_000 });
    await workbench.widenSideBar(220);
    await picture("waivers");
    // Typed away, it is listed no more.
    await workbench.goTo(6, 1);
    await workbench.page.keyboard.press("Control+Shift+k");
    await until("one waiver is left", async () => (await rows.filter({ hasText: "src/waived.rs" }).count()) === 1, 20_000);
    await workbench.command("File: Revert File");
    await until("both are back", async () => (await rows.filter({ hasText: "src/waived.rs" }).count()) === 2, 20_000);
    await workbench.widenSideBar(-220);
  });

  it("mends all findings of a rule in files that are not open, after a preview", async () => {
    const box = await workbench.commandThatAsks("Covenant: Fix All of a Rule in the Workspace", /Fix all findings of which rule/u);
    await box.locator("input").first().fill("unfinished-code");
    await choose(/^unfinished-code$/u);
    const preview = workbench.page.locator(".bulk-edit-panel");
    await preview.waitFor({ timeout: 30_000 });
    await until("the edits are listed", async () => /sum\.rs/u.test(await preview.innerText()));
    await picture("preview");
    assert.equal(await readFile(file("src/sum.rs"), "utf8"), debugging, "nothing is changed before it is accepted");
    const boxes = preview.locator('input[type="checkbox"], .monaco-checkbox, .edit-checkbox');
    assert.equal(await boxes.count(), 3, "the file and each of its two fixes");
    await boxes.first().click(); // The file's: it ticks the others.
    await picture("preview-accepted");
    await preview.locator(".monaco-button").filter({ hasText: /^Apply$/u }).first().click();
    await until("the file is mended", async () => {
      await workbench.openFile("src/sum.rs");
      return /1 \+ 2;[^]*3 \+ 4;/u.test(await workbench.text());
    });
    await picture("mended");
    assert.deepEqual(await workbench.messages(), []);
  });
});
