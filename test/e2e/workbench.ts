// The workbench as a person uses it: keys, clicks and what can be seen. Nothing here calls the extension.
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Locator, Page } from "./playwright.js";
import type { Setting } from "./setting.js";
import { until } from "./until.js";

/** The finding kinds as the editor underlines them. */
const squiggles = ".squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint";

/** A page with the editor on it. */
export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * Opens a page with the crate and waits until the editor can be used.
   *
   * @throws Error where the workbench does not appear within a minute
   */
  static async open(setting: Setting): Promise<Workbench> {
    const page = await setting.browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(setting.editor.address(setting.crate), { waitUntil: "domcontentloaded", timeout: 60_000 });
    await page.locator(".monaco-workbench .statusbar").waitFor({ timeout: 60_000 });
    return new Workbench(page);
  }

  /** Opens a file of the crate by its name and puts the caret into it. */
  async openFile(name: string): Promise<void> {
    await this.#pick("Control+p", name);
    await this.page.locator(".tab.active", { hasText: name.slice(name.lastIndexOf("/") + 1) }).waitFor({ timeout: 20_000 });
    await this.page.locator(".editor-instance .view-lines").first().waitFor();
  }

  /** Runs a command by the title that the palette shows, for example `Covenant: Show Log`. */
  async command(title: string): Promise<void> {
    await this.#pick("F1", `>${title}`);
  }

  /** Puts the caret into the active file; line and column count from 1, the column in UTF-16 units. */
  async goTo(line: number, column: number): Promise<void> {
    await this.#pick("Control+g", `:${line}:${column}`);
  }

  /**
   * Puts the caret into a piece of the crate's file that is open, as it is on disk.
   *
   * @param text looked for in the file; its first place counts
   * @param offset from the start of that place, in UTF-16 units
   */
  async goToText(path: string, text: string, offset: number): Promise<void> {
    const content = await readFile(path, "utf8");
    const at = content.indexOf(text);
    if (at < 0) throw new Error(`${path} has no \`${text}\``);
    const before = content.slice(0, at + offset).split("\n");
    await this.goTo(before.length, (before.at(-1) ?? "").length + 1);
  }

  /** Types as a person does: key by key, `\n` as Enter. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** Saves the active file and waits until its tab is clean. */
  async save(): Promise<void> {
    await this.page.keyboard.press("Control+s");
    await until("the file is saved", async () => (await this.page.locator(".tab.active.dirty").count()) === 0);
  }

  /** @returns the visible text of the active file, with ordinary spaces */
  async text(): Promise<string> {
    const lines = await this.page.locator(".editor-instance .view-lines").first().innerText();
    return lines.replaceAll("\u00a0", " ");
  }

  /** @returns how many underlined places are visible */
  async squiggles(): Promise<number> {
    return this.page.locator(squiggles).count();
  }

  /** @returns the rows of the problems panel, which is opened; only visible rows are there */
  async problems(): Promise<Locator> {
    const panel = this.page.locator(".markers-panel");
    if (!(await panel.isVisible())) await this.command("Problems: Focus on Problems View");
    await panel.waitFor({ timeout: 10_000 });
    return panel.locator(".monaco-list-row");
  }

  /** Opens the container of the extension by a click on its icon, and returns the view: rows, or words where it is empty. */
  async checklist(): Promise<Locator> {
    const icon = this.page.locator('.activitybar .action-item a[aria-label*="Covenant"]').first();
    // A second click on the icon of an open container would close it.
    if ((await icon.getAttribute("aria-expanded")) !== "true") await icon.click();
    const view = this.page.locator(".sidebar .pane-body").first();
    await view.waitFor({ timeout: 20_000 });
    return view;
  }

  /** Waits until the editor says that it is in Restricted Mode. */
  async restricted(): Promise<void> {
    await this.#restrictedItem().waitFor({ timeout: 30_000 });
  }

  /**
   * Clicks the lightbulb at the caret and then the first action that fits.
   *
   * @param title what the action's title has to match
   * @throws Error where there is no lightbulb or no such action; the error names the actions that there are
   */
  async applyFromLightbulb(title: RegExp): Promise<void> {
    const menu = await this.openLightbulb();
    const actions = menu.locator(".monaco-list-row.action");
    const titles = await actions.allInnerTexts();
    const index = titles.findIndex((text) => title.test(text));
    if (index < 0) throw new Error(`no action fits ${String(title)}; there are: ${titles.join(" | ")}`);
    await actions.nth(index).click();
    await menu.waitFor({ state: "hidden" });
  }

  /** @returns the menu of the lightbulb at the caret, opened by a click on the lightbulb */
  async openLightbulb(): Promise<Locator> {
    const bulb = this.page
      .locator('.editor-instance .lightBulbWidget, .editor-instance [class*="codicon-gutter-lightbulb"]')
      .first();
    await bulb.waitFor({ timeout: 20_000 });
    await bulb.click();
    const menu = this.page.locator(".action-widget:not(.action-list-submenu-panel)");
    await menu.waitFor({ timeout: 10_000 });
    return menu;
  }

  /** Trusts the open folder, by the page that the editor has for it, and waits until Restricted Mode is over. */
  async trustFolder(): Promise<void> {
    await this.command("Workspaces: Manage Workspace Trust");
    const page = this.page.locator(".workspace-trust-editor");
    await page.waitFor({ timeout: 20_000 });
    await page
      .locator(".monaco-button")
      .filter({ hasText: /^Trust$/u })
      .first()
      .click();
    await this.#restrictedItem().waitFor({ state: "hidden", timeout: 20_000 });
    await page.click();
    await this.command("View: Close Editor");
    await page.waitFor({ state: "hidden", timeout: 10_000 });
  }

  /** Writes a picture of the page. */
  async picture(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  #restrictedItem(): Locator {
    return this.page.locator(".statusbar-item", { hasText: "Restricted Mode" });
  }

  async #pick(key: string, text: string): Promise<void> {
    const box = this.page.locator(".quick-input-widget");
    // The first key after the page has loaded can come before the workbench listens to keys.
    await until(`${key} opens its box`, async () => {
      await this.page.keyboard.press(key);
      try {
        await box.waitFor({ timeout: 2_000 });
        return true;
      } catch {
        return false; // Not yet: the next round presses again.
      }
    });
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.insertText(text);
    // The list is filled a moment after the text; Enter before that would take the first row of the old list.
    if (!text.startsWith(":")) {
      const wanted = text.replace(/^>/u, "");
      await box
        .locator(".monaco-list-row")
        .filter({ hasText: wanted.slice(wanted.lastIndexOf("/") + 1) })
        .first()
        .waitFor({ timeout: 20_000 });
    }
    await this.page.keyboard.press("Enter");
    await box.waitFor({ state: "hidden", timeout: 10_000 });
  }
}
