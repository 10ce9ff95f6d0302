// rust-analyzer next door: who runs clippy on save is said, changed with one consent, and changed back by one command.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createSetting, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

/** An extension with rust-analyzer's name, settings and interface. It writes down what it is asked for and checks nothing. */
const manifest = {
  name: "rust-analyzer",
  publisher: "rust-lang",
  version: "0.4.0",
  engines: { vscode: "^1.90.0" },
  activationEvents: ["onLanguage:rust"],
  main: "./main.js",
  contributes: {
    configuration: {
      properties: { "rust-analyzer.checkOnSave": { type: "boolean", default: true }, "rust-analyzer.check.command": { type: "string", default: "check" } },
    },
  },
};
const program = `
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const told = [];
exports.activate = async () => ({
  client: { sendNotification: async (method) => note(method) },
  addConfiguration: async (id, configuration) => note({ id, configuration }),
});
function note(what) {
  told.push(what);
  writeFileSync(join(__dirname, "told.json"), JSON.stringify(told));
}
`;

describe("next to rust-analyzer", () => {
  let setting: Setting | undefined;
  let workbench: Workbench | undefined;
  let folder = "";

  const seen = (): Workbench => workbench ?? assert.fail("the editor did not open");
  const told = async (): Promise<readonly unknown[]> => {
    try {
      return JSON.parse(await readFile(join(folder, "told.json"), "utf8")) as readonly unknown[];
    } catch {
      return [];
    }
  };
  const status = async (): Promise<string> => {
    const text = await (await seen().languageStatus()).innerText();
    await seen().page.keyboard.press("Escape");
    return text;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "covenant-neighbour-"));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
    await writeFile(join(folder, "main.js"), program);
    setting = await createSetting({ trust: "off", testDriver: true });
    workbench = await Workbench.open(setting, setting.crate, undefined, [["extensionDevelopmentPath", `vscode-remote://${setting.editor.authority}${folder}`], ["skipWelcome", "true"]]);
    await seen().openFile("src/lib.rs");
  });
  after(async () => {
    await setting?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    const pictures = process.env["COVENANT_E2E_FAILURES"];
    if (this.currentTest?.state === "failed" && pictures !== undefined) await workbench?.picture(join(pictures, `${this.currentTest.title}.png`));
  });

  it("runs clippy itself beside another check, and says so", async () => {
    await until("the server is there", async () => (await seen().squiggles()) > 0);
    await seen().goTo(1, 1);
    await until("the status says it", async () => /beside rust-analyzer's `check`/u.test(await status()));
    assert.deepEqual(await told(), []);
  });

  it("lets rust-analyzer run clippy after one consent", async () => {
    await seen().command("Covenant: Let rust-analyzer Run Clippy");
    const dialog = seen().page.locator(".monaco-dialog-box");
    await dialog.waitFor({ timeout: 20_000 });
    assert.match(await dialog.innerText(), /check\.command = "clippy"/u);
    assert.deepEqual(await told(), [], "nothing is asked before the consent");
    const pictures = process.env["COVENANT_E2E_PICTURES"];
    if (pictures !== undefined) await seen().picture(join(pictures, "consent.png"));
    await dialog.locator(".monaco-button").filter({ hasText: "Let rust-analyzer Run Clippy" }).first().click();
    await until("it was asked", async () => (await told()).length === 2);
    const [request, poke] = await told();
    assert.deepEqual(request, { id: "rust-covenant.rust-covenant", configuration: { "check.command": "clippy", "check.extraArgs": ["--", "-W", "clippy::pedantic"] } });
    assert.equal(poke, "workspace/didChangeConfiguration");
    await until("the status says it", async () => /rust-analyzer runs clippy, as you let it/u.test(await status()));
    if (pictures !== undefined) {
      await seen().languageStatus();
      await seen().picture(join(pictures, "status.png"));
      await seen().page.keyboard.press("Escape");
    }
  });

  it("takes it back by one command", async () => {
    await seen().command("Covenant: Take Clippy Back from rust-analyzer");
    await until("it was told", async () => (await told()).length === 4);
    assert.deepEqual((await told())[2], { id: "rust-covenant.rust-covenant", configuration: {} });
    await until("the status says it", async () => /beside rust-analyzer's `check`/u.test(await status()));
    assert.deepEqual(await seen().messages(), []);
  });
});
