/** What the command line and the server ask git. Read only: nothing here changes the repository, not even its index. */
import { everyLine, parseDiff, type ChangedFile, type Diff } from "../project/changedLines.js";
import { run } from "./processRunner.js";

/** Why git cannot answer, in words for the user: it is missing, there is no work tree, or no such commit. */
export class GitProblem extends Error {}

/** Where a branch most likely left from, the likeliest first. */
const usualBases = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"] as const;

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
    private readonly signal: AbortSignal | undefined,
  ) {}

  /**
   * Finds the repository of a folder.
   * @param folder absolute, forward slashes
   * @param signal ends every question that is asked of the repository
   * @throws GitProblem when git is missing or the folder is in no work tree
   */
  static async of(folder: string, signal?: AbortSignal): Promise<Repository> {
    const { code, out, err } = await ask(folder, ["rev-parse", "--show-toplevel", "--show-prefix"], {}, signal);
    const [top = "", prefix = ""] = out.split("\n");
    if (code !== 0 || top === "") throw new GitProblem(`\`${folder}\` is not in a work tree of git${told(err)}`);
    // Behind a symbolic link git's name of the root is not the one the user's paths begin with.
    const within = prefix === "" ? "" : `/${prefix.replace(/\/$/, "")}`;
    return new Repository(folder.endsWith(within) ? folder.slice(0, folder.length - within.length) || "/" : top, signal);
  }

  /**
   * Rust sources with lines that the work tree has and the last common commit of `HEAD` and `ref` has not; files that
   * git does not know and does not ignore count with every line.
   * @throws GitProblem when `ref` names no commit or shares no history with `HEAD`
   */
  async changedSince(ref: string): Promise<readonly ChangedFile[]> {
    const commit = ref.startsWith("-") ? undefined : await ask(this.root, ["rev-parse", "--verify", "--quiet", `${ref}^{commit}`], {}, this.signal);
    if (commit?.code !== 0) throw new GitProblem(`\`${ref}\` names no commit of the repository in \`${this.root}\``);
    const base = await ask(this.root, ["merge-base", commit.out.trim(), "HEAD"], {}, this.signal);
    if (base.code !== 0) throw new GitProblem(`\`${ref}\` and \`HEAD\` have no commit in common${told(base.err)}`);
    const { files } = await this.diff([base.out.trim()]);
    const others = await this.must(["ls-files", "--others", "--exclude-standard", "-z", "--", "*.rs"]);
    const unknown = others.split("\0").filter((path) => path !== "");
    return [...files, ...unknown.map((path) => ({ path, blob: undefined, lines: [everyLine] }))];
  }

  /** The branch that this one most likely left from: the remote's default one, else a `main` or `master`; undefined without any. */
  async usualBase(): Promise<string | undefined> {
    const out = await this.must(["for-each-ref", "--format=%(refname) %(symref)", ...usualBases]);
    const known = new Map(out.split("\n").map((line) => [line.split(" ")[0] ?? "", line.split(" ")[1] ?? ""] as const));
    const found = usualBases.find((name) => known.has(name));
    return found && (known.get(found) || found).replace(/^refs\/(?:remotes|heads)\//, "");
  }

  /** True when `HEAD` names a commit; a repository without one has nothing old in it. */
  async hasCommit(): Promise<boolean> {
    return (await ask(this.root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], {}, this.signal)).code === 0;
  }

  /** The folder in which git keeps `HEAD` and the index of this work tree, absolute; what changes there can change every answer. */
  async ownFolder(): Promise<string> {
    return (await this.must(["rev-parse", "--absolute-git-dir"])).trim();
  }

  /**
   * Rust sources with lines that the index has and `HEAD` has not.
   * @throws GitProblem for unresolved merge conflicts: such a file has no content in the index
   */
  async changedInIndex(): Promise<readonly ChangedFile[]> {
    const { files, unmerged } = await this.diff(["--cached"]);
    if (unmerged.length > 0) throw new GitProblem(`merge conflicts are not resolved in the index: ${unmerged.join(", ")}`);
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
    const { code, out, err } = await ask(this.root, args, more, this.signal);
    if (code !== 0) throw new Error(`\`git ${args[0] ?? ""}\` failed${told(err)}`);
    return out;
  }
}

interface Asked {
  readonly encoding?: "latin1";
  readonly input?: string;
}

async function ask(cwd: string, args: readonly string[], more: Asked = {}, signal?: AbortSignal): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const result = await run({ argv: ["git", "-c", "core.quotePath=true", ...args], cwd, output: "separate", timeoutMs: longest, maxLogBytes: mostOutput, environment: { GIT_LITERAL_PATHSPECS: null, GIT_GLOB_PATHSPECS: null, GIT_NOGLOB_PATHSPECS: null, GIT_ICASE_PATHSPECS: null, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" }, ...more }, signal);
  if (result.cancelled) throw new GitProblem(`\`git ${args[0] ?? ""}\` was cancelled`);
  if (result.missing) throw new GitProblem("`git` is not on the PATH");
  if (result.startError !== undefined) throw new GitProblem(`git could not be started: ${result.startError}`);
  if (result.timedOut !== "no") throw new Error(`\`git ${args[0] ?? ""}\` gave no answer within ${longest / 1000} seconds`);
  if (result.truncated) throw new Error(`\`git ${args[0] ?? ""}\` said more than can be read`);
  return { code: result.exitCode ?? -1, out: result.stdout, err: result.stderr };
}

/** The first line of what git said, as an addition to a message. */
function told(err: string): string {
  const line = err.trim().split("\n")[0] ?? "";
  return line === "" ? "" : `: ${line}`;
}
