// Takes the pictures of the README from the running editor: `npm run screenshots`. What they show is waited for, so a
// picture of an extension that does nothing cannot be taken.
import { join } from "node:path";
import { createSetting, prepared, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

/** Small enough that the words can be read where a page shows the picture at half its size. */
const size = { width: 980, height: 600, scale: 1.5 };

const settings = {
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "breadcrumbs.enabled": false,
  "editor.fontSize": 13,
  "editor.hover.delay": 10_000, // The mouse opens nothing that the picture is not about.
  "editor.scrollbar.horizontal": "hidden",
};

describe("the pictures of the README", () => {
  let setting: Setting | undefined;
  let workbench: Workbench;
  const library = (): string => join(setting?.crate ?? "", "src", "lib.rs");
  const picture = async (name: string): Promise<void> => {
    await workbench.picture(join(prepared("COVENANT_E2E_SCREENSHOTS"), `${name}.png`));
  };
  const atUnwrap = async (): Promise<void> => {
    await workbench.goTo(1, 1); // A caret that does not move gets no new lightbulb.
    await workbench.goToText(library(), ".parse().unwrap()", ".parse().unw".length);
  };

  before(async () => {
    setting = await createSetting({ trust: "off", settings });
    workbench = await Workbench.open(setting, setting.crate, size);
  });
  after(async () => {
    await setting?.stop();
  });

  it("editor: findings in the text and in the list of problems", async () => {
    await workbench.openFile("src/lib.rs");
    await workbench.command("View: Toggle Primary Side Bar Visibility");
    await workbench.problems("@source:covenant");
    await atUnwrap();
    await until("findings are underlined", async () => (await workbench.squiggles()) > 1);
    await picture("editor");
    await workbench.command("View: Toggle Panel Visibility");
  });

  it("quickfix: what the lightbulb offers", async () => {
    await atUnwrap();
    const menu = await workbench.openLightbulb();
    await until("the mend is offered", async () => /with `\?`/u.test(await menu.innerText()));
    await picture("quickfix");
    await workbench.page.keyboard.press("Escape");
  });

  it("hover: the page of a rule", async () => {
    await atUnwrap();
    const hover = await workbench.hover();
    await until("the page is there", async () => /How to fix/u.test(await hover.innerText()));
    await picture("hover");
    await workbench.page.keyboard.press("Escape");
  });

  it("checklist: proved, failed, and what is missing", async () => {
    const view = await workbench.checklist();
    await view.locator(".monaco-list-row").first().waitFor({ timeout: 30_000 });
    await workbench.widenSideBar(180);
    await workbench.command("Covenant: Prove All Checklist Items");
    const states = async (): Promise<string> => {
      const rows = view.locator(".monaco-list-row");
      const all: string[] = [];
      for (let row = 0; row < (await rows.count()); row += 1) all.push((await rows.nth(row).getAttribute("aria-label")) ?? "");
      return all.join("\n");
    };
    await until("the tests are proved", async () => /tests.*: proved\./iu.test(await states()), 120_000);
    await until("nothing runs any more", async () => !/: (?:running|waiting)\./u.test(await states()), 170_000);
    await view.locator(".monaco-list-row").filter({ hasText: /documentation/iu }).first().click();
    await until("its evidence is shown", async () => /\S/u.test(await workbench.rendered().innerText()));
    await picture("checklist");
  });
});
