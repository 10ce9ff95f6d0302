// Bundles the four programs into `dist/` and puts the two wasm files beside them. Types are checked by `tsc`, not here.
import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { TaskError, type Task } from "./task.js";

interface Program {
  readonly entry: string;
  readonly output: string;
  /** Modules that the host provides. */
  readonly external?: readonly string[];
  /** A command of its own: gets a `#!` line and may be run. */
  readonly command?: boolean;
}

const programs: readonly Program[] = [
  { entry: "client/src/node/main.ts", output: "extension.cjs", external: ["vscode"] },
  { entry: "server/src/node/main.ts", output: "server.cjs" },
  { entry: "server/src/cli/main.ts", output: "cli.cjs", command: true },
  { entry: "server/src/cli/worker.ts", output: "worker.cjs" },
];

const wasmFiles = ["node_modules/web-tree-sitter/web-tree-sitter.wasm", "node_modules/tree-sitter-rust/tree-sitter-rust.wasm"];

/**
 * `npm run bundle [-- --production]`.
 *
 * @returns 0; a failure is an error
 */
export async function main(task: Task): Promise<number> {
  const production = task.args.includes("--production");
  await bundle(task.root, production);
  console.error(
    `bundled ${programs.map((program) => program.output).join(", ")} into dist (${production ? "production" : "development"})`,
  );
  return 0;
}

/**
 * Writes `dist/` anew.
 *
 * @param root the project's folder
 * @param production minified, without source maps and without the assertions of development builds
 * @throws TaskError where an entry file or a wasm file is missing; esbuild's own error where the code does not bundle
 */
export async function bundle(root: string, production: boolean): Promise<void> {
  const missing = [...programs.map((program) => program.entry), ...wasmFiles].filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new TaskError(`cannot bundle, these files do not exist: ${missing.join(", ")}`);
  const dist = join(root, "dist");
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await Promise.all(programs.map(async (program) => build(optionsFor(root, program, production))));
  for (const file of wasmFiles) await copyFile(join(root, file), join(dist, file.slice(file.lastIndexOf("/") + 1)));
  for (const program of programs) if (program.command === true) await chmod(join(dist, program.output), 0o755);
}

function optionsFor(root: string, program: Program, production: boolean): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [program.entry],
    outfile: join("dist", program.output),
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: [...(program.external ?? [])],
    minify: production,
    sourcemap: !production,
    // The ES module of the parser finds its wasm file by `import.meta.url`, which is empty in a CommonJS bundle.
    alias: { "web-tree-sitter": join(root, "node_modules", "web-tree-sitter", "web-tree-sitter.cjs") },
    define: { __COVENANT_DEVELOPMENT__: String(!production) },
    logLevel: "warning",
    ...(program.command === true ? { banner: { js: "#!/usr/bin/env node" } } : {}),
  };
}
