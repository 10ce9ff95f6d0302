/** Where in a manifest a finding belongs that has no place in any source (specification 3.5.5). */
import type { Range } from "./externalFinding.js";
import { resolvePath } from "./paths.js";

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * The line of `[lints]` that names the lint which a message is about, in the package's manifest or the workspace's.
 * @param message the compiler's words, with names between backticks
 * @param manifestPath absolute path of the package's manifest
 * @returns the place of the lint's name; the start of the package's manifest where no manifest names it
 */
export function manifestPlace(
  message: string,
  manifestPath: string,
  context: { readonly workspaceRoot: string; readonly manifests?: ReadonlyMap<string, string> },
): { readonly path: string; readonly range: Range } {
  const names = [...message.matchAll(/`(?:[a-z]+::)?([a-z_][a-z0-9_-]*)`/g)].flatMap((match) => match[1] ?? []);
  for (const path of new Set([manifestPath, resolvePath(context.workspaceRoot, "Cargo.toml")])) {
    const text = context.manifests?.get(path);
    const range = text === undefined ? undefined : lintRange(text, names);
    if (range !== undefined) return { path, range };
  }
  return { path: manifestPath, range: START };
}

/** The first key below a `lints` table that is one of the names. Dashes and underscores are the same to cargo and rustc. */
function lintRange(text: string, names: readonly string[]): Range | undefined {
  const wanted = new Set(names.map((name) => name.replaceAll("-", "_")));
  let inLints = false;
  for (const [line, content] of text.split(/\r?\n/).entries()) {
    const header = /^\s*\[\[?\s*([^\]]+?)\s*\]/.exec(content)?.[1];
    if (header !== undefined) inLints = /^(?:workspace\s*\.\s*)?lints(?:\s*\.|$)/.test(header);
    else if (inLints) {
      const key = /^(\s*(?:[a-z]+\s*\.\s*)?["']?)([A-Za-z_][\w-]*)["']?\s*=/.exec(content);
      if (key?.[2] === undefined || !wanted.has(key[2].replaceAll("-", "_"))) continue;
      const character = key[1]?.length ?? 0;
      return { start: { line, character }, end: { line, character: character + key[2].length } };
    }
  }
  return undefined;
}
