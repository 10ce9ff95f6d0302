// Runs the suite of `suite/` inside the extension host of the editor that npm delivers, with the packed extension
// installed. `npm run test:desktop` runs the same suite in a desktop VS Code.
import assert from "node:assert/strict";
import { dirname } from "node:path";
import process from "node:process";
import { format } from "node:util";
import { createSetting, prepared, type Setting } from "./setting.js";

/** How long the suite may take, in milliseconds. */
const suiteMs = 170_000;

describe("the suite in the extension host", () => {
  let setting: Setting | undefined;

  after(async () => {
    await setting?.stop();
  });

  it("passes", async () => {
    const started = await createSetting({ trust: "off", testDriver: true, env: { ...process.env } });
    setting = started;
    const { editor, browser, crate } = started;
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const lines: string[] = [];
    let finish: (code: number) => void = () => undefined;
    const exit = new Promise<number>((resolve) => {
      finish = resolve;
    });
    await page.exposeFunction("codeAutomationLog", (_type: string, values: unknown[]) => {
      lines.push(format(...values));
    });
    await page.exposeFunction("codeAutomationExit", (code: number) => {
      finish(code);
    });
    const entry = prepared("COVENANT_E2E_SUITE");
    await page.goto(
      editor.address(crate, [
        ["extensionDevelopmentPath", `vscode-remote://${editor.authority}${dirname(entry)}`],
        ["extensionTestsPath", `vscode-remote://${editor.authority}${entry}`],
        ["skipWelcome", "true"],
      ]),
      { waitUntil: "domcontentloaded", timeout: 60_000 },
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`the suite did not end within ${suiteMs / 1000} s; it said:\n${lines.join("\n")}\n${editor.output()}`));
      }, suiteMs);
    });
    try {
      assert.equal(await Promise.race([exit, late]), 0, `the suite failed; it said:\n${lines.join("\n")}`);
    } finally {
      clearTimeout(timer);
    }
  });
});
