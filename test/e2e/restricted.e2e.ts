// A folder that nobody vouched for: the rules run, and no process is started, whatever the folder's own settings say.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { createSetting, root, type Setting } from "./setting.js";
import { until } from "./until.js";
import { Workbench } from "./workbench.js";

/** How long a forbidden process is waited for, in milliseconds. Allowed ones start within one. */
const patienceMs = 5_000;

/** Commands that start processes. */
const starting = ["Covenant: Prove All Checklist Items", "Covenant: Prove Checklist Item", "Covenant: Run Clippy Now"];

/** Programs that the extension could want to start. */
const programs = ["cargo", "rustc", "rustup", "cargo-clippy", "clippy-driver", "git"];

describe("Restricted Mode", () => {
  let setting: Setting | undefined;
  let folder = "";
  let marker = "";
  let workbench: Workbench | undefined;

  const seen = (): Workbench => workbench ?? assert.fail("the editor did not open");

  before(async function () {
    if (process.platform === "win32") this.skip(); // The programs that leave a mark are shell scripts.
    folder = await mkdtemp(join(tmpdir(), "covenant-marks-"));
    marker = join(folder, "started");
    for (const name of programs) await leaveMark(name);
    const path = `${folder}${delimiter}${process.env["PATH"] ?? ""}`;
    setting = await createSetting({ trust: "ask", env: { ...process.env, PATH: path } });
    const settings = await hostileSettings(join(folder, "cargo"));
    await mkdir(join(setting.crate, ".vscode"));
    await writeFile(join(setting.crate, ".vscode", "settings.json"), JSON.stringify(settings, undefined, 2));
    workbench = await Workbench.open(setting);
  });
  after(async () => {
    await setting?.stop();
    if (folder !== "") await rm(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    const pictures = process.env["COVENANT_E2E_FAILURES"];
    if (this.currentTest?.state === "failed" && pictures !== undefined)
      await workbench?.picture(join(pictures, `${this.currentTest.title}.png`));
  });

  async function leaveMark(name: string): Promise<void> {
    const script = join(folder, name);
    await writeFile(script, `#!/bin/sh\necho "${name} $*" >> '${marker}'\nexit 1\n`);
    await chmod(script, 0o755);
  }

  it("runs the rules", async () => {
    await seen().restricted();
    await seen().openFile("src/lib.rs");
    await seen().goToText(join(setting?.crate ?? "", "src", "lib.rs"), ".unwrap()", 1); // Only what is in view is drawn.
    await until("findings are underlined", async () => (await seen().squiggles()) > 0);
  });

  it("starts no process when a file is saved or clippy and the checklist are asked for", async () => {
    await seen().goTo(1, 1);
    await seen().type("//! Changed.\n");
    await seen().save();
    const view = await seen().checklist();
    await until("the checklist says why it is empty", async () => /Restricted Mode/u.test(await view.innerText()));
    const offered = await seen().offeredCommands("Covenant: ");
    assert.ok(offered.includes("Covenant: Explain Rule"), offered.join(" | "));
    assert.deepEqual(offered.filter((title) => starting.includes(title)), [], "no command that starts a process is offered");
    await new Promise((resolve) => {
      setTimeout(resolve, patienceMs);
    });
    assert.equal(existsSync(marker), false, existsSync(marker) ? `started: ${await readFile(marker, "utf8")}` : "");
  });

  // The counter-check: without it the test above would also pass where the marks could never be left.
  it("starts them once the folder is trusted", async () => {
    await seen().trustFolder();
    const offered = await seen().offeredCommands("Covenant: ");
    assert.deepEqual(offered.filter((title) => starting.includes(title)).sort(), [...starting].sort(), offered.join(" | "));
    await seen().openFile("src/lib.rs");
    await seen().goTo(1, 1);
    await seen().type("//! Changed again.\n");
    await seen().save();
    await until("a program has left its mark", () => existsSync(marker), 30_000);
    assert.match(await readFile(marker, "utf8"), /^cargo /mu);
  });
});

/** Every setting of the extension that takes a text points to a program, and every switch is on: none of it may count. */
async function hostileSettings(program: string): Promise<Record<string, unknown>> {
  const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const found: Record<string, unknown> = {};
  const visit = (value: unknown, name: string): void => {
    if (typeof value !== "object" || value === null) return;
    if (name.startsWith("covenant.") && "type" in value && !("enum" in value)) {
      if (value.type === "string") found[name] = program;
      if (value.type === "boolean") found[name] = true;
      if (value.type === "array") found[name] = [program];
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, key);
  };
  visit(manifest, "");
  if (Object.keys(found).length === 0)
    throw new Error("the manifest has no setting that could name a program, so this test would prove nothing");
  return found;
}
