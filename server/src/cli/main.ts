/** Entry of the program `covenant`. Wires only. */
import { readFileSync, realpathSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { wasmBeside } from "../node/loadSyntax.js";
import { examples } from "../rules/examples.generated.js";
import { rules } from "../rules/index.generated.js";
import { exitCode, type Output } from "./host.js";
import { run } from "./program.js";

// A scan lasts seconds: with V8's own measure a third of them went into optimising functions that had little left to do.
setFlagsFromString("--interrupt-budget=600000");

// The command on the PATH is a link to the bundle; the other files of the program are beside the bundle.
const folder = dirname(realpathSync(process.argv[1] ?? "."));

function versionOf(manifest: string): string {
  try {
    const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version?: unknown };
    return typeof version === "string" ? version : "0.0.0";
  } catch {
    // A bundle that was copied out of its package still works.
    return "0.0.0";
  }
}

function output(stream: NodeJS.WriteStream): Output {
  // Whoever reads has seen enough (`covenant check | head`): that is no failure of ours.
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? exitCode.clean : exitCode.failure));
  return { write: (chunk) => void stream.write(chunk), isTerminal: stream.isTTY };
}

void run(process.argv.slice(2), {
  rules,
  examples,
  version: versionOf(join(folder, "..", "package.json")),
  files: { wasm: wasmBeside(folder), worker: join(folder, "worker.cjs"), server: join(folder, "server.cjs") },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  stdin: () => text(process.stdin),
  cwd: process.cwd(),
  env: process.env,
  platform: process.platform,
  home: homedir(),
  threads: availableParallelism(),
  now: Date.now,
}).then((code) => {
  if (code !== undefined) process.exitCode = code;
});
