import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import * as vscode from "vscode";
import { until } from "../until.js";
import { extensionId, findings, openNew, removeAll, retype, unwrapping, untilFindings } from "./crate.js";

describe("the server", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await openNew("src/bin/server.rs", "fn main() {}\n");
    await retype(document, `fn main() {}\n${unwrapping}`);
    await untilFindings(document.uri, 1);
  });
  after(async () => {
    await removeAll([document.uri]);
  });

  it("finds the same after it was restarted", async () => {
    await vscode.commands.executeCommand("covenant.restartServer");
    await untilFindings(document.uri, 1);
    await retype(document, `fn main() {}\n${unwrapping}${unwrapping.replace("second", "third")}`);
    await untilFindings(document.uri, 2);
  });

  it("comes back by itself when it is killed while somebody types", async function () {
    if (process.platform !== "linux") this.skip(); // Its process is found by way of /proc.
    const before = await until("the server has a process", () => serverProcess());
    process.kill(before, "SIGKILL");
    await retype(document, `fn main() {}\n${unwrapping}`);
    const after = await until("there is another process", () => {
      const now = serverProcess();
      return now !== before && now;
    });
    assert.notEqual(after, before);
    await untilFindings(document.uri, 1);
    assert.equal(findings(document.uri).length, 1);
  });
});

describe("the manifest", () => {
  const extension = (): vscode.Extension<unknown> =>
    vscode.extensions.getExtension(extensionId) ?? assert.fail(`${extensionId} is not installed`);

  it("names commands that exist, all in one category", async () => {
    const declared = contributed(extension().packageJSON, "commands");
    assert.ok(Array.isArray(declared) && declared.length >= 8);
    const known = new Set(await vscode.commands.getCommands(true));
    for (const command of declared as { readonly command: string; readonly category?: string }[]) {
      assert.ok(known.has(command.command), `${command.command} has a handler`);
      assert.equal(command.category, "Covenant", command.command);
    }
  });

  it("has at most twenty settings, each with words and a default", () => {
    const configuration = contributed(extension().packageJSON, "configuration");
    const blocks = (Array.isArray(configuration) ? configuration : [configuration]) as {
      readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }[];
    const settings = blocks.flatMap((block) => Object.entries(block.properties));
    assert.ok(settings.length > 0 && settings.length <= 20, `${settings.length} settings`);
    for (const [name, setting] of settings) {
      assert.match(name, /^covenant\./u);
      assert.ok("default" in setting, `${name} has a default`);
      assert.match(String(setting["description"] ?? setting["markdownDescription"] ?? ""), /\S/u, `${name} is described`);
    }
  });
});

function contributed(manifest: unknown, key: string): unknown {
  assert.ok(typeof manifest === "object" && manifest !== null && "contributes" in manifest);
  return new Map(Object.entries(manifest.contributes as Readonly<Record<string, unknown>>)).get(key);
}

/** @returns the process of the extension's server among the children of this extension host */
function serverProcess(): number | undefined {
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const parent = Number(/^\d+ \(.*\) \S (\d+)/su.exec(readFileSync(`/proc/${name}/stat`, "utf8"))?.[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (parent === process.pid && command.includes("dist/server.cjs")) return Number(name);
    } catch {
      // The process ended between the two looks.
    }
  }
  return undefined;
}
