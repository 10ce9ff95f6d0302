// Compiles a crate with some of its files replaced.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { TaskError } from "../task.js";
import { errorsIn, type Diagnostic } from "./blame.js";

/** What a run of `cargo check` gave. */
export interface Checked {
  readonly ok: boolean;
  readonly errors: readonly Diagnostic[];
  /** Those of the errors that are about the build script. */
  readonly buildScript: readonly Diagnostic[];
  /** What cargo said besides, for a failure without an error of rustc. */
  readonly stderr: string;
}

/** How cargo is run. */
export interface CompilerOptions {
  /** Folder for what is built, shared by all crates. */
  readonly target: string;
  /** Number of compilers at once. */
  readonly jobs: number;
}

/** Runs `cargo check` in a copy of a crate. Holds which files differ from the crate's own. */
export class Compiler {
  private readonly changed = new Set<string>();
  private ran = 0;

  /**
   * @param folder of the crate
   * @param own texts of its files by name, as they are on the disk
   * @param args further arguments of `cargo check`
   */
  constructor(
    private readonly folder: string,
    private readonly own: ReadonlyMap<string, string>,
    private readonly args: readonly string[],
    private readonly options: CompilerOptions,
  ) {}

  /** Number of runs so far. */
  get runs(): number {
    return this.ran;
  }

  /**
   * Checks the crate.
   *
   * @param texts files that differ, by name; all others are as they were
   * @param targets `--lib`, `--bins`
   * @throws TaskError when cargo cannot be started
   */
  async check(texts: ReadonlyMap<string, string>, targets: readonly string[]): Promise<Checked> {
    for (const name of this.changed) if (!texts.has(name)) this.write(name, this.own.get(name) ?? "");
    this.changed.clear();
    for (const [name, text] of texts) {
      this.write(name, text);
      this.changed.add(name);
    }
    this.ran++;
    return this.run(targets);
  }

  /** Puts all files back. */
  restore(): void {
    for (const name of this.changed) this.write(name, this.own.get(name) ?? "");
    this.changed.clear();
  }

  private write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  private async run(targets: readonly string[]): Promise<Checked> {
    // Lints are capped: `#![deny(warnings)]` of a crate is about its own style, not about whether a fix compiles.
    const child = spawn("cargo", ["check", "--message-format=json", "-j", String(this.options.jobs), ...targets, ...this.args], {
      cwd: this.folder,
      env: { ...process.env, CARGO_TARGET_DIR: this.options.target, CARGO_INCREMENTAL: "1", RUSTFLAGS: "--cap-lints=allow", CARGO_TERM_COLOR: "never" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    const code = await new Promise<number>((resolve, reject) => {
      child.once("error", (error) => {
        reject(new TaskError(`cargo could not be started: ${error.message}`));
      });
      child.once("close", (status) => {
        resolve(status ?? 1);
      });
    });
    const lines = Buffer.concat(out).toString("utf8");
    return { ok: code === 0, errors: errorsIn(lines), buildScript: errorsIn(lines, "custom-build"), stderr: Buffer.concat(err).toString("utf8") };
  }
}
