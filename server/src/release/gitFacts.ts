/** What the repository says about releases: three plumbing commands, parsed. Shared by the changelog and the version item. */
import type { GitTag } from "../project/version.js";
import type { CommandOutcome, ItemContext, ProofHost } from "./item.js";
import { resolvePath } from "./paths.js";

/** The tool, and how it is installed. */
export const GIT = { tool: "git", install: "https://git-scm.com/downloads" } as const;

/** The answer of git. `none`: it ran but there is no history to ask. */
export type GitFacts =
  | { readonly state: "known"; readonly tags: readonly GitTag[]; readonly head: string; readonly shallow: boolean }
  | { readonly state: "none"; readonly reason: string }
  | { readonly state: "missing" }
  | { readonly state: "cancelled" };

/**
 * Asks git for HEAD and the tags of the repository that the workspace lies in.
 * @returns Never rejects; every way in which git may be of no help is a state.
 */
export async function gitFacts(context: ItemContext, host: ProofHost): Promise<GitFacts> {
  const ask = (...words: readonly string[]): Promise<CommandOutcome> =>
    host.run({ argv: ["git", ...words], cwd: context.workspace.root, timeoutMs: 10_000, output: "separate" });
  const head = await ask("rev-parse", "--verify", "--quiet", "HEAD");
  if (head.cancelled) return { state: "cancelled" };
  if (head.missing) return { state: "missing" };
  if (head.exitCode !== 0) return { state: "none", reason: /not a git repository/.test(head.stderr) ? "this is not a git repository" : "the repository has no commit" };
  const shallow = await ask("rev-parse", "--is-shallow-repository");
  const format = "--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)";
  const all = await ask("for-each-ref", format, "refs/tags");
  const merged = await ask("for-each-ref", "--merged=HEAD", "--format=%(refname:strip=2)", "refs/tags");
  if (shallow.cancelled || all.cancelled || merged.cancelled) return { state: "cancelled" };
  if (all.exitCode !== 0 || merged.exitCode !== 0) return { state: "none", reason: "git could not list the tags" };
  const reached = new Set(merged.stdout.split("\n"));
  const tags = all.stdout.split("\n").flatMap((line): readonly GitTag[] => {
    const [name, object, peeled] = line.split("\0");
    // An annotated tag is an object of its own; the commit is what it peels to.
    const commit = peeled === undefined || peeled === "" ? object : peeled;
    return name === undefined || name === "" || commit === undefined ? [] : [{ name, commit, merged: reached.has(name) }];
  });
  return { state: "known", tags, head: head.stdout.trim(), shallow: shallow.stdout.trim() === "true" };
}

/** The changelog of a package: beside its manifest, else at the workspace root. */
export async function changelogOf(context: ItemContext, host: ProofHost): Promise<{ readonly path: string; readonly text: string } | undefined> {
  for (const folder of new Set([context.package.root, context.workspace.root])) {
    const path = resolvePath(folder, "CHANGELOG.md");
    const text = await host.read(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}
