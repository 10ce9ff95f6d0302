/** clippy: which command lines a check needs, and what its stderr means (specification 2.12, 3.2, 3.4, 3.5.3). */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { MetadataPackage, WorkspaceMetadata } from "../project/metadata.js";
import { pedanticFlags } from "../project/metadataLints.js";
import type { ExternalFinding } from "../release/externalFinding.js";
import { resolvePath } from "../release/paths.js";

/** One invocation of clippy. */
export interface ClippyCommand {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly targetDirectory: string;
  /** Packages whose messages count. */
  readonly packages: ReadonlySet<string>;
}

/** What a check is asked for. */
export interface ClippyRequest {
  readonly cargo: string;
  readonly workspace: WorkspaceMetadata;
  /** The members to check; all when absent. */
  readonly members?: readonly MetadataPackage[];
  /** Manifest texts by absolute path; the workspace's under `<root>/Cargo.toml`. */
  readonly manifests: ReadonlyMap<string, string>;
  /** Absolute; `<target directory>/covenant` when absent. */
  readonly targetDirectory?: string;
  /** The user's own arguments (features), put before `--`. */
  readonly extraArguments: readonly string[];
}

/**
 * The invocations that check what was asked for.
 *
 * Pedantic has to be effective without taking back what a project allows in `[lints]`, so the flags after `--` depend on
 * the manifest (see `pedanticFlags`). Members that need different flags are checked by different invocations, each in a
 * target directory of its own: other clippy flags in one directory re-check everything on every alternation (0.1.8). Which
 * directory a member gets depends on the whole workspace, so that checking it alone and with the others share their cache.
 *
 * @returns One command in the usual case, none when there is nothing to check.
 */
export function clippyCommands(request: ClippyRequest): readonly ClippyCommand[] {
  const { workspace } = request;
  const selected = new Set(request.members ?? workspace.members);
  const rootManifest = request.manifests.get(resolvePath(workspace.root, "Cargo.toml"));
  const groups = new Map<string, { readonly flags: readonly string[]; readonly members: MetadataPackage[] }>();
  for (const entry of workspace.members) {
    const flags = pedanticFlags(request.manifests.get(entry.manifestPath) ?? "", rootManifest);
    const group = groups.get(flags.join(" ")) ?? { flags, members: [] };
    if (selected.has(entry)) group.members.push(entry);
    groups.set(flags.join(" "), group);
  }
  const base = request.targetDirectory ?? ownTargetDirectory(workspace);
  return [...groups.values()].filter(({ members }) => members.length > 0).map(({ flags, members }) => {
    const targetDirectory = groups.size === 1 ? base : join(base, `lints-${createHash("sha256").update(flags.join(" ")).digest("hex").slice(0, 8)}`);
    const scope = members.length === workspace.members.length ? ["--workspace"] : members.flatMap((entry) => ["-p", packageSpec(entry)]);
    return {
      argv: [
        request.cargo, "clippy", "--message-format=json", "--keep-going", "--all-targets", ...scope, ...request.extraArguments,
        "--target-dir", targetDirectory, ...(flags.length === 0 ? [] : ["--", ...flags]),
      ],
      cwd: workspace.root,
      targetDirectory,
      packages: new Set(members.map((entry) => entry.id)),
    };
  });
}

/** Where our runs build when nothing else was chosen. */
export function ownTargetDirectory(workspace: WorkspaceMetadata): string {
  return join(workspace.targetDirectory, "covenant");
}

/** What `-p` takes for one member. */
export function packageSpec(member: MetadataPackage): string {
  return `${member.name}@${member.version}`;
}

/**
 * Which lock cargo waits for: of a build folder, or of the registry's folder while another cargo downloads. Nothing is
 * wrong then, and the wait counts against no time limit (specification 3.4).
 */
export function lockWait(stderrLine: string): "build" | "downloads" | undefined {
  const lock = /^\s*Blocking waiting for file lock on (build directory|artifact directory|package cache|shared package cache|package cache mutation)/.exec(stderrLine)?.[1];
  if (lock === undefined) return undefined;
  return lock.endsWith("directory") ? "build" : "downloads";
}

/** What has to be installed, when stderr says that clippy is not there. */
export function missingClippy(stderr: string): string | undefined {
  const component = /help: run [`'](rustup component add [^`']*)[`']/.exec(stderr)?.[1];
  if (/'cargo-clippy(?:\.exe)?' is not installed/.test(stderr)) return component ?? "rustup component add clippy";
  return /no such (?:sub)?command: `clippy`/.test(stderr) ? "rustup component add clippy" : undefined;
}

/**
 * cargo's own error on stderr as a finding: a manifest that does not parse, a feature that does not exist, a lockfile in
 * the way. On the file that the error names, else on the workspace's manifest.
 * @returns `undefined` when stderr has no `error:` line.
 */
export function cargoError(stderr: string, workspaceRoot: string, generation: number): ExternalFinding | undefined {
  const match = /^error(?:\[\w+\])?: (.+)$/m.exec(stderr);
  if (match?.[1] === undefined) return undefined;
  const place = /^\s*--> (.+?):(\d+):(\d+)\s*$/m.exec(stderr.slice(match.index));
  const start = { line: Math.max(Number(place?.[2] ?? 1) - 1, 0), character: Math.max(Number(place?.[3] ?? 1) - 1, 0) };
  return {
    path: resolvePath(workspaceRoot, place?.[1] ?? "Cargo.toml"),
    range: { start, end: { line: start.line, character: start.character + (place === null ? 0 : 1) } },
    severity: "error",
    source: "cargo",
    message: match[1],
    related: [],
    tags: [],
    fixes: [],
    package: CARGO_ITSELF,
    targets: [],
    generation,
    rendered: stderr.slice(match.index, match.index + 4000),
  };
}

/** Owner of findings that cargo reports about no package. */
export const CARGO_ITSELF = "cargo";
