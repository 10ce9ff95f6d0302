// Takes the pictures of the README from the running editor: `npm run screenshots`. What they show is waited for, so a
// picture of an extension that does nothing cannot be taken.
import { join } from "node:path";
import { createSetting, prepared, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

describe("the pictures of the README", () => {
  let setting: Setting | undefined;
  let workbench: Workbench;
  const library = (): string => join(setting?.crate ?? "", "src", "lib.rs");
  const picture = async (name: string): Promise<void> => {
    await workbench.picture(join(prepared("COVENANT_E2E_SCREENSHOTS"), `${name}.png`));
  };

  before(async () => {
    setting = await createSetting({ trust: "off" });
    workbench = await Workbench.open(setting);
  });
  after(async () => {
    await setting?.stop();
  });

  it("findings", async () => {
    await workbench.openFile("src/lib.rs");
    await workbench.goTo(42, 1);
    await until("findings are underlined", async () => (await workbench.squiggles()) > 1);
    await picture("findings");
  });

  it("quick-fixes", async () => {
    await workbench.goToText(library(), ".parse().unwrap()", ".parse().unw".length);
    await workbench.openLightbulb();
    await picture("quick-fixes");
    await workbench.page.keyboard.press("Escape");
  });

  it("hover", async () => {
    await workbench.goToText(library(), ".parse().unwrap()", ".parse().unw".length);
    await workbench.command("Show or Focus Hover");
    await workbench.page.locator(".monaco-hover", { hasText: "unwrap-in-production" }).first().waitFor({ timeout: 20_000 });
    await picture("hover");
    await workbench.page.keyboard.press("Escape");
  });

  it("checklist", async () => {
    const view = await workbench.checklist();
    const tests = view.locator(".monaco-list-row").filter({ hasText: /tests/iu }).first();
    await tests.hover();
    await tests.locator('.actions a[aria-label*="Prove"]').first().click();
    await until("the tests are proved", async () => /: proved\./u.test((await tests.getAttribute("aria-label")) ?? ""), 120_000);
    await picture("checklist");
  });
});
