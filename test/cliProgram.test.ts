/** The bundled program as it is installed: a link on the PATH, threads, pipes. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { sandbox, unwrapping, wasm, type JsonReport, type Sandbox } from "./cli/harness.js";

const root = join(import.meta.dirname, "../..");

describe("the program covenant", () => {
  let home: string;
  let program: string;
  let box: Sandbox;

  before(async function () {
    this.timeout(60_000);
    home = mkdtempSync(join(tmpdir(), "covenant-program-"));
    const dist = join(home, "dist");
    mkdirSync(dist);
    program = join(dist, "cli.cjs");
    await build({
      absWorkingDir: root,
      entryPoints: { cli: "server/src/cli/main.ts", worker: "server/src/cli/worker.ts" },
      outdir: dist,
      outExtension: { ".js": ".cjs" },
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      alias: { "web-tree-sitter": join(root, "node_modules/web-tree-sitter/web-tree-sitter.cjs") },
      define: { __COVENANT_DEVELOPMENT__: "false" },
      logLevel: "error",
    });
    copyFileSync(wasm.core, join(dist, "web-tree-sitter.wasm"));
    copyFileSync(wasm.grammar, join(dist, "tree-sitter-rust.wasm"));
    writeFileSync(join(home, "package.json"), JSON.stringify({ version: "9.8.7" }));
    // Stands in for the language server: tells that it was loaded into the process of the command.
    writeFileSync(join(dist, "server.cjs"), "process.stdout.write(JSON.stringify(process.argv.slice(2)));");
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  beforeEach(() => {
    box = sandbox();
  });
  afterEach(() => box.remove());

  const start = (args: readonly string[], input = "", path = program): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [path, ...args], { cwd: box.folder, env: { ...process.env, XDG_CACHE_HOME: box.caches }, input, encoding: "utf8", maxBuffer: 1 << 28 });

  it("finds its own files through a link and knows its version", () => {
    const link = join(home, "covenant");
    symlinkSync(program, link);
    const { status, stdout } = start(["--version"], "", link);
    assert.deepEqual([status, stdout], [0, "9.8.7\n"]);
    box.write("a.rs", unwrapping("f"));
    assert.equal(start(["check", "--rules", "unwrap-in-production"], "", link).status, 1);
  });

  it("judges in threads, then from its cache, with the same result", () => {
    const padding = "// Enough text that threads pay.\n".repeat(1000);
    for (let index = 0; index < 30; index++) box.write(`part${index}.rs`, padding + unwrapping(`f${index}`));
    const [cold, warm] = [start(["check", "--format", "json", "--jobs", "2"]), start(["check", "--format", "json", "--jobs", "2"])];
    const reports = [cold, warm].map(({ stdout }) => JSON.parse(stdout) as JsonReport);
    assert.equal(cold.status, 1);
    assert.equal(cold.stderr, "");
    assert.equal(reports[0]?.findings.filter(({ rule }) => rule === "unwrap-in-production").length, 30);
    assert.deepEqual(reports[1]?.findings, reports[0]?.findings);
  }).timeout(30_000);

  it("reads standard input", () => {
    const { status, stdout } = start(["check", "--stdin-filename", "a.rs", "--format", "github", "--rules", "unwrap-in-production"], unwrapping("f"));
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=a\.rs,line=2,/);
  });

  it("ends quietly when nobody reads on", async () => {
    box.write("a.rs", Array.from({ length: 5000 }, (_, index) => unwrapping(`f${index}`)).join(""));
    const child = spawn(process.execPath, [program, "check"], { cwd: box.folder, env: { ...process.env, XDG_CACHE_HOME: box.caches }, stdio: ["ignore", "pipe", "pipe"] });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.stdout.once("data", () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on("close", resolve));
    assert.equal(err, "");
    assert.ok(code === 0 || code === 1, String(code));
  }).timeout(30_000);

  it("loads the language server into its process", () => {
    assert.equal(start(["lsp", "--stdio"]).stdout, '["lsp","--stdio"]');
  });

  it("needs nothing but its own folder", () => {
    const out = execFileSync(process.execPath, [program, "explain", "unwrap-in-production"], { cwd: tmpdir(), env: { PATH: "" }, encoding: "utf8" });
    assert.match(out, /^# unwrap-in-production\n/);
    assert.match(out, /^## Bad\n\n```rust\n/m);
  });
});
