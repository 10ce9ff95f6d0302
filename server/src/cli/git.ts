/** What `covenant check` asks git. Read only: nothing here changes the repository. */
import { run } from "../cargo/processRunner.js";
import { everyLine, parseDiff, type ChangedFile, type Diff } from "../project/changedLines.js";
import { UsageError } from "./host.js";

/** Longest time of one question, in milliseconds. */
const longest = 60_000;

/** Most output of one question, in bytes. */
const mostOutput = 512 * 1024 * 1024;

/** Settings of the user that would change the shape of a patch are overruled one by one. */
const patch = ["--unified=0", "--inter-hunk-context=0", "--full-index", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/", "--diff-filter=d", "--submodule=short", "--ignore-submodules=all"];

/** The repository a folder lies in. */
export class Repository {
  private constructor(
    /** Root of the work tree, written the way the folder it was found from was. */
    readonly root: string,
  ) {}

  /**
   * Finds the repository of a folder.
   * @param folder absolute, forward slashes
   * @throws UsageError when git is missing or the folder is in no work tree
   */
  static async of(folder: string): Promise<Repository> {
    const { code, out, err } = await ask(folder, ["rev-parse", "--show-toplevel", "--show-prefix"]);
    const [top = "", prefix = ""] = out.split("\n");
    if (code !== 0 || top === "") throw new UsageError(`\`${folder}\` is not in a work tree of git${told(err)}`);
    // Behind a symbolic link git's name of the root is not the one the user's paths begin with.
    const within = prefix === "" ? "" : `/${prefix.replace(/\/$/, "")}`;
    return new Repository(folder.endsWith(within) ? folder.slice(0, folder.length - within.length) || "/" : top);
  }

  /**
   * Rust sources with lines that the work tree has and the last common commit of `HEAD` and `ref` has not; files that
   * git does not know and does not ignore count with every line.
   * @throws UsageError when `ref` names no commit or shares no history with `HEAD`
   */
  async changedSince(ref: string): Promise<readonly ChangedFile[]> {
    const commit = ref.startsWith("-") ? undefined : await ask(this.root, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
    if (commit?.code !== 0) throw new UsageError(`\`${ref}\` names no commit of the repository in \`${this.root}\``);
    const base = await ask(this.root, ["merge-base", commit.out.trim(), "HEAD"]);
    if (base.code !== 0) throw new UsageError(`\`${ref}\` and \`HEAD\` have no commit in common${told(base.err)}`);
    const { files } = await this.diff([base.out.trim()]);
    const others = await this.must(["ls-files", "--others", "--exclude-standard", "-z", "--", "*.rs"]);
    const unknown = others.split("\0").filter((path) => path !== "");
    return [...files, ...unknown.map((path) => ({ path, blob: undefined, lines: [everyLine] }))];
  }

  /**
   * Rust sources with lines that the index has and `HEAD` has not.
   * @throws UsageError for unresolved merge conflicts: such a file has no content in the index
   */
  async changedInIndex(): Promise<readonly ChangedFile[]> {
    const { files, unmerged } = await this.diff(["--cached"]);
    if (unmerged.length > 0) throw new UsageError(`merge conflicts are not resolved in the index: ${unmerged.join(", ")}`);
    return files;
  }

  /**
   * Content of objects.
   * @param names whole object names
   * @returns bytes in the order of the names
   */
  async contents(names: readonly string[]): Promise<readonly Uint8Array[]> {
    if (names.length === 0) return [];
    const out = Buffer.from(await this.must(["cat-file", "--batch"], { encoding: "latin1", input: `${names.join("\n")}\n` }), "latin1");
    const found: Uint8Array[] = [];
    let at = 0;
    for (const name of names) {
      const end = out.indexOf(10, at);
      const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(out.toString("latin1", at, end)) ?? [];
      if (end < 0 || size === undefined) throw new Error(`git has no content for the object ${name}`);
      const from = end + 1;
      at = from + Number(size) + 1;
      if (at > out.length) throw new Error(`git gave only a part of the object ${name}`);
      found.push(out.subarray(from, at - 1));
    }
    return found;
  }

  private async diff(args: readonly string[]): Promise<Diff> {
    return parseDiff(await this.must(["diff", ...patch, ...args, "--", "*.rs"]));
  }

  /** @throws an internal error when git fails at something it can always do */
  private async must(args: readonly string[], more: Asked = {}): Promise<string> {
    const { code, out, err } = await ask(this.root, args, more);
    if (code !== 0) throw new Error(`\`git ${args[0] ?? ""}\` failed${told(err)}`);
    return out;
  }
}

interface Asked {
  readonly encoding?: "latin1";
  readonly input?: string;
}

async function ask(cwd: string, args: readonly string[], more: Asked = {}): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const result = await run({ argv: ["git", "-c", "core.quotePath=true", ...args], cwd, output: "separate", timeoutMs: longest, maxLogBytes: mostOutput, environment: { GIT_LITERAL_PATHSPECS: null, GIT_GLOB_PATHSPECS: null, GIT_NOGLOB_PATHSPECS: null, GIT_ICASE_PATHSPECS: null, LC_ALL: "C" }, ...more });
  if (result.missing) throw new UsageError("`git` is not on the PATH");
  if (result.startError !== undefined) throw new UsageError(`git could not be started: ${result.startError}`);
  if (result.timedOut !== "no") throw new Error(`\`git ${args[0] ?? ""}\` gave no answer within ${longest / 1000} seconds`);
  if (result.truncated) throw new Error(`\`git ${args[0] ?? ""}\` said more than can be read`);
  return { code: result.exitCode ?? -1, out: result.stdout, err: result.stderr };
}

/** The first line of what git said, as an addition to a message. */
function told(err: string): string {
  const line = err.trim().split("\n")[0] ?? "";
  return line === "" ? "" : `: ${line}`;
}
