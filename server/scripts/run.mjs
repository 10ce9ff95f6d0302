// Runs one of the project's tasks on a clone where nothing is installed yet.
//
//   node server/scripts/run.mjs <start|test|bundle|package|testDesktop|screenshots> [arguments]
//
// The tasks themselves are TypeScript and may use the development packages. This file brings those packages, bundles
// the one task that was asked for (a few milliseconds; `tsc` is not needed) and calls its `main`.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const scripts = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(scripts));
const [name = "", ...args] = process.argv.slice(2);
const source = join(scripts, `${name}.ts`);

if (Number(process.versions.node.split(".")[0]) < 20) {
  console.error(`Node 20 or newer is needed; this is ${process.version}`);
  process.exit(2);
}
if (!/^[a-zA-Z]+$/u.test(name) || !existsSync(source)) {
  console.error(`unknown task \`${name}\`; the tasks are the scripts of package.json`);
  process.exit(2);
}

const install = spawnSync(process.execPath, [join(scripts, "install.mjs"), root, "ci"], { stdio: ["ignore", 2, 2] });
if (install.status !== 0) process.exit(install.status ?? 1);

const { build } = await import("esbuild");
const cache = join(root, "node_modules", ".cache", "rust-covenant");
mkdirSync(cache, { recursive: true });
// The process id keeps two tasks that run at once from reading each other's half-written file.
const compiled = join(cache, `${name}-${process.pid}.mjs`);
/** @type {{ main: (task: { root: string, args: string[] }) => Promise<number> }} */
let task;
try {
  await build({
    entryPoints: [source],
    outfile: compiled,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "warning",
  });
  task = await import(pathToFileURL(compiled).href);
} finally {
  rmSync(compiled, { force: true });
}

try {
  process.exitCode = await task.main({ root, args });
} catch (error) {
  console.error(error instanceof Error ? `${name}: ${error.message}` : error);
  if (process.env["COVENANT_DEBUG"] !== undefined) console.error(error);
  process.exitCode = 1;
}
