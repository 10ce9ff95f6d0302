// The workbench as a person uses it: keys, clicks and what can be seen. Nothing here calls the extension.
import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Locator, Page } from "./playwright.js";
import type { Setting } from "./setting.js";
import { until } from "./until.js";

/** The finding kinds as the editor underlines them. */
const squiggles = ".squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint";

/** The size of a page in CSS pixels, and how many pixels of a picture stand for one of them. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

const ordinary: PageSize = { width: 1280, height: 800, scale: 1 };

/** A page with the editor on it. */
export class Workbench {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /**
   * Opens a page and waits until the editor can be used.
   *
   * @param opened absolute path of a folder or a `.code-workspace` file; the crate unless told
   * @param size of the page
   * @param payload pairs for the workbench, heeded only with `testDriver`
   * @throws Error where the workbench does not appear within a minute
   */
  static async open(setting: Setting, opened: string = setting.crate, size: PageSize = ordinary, payload?: readonly (readonly [string, string])[]): Promise<Workbench> {
    const { width, height, scale } = size;
    const page = await setting.browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
    await page.goto(setting.editor.address(opened, payload), { waitUntil: "domcontentloaded", timeout: 60_000 });
    await page.locator(".monaco-workbench .statusbar").waitFor({ timeout: 60_000 });
    return new Workbench(page);
  }

  /** Opens a file by its path, absolute or from the open folder, and puts the caret into it. */
  async openFile(name: string): Promise<void> {
    await this.#pick("Control+p", name);
    await this.page.locator(".tab.active", { hasText: name.slice(name.lastIndexOf("/") + 1) }).waitFor({ timeout: 20_000 });
    await this.page.locator(".editor-instance .view-lines").first().waitFor();
  }

  /** Runs a command by the title that the palette shows, for example `Covenant: Show Log`. */
  async command(title: string): Promise<void> {
    await this.#pick("F1", `>${title}`);
  }

  /** Runs a command that asks for something: its box takes the place of the palette. */
  async commandThatAsks(title: string, asks: string | RegExp): Promise<Locator> {
    const box = this.page.locator(".quick-input-widget");
    await this.page.keyboard.press("F1");
    await box.waitFor({ timeout: 10_000 });
    await this.page.keyboard.insertText(title);
    await box.locator(".monaco-list-row .label-name").filter({ hasText: new RegExp(`^${escaped(title)}$`, "u") }).first().click();
    await box.locator(".quick-input-titlebar, .monaco-list-row").filter({ hasText: asks }).first().waitFor({ timeout: 20_000 });
    return box;
  }

