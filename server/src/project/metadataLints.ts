/** The clippy levels that a manifest asks for, as command-line flags that mean the same (specification 0.1.7). */
import { isTable, parsedManifest, tableAt } from "./manifestReader.js";

const FLAGS: Readonly<Record<string, string>> = { allow: "-A", warn: "-W", deny: "-D", forbid: "-F" };

/**
 * Flags that make pedantic effective for a package without taking anything back that its manifest says.
 *
 * A lint flag after `--` comes after the flags that cargo makes of `[lints]` and overrides them, so `-W clippy::pedantic`
 * alone would switch on again what the project has allowed with a reason. When the manifest sets `pedantic` itself nothing
 * is passed; when it does not, `pedantic` comes first and every level of the manifest is repeated after it, because later
 * flags win.
 *
 * @param manifest Text of the package's `Cargo.toml`.
 * @param workspaceManifest Text of the workspace's `Cargo.toml`, read when the package says `[lints] workspace = true`.
 * @returns Arguments for after `--`; empty when the project has decided about pedantic itself. A manifest that is not
 *   TOML gives plain pedantic: cargo will say what is wrong with it.
 */
export function pedanticFlags(manifest: string, workspaceManifest: string | undefined): readonly string[] {
  const levels = clippyLevels(manifest, workspaceManifest);
  if (levels.some((entry) => entry.lint === "pedantic")) return [];
  return ["-W", "clippy::pedantic", ...levels.flatMap((entry) => [entry.flag, `clippy::${entry.lint}`])];
}

interface Level {
  readonly lint: string;
  readonly flag: string;
  readonly priority: number;
}

/** `[lints.clippy]` in cargo's order: lower priority first, so that what comes later wins. */
function clippyLevels(manifest: string, workspaceManifest: string | undefined): readonly Level[] {
  const lints = tableAt(parsedManifest(manifest), "lints");
  const source = lints?.["workspace"] === true ? tableAt(tableAt(parsedManifest(workspaceManifest ?? ""), "workspace"), "lints") : lints;
  const levels: Level[] = [];
  for (const [name, value] of Object.entries(tableAt(source, "clippy") ?? {})) {
    const { level, priority } = isTable(value) ? value : { level: value };
    const flag = typeof level === "string" ? FLAGS[level] : undefined;
    if (flag === undefined) continue;
    levels.push({ lint: name.replaceAll("-", "_"), flag, priority: typeof priority === "number" ? priority : 0 });
  }
  return levels.toSorted((left, right) => left.priority - right.priority);
}
