// Bundles the tests that run inside the extension host. One suite serves the editor that npm delivers and the desktop
// VS Code that `@vscode/test-electron` downloads.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** The suite, bundled. */
export interface Suite {
  /** A folder with a manifest: the "extension under development", which has no code of its own. */
  readonly folder: string;
  /** The module that exports `run()`. */
  readonly entry: string;
}

/**
 * Bundles `test/e2e/suite` as CommonJS, which is how an extension host loads tests.
 *
 * @param root the project's folder
 * @throws esbuild's error where the code does not bundle
 */
export async function bundleSuite(root: string): Promise<Suite> {
  const source = join(root, "test", "e2e", "suite");
  const folder = join(root, "out", "e2e-suite");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = (await readdir(source)).filter((file) => file === "index.ts" || file.endsWith(".suite.ts"));
  await build({
    entryPoints: files.map((file) => join(source, file)),
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  const manifest = {
    name: "covenant-suite",
    publisher: "rust-covenant",
    version: "0.0.0",
    engines: { vscode: "*" },
    type: "commonjs",
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  return { folder, entry: join(folder, "index.cjs") };
}
