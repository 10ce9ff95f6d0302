/** The programs under measurement. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ServerCommand } from "./languageServer.js";

export interface Programs {
  /** Version of the extension. */
  readonly version: string;
  /** Size of the packed extension in bytes. */
  readonly packed: number;
  readonly cli: string;
  readonly server: ServerCommand;
  readonly astGrep: string;
  readonly astGrepVersion: string;
  readonly astGrepConfig: string;
  readonly astGrepServer: ServerCommand;
  readonly rules: number;
}

/**
 * Packs the extension and copies its programs, so that what is built meanwhile does not change what is measured.
 *
 * @param root the project's folder
 * @param folder an existing folder for the copies
 * @param built folder of an earlier copy, with `dist` and the package in it, instead of packing
 * @throws Error when packing fails
 */
export function preparePrograms(root: string, folder: string, built: string | undefined): Programs {
  const from = built ?? root;
  if (built === undefined) {
    const packing = spawnSync(process.execPath, [join(root, "server", "scripts", "run.mjs"), "package"], { cwd: root, stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
    if (packing.status !== 0) throw new Error(`packing failed:\n${packing.stderr}`);
  }
  cpSync(join(from, "dist"), join(folder, "dist"), { recursive: true });
  cpSync(join(from, "package.json"), join(folder, "package.json"));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly version: string };
  const archive = join(from, `rust-covenant-${version}.vsix`);
  const astGrep = astGrepBinary(root);
  const astGrepConfig = join(root, "bench", "ast-grep", "sgconfig.yml");
  return {
    version,
    packed: statSync(archive).size,
    cli: join(folder, "dist", "cli.cjs"),
    server: { name: "rust-covenant", command: process.execPath, args: [join(folder, "dist", "server.cjs"), "--stdio"] },
    astGrep,
    astGrepVersion: spawnSync(astGrep, ["--version"], { encoding: "utf8" }).stdout.trim().replace(/^ast-grep\s+/u, ""),
    astGrepConfig,
    astGrepServer: { name: "ast-grep", command: astGrep, args: ["lsp", "-c", astGrepConfig] },
    rules: readdirSync(join(root, "server", "src", "rules"), { recursive: true, encoding: "utf8" }).filter((path) => /^(?!shared)[^/\\]+[/\\][a-z-]+\.ts$/u.test(path)).length,
  };
}

/** The program itself: the package's command is a script around it whose start would be counted. */
function astGrepBinary(root: string): string {
  const vendor = join(root, "node_modules", "@ast-grep");
  for (const name of existsSync(vendor) ? readdirSync(vendor) : []) {
    for (const file of ["ast-grep", "ast-grep.exe"]) {
      const path = join(vendor, name, file);
      if (name.startsWith("cli-") && existsSync(path)) return path;
    }
  }
  throw new Error("ast-grep is not installed; `npm ci` does that");
}