  /** @returns the titles that the palette offers where nothing but the category is typed */
  async offeredCommands(category: string): Promise<readonly string[]> {
    const box = this.page.locator(".quick-input-widget");
    await this.page.keyboard.press("F1");
    await box.waitFor({ timeout: 10_000 });
    await this.page.keyboard.insertText(category);
    const labels = box.locator(".monaco-list-row .label-name");
    await labels.filter({ hasText: category }).first().waitFor({ timeout: 20_000 });
    // Only the rows in view are drawn, and the first page down just goes to the last of them.
    const titles = new Set(await labels.allInnerTexts());
    for (let idle = 0; idle < 3; ) {
      const known = titles.size;
      await this.page.keyboard.press("PageDown");
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      for (const title of await labels.allInnerTexts()) titles.add(title);
      idle = titles.size > known ? 0 : idle + 1;
    }
    await this.page.keyboard.press("Escape");
    await box.waitFor({ state: "hidden", timeout: 10_000 });
    return [...titles].map((title) => title.replaceAll("\u00a0", " "));
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

  /**
   * Opens the problems panel and filters it: only rows in view are there, and few fit.
   *
   * @param filter typed into the panel's filter; words of the message, the code or the file
   * @returns the rows
   */
  async problems(filter: string): Promise<Locator> {
    const panel = this.page.locator(".markers-panel");
    if (!(await panel.isVisible())) await this.command("Problems: Focus on Problems View");
    await panel.waitFor({ timeout: 10_000 });
    await this.page.locator(".viewpane-filter input").first().fill(filter);
    return panel.locator(".monaco-list-row");
  }

  /** @returns the texts of the messages that popped up and of those that wait behind the bell */
  async messages(): Promise<readonly string[]> {
    const toasts = await this.page.locator(".notifications-toasts .notification-list-item-message").allInnerTexts();
    const bell = await this.page.locator('.statusbar-item[id="status.notifications"]').getAttribute("aria-label");
    return bell === "Notifications" ? toasts : [...toasts, `the bell says: ${String(bell)}`];
  }

  /** Opens what the language status item of the active file has to say, as a click on its braces does, and returns it. */
  async languageStatus(): Promise<Locator> {
    await this.page.locator('.statusbar-item[id="status.languageStatus"]').click();
    const hover = this.page.locator(".hover-language-status").filter({ hasText: "Covenant" });
    await hover.first().waitFor({ timeout: 10_000 });
    return hover.first();
  }

  /** Opens the hover at the caret by keys, and returns it. */
  async hover(): Promise<Locator> {
    await this.command("Show or Focus Hover");
    const hover = this.page.locator(".monaco-resizable-hover .monaco-hover").first();
    await hover.waitFor({ timeout: 20_000 });
    return hover;
  }

  /** Opens the container of the extension by a click on its icon, and returns the view: rows, or words where it is empty. */
  async checklist(): Promise<Locator> {
    // A menu that is still open would take the click.
    await this.page.keyboard.press("Escape");
    const icon = this.page.locator('.activitybar .action-item a[aria-label*="Covenant"]').first();
    // A second click on the icon of an open container would close it.
    if ((await icon.getAttribute("aria-expanded")) !== "true") await icon.click();
    const view = this.page.locator(".sidebar .pane-body").first();
    await view.waitFor({ timeout: 20_000 });
    return view;
  }

  /** Drags the right edge of the side bar, by CSS pixels. */
  async widenSideBar(by: number): Promise<void> {
    const box = await this.page.locator(".part.sidebar").boundingBox();
    if (box === null) throw new Error("the side bar is not open");
    const [x, y] = [box.x + box.width + 1, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + by, y, { steps: 5 });
    await this.page.mouse.up();
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

  /** @returns the rendered page that the active tab shows: an evidence record or the page of a rule */
  rendered(): Locator {
    // A webview is a frame in a frame.
    return this.page.locator("iframe.webview.ready").first().contentFrame().locator("iframe#active-frame").contentFrame().locator("body");
  }

  /** Writes a picture of the page. */
  async picture(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
  }

  #restrictedItem(): Locator {
    return this.page.locator(".statusbar-item", { hasText: "Restricted Mode" });
  }

  /** Opens a box by a key, types into it, and clicks the row of that name; a place in the file has no row. */
  async #pick(key: string, text: string): Promise<void> {
    const box = this.page.locator(".quick-input-widget");
    const wanted = text.replace(/^>/u, "");
    const name = new RegExp(`^${escaped(wanted.slice(wanted.lastIndexOf("/") + 1))}$`, "u");
    // Before everything is loaded the editor may not listen to keys, or know no file yet: each round begins anew.
    await until(`\`${text}\` can be chosen after ${key}`, async () => {
      try {
        await this.page.keyboard.press(key);
        await box.waitFor({ timeout: 2_000 });
        await this.page.keyboard.press("Control+a");
        await this.page.keyboard.insertText(text);
        if (text.startsWith(":")) await this.page.keyboard.press("Enter");
        // The row itself is clicked: Enter takes the first one, which may be another that fits as well.
        else await box.locator(".monaco-list-row .label-name").filter({ hasText: name }).first().click({ timeout: 5_000 });
        return true;
      } catch {
        await this.page.keyboard.press("Escape");
        return false;
      }
    }, 60_000);
    await box.waitFor({ state: "hidden", timeout: 10_000 });
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&").replaceAll(" ", "\\s");
}
