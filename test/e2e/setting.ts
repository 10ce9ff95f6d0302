// What each end-to-end test stands on: the editor's server with the packed extension, a browser, a crate of its own.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { startEditor, type Editor } from "../../server/scripts/editorServer.js";
import { launchBrowser, type Browser } from "./playwright.js";

/** The project's folder, seen from the compiled file in `out/test/e2e`. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** User settings that keep the editor from helping while the tests type, and from talking to anyone. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.editor.useModal": "off",
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "git.enabled": false,
  "files.autoSave": "off",
  "editor.autoClosingBrackets": "never",
  "editor.autoClosingQuotes": "never",
  "editor.autoIndent": "none",
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.suggestOnTriggerCharacters": false,
  "editor.parameterHints.enabled": false,
  "editor.minimap.enabled": false,
};

/** The settings of one test. */
export interface SettingOptions {
  readonly trust: "ask" | "off";
  readonly testDriver?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** User settings besides those that keep the editor quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running editor with a browser beside it and a copy of the sample crate. */
export interface Setting {
  readonly editor: Editor;
  readonly browser: Browser;
  /** Absolute path of the copy, in a temporary folder. */
  readonly crate: string;
  /** Ends both and removes the copy. */
  readonly stop: () => Promise<void>;
}

/**
 * Reads what `npm test` has prepared.
 *
 * @param name a variable of the environment
 * @throws Error where it is not set: these tests are not for `mocha` alone
 */
export function prepared(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set; the end-to-end tests are started by \`npm run test:e2e\``);
  return value;
}

/**
 * Starts the editor with the packed extension, and a browser.
 *
 * @throws where one of them does not start; nothing is left running then
 */
export async function createSetting(options: SettingOptions): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), "covenant-e2e-"));
  const crate = join(folder, "covenant-sample");
  const undo: (() => Promise<void>)[] = [
    async () => {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  ];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const sample = join(root, "test", "sample");
    await cp(sample, crate, { recursive: true, filter: (path) => !["target", ".covenant"].includes(basename(path)) });
    const editor = await startEditor({
      programs: { node: prepared("COVENANT_E2E_NODE"), server: prepared("COVENANT_E2E_SERVER") },
      vsix: prepared("COVENANT_E2E_VSIX"),
      ...options,
      settings: { ...quietSettings, ...options.settings },
    });
    undo.push(editor.stop);
    const browser = await launchBrowser(root, prepared("COVENANT_E2E_BROWSER"));
    undo.push(async () => {
      await browser.close();
    });
    return { editor, browser, crate, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
