/** Members that silently go without the lints of their workspace (specification 0.1.7). */
import { parsedManifest, tableAt } from "./manifestReader.js";

/** What is missing in a member's manifest, at the line that shows it. */
export interface LintsOptOut {
  /** From 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line. */
  readonly endColumn: number;
  readonly message: string;
}

/**
 * Whether a member leaves out what its workspace asks of every member. Cargo hands `[workspace.lints]` on only to members
 * that say `[lints] workspace = true`, and is silent about the others.
 *
 * A member that has levels of its own has decided for itself, unless the workspace sets `pedantic` and the member says
 * nothing about it.
 *
 * @param manifest Text of the member's `Cargo.toml`.
 * @param workspaceManifest Text of the workspace's.
 * @returns `undefined` where nothing is left out, and for text that is not TOML: cargo says that better.
 */
export function lintsOptOut(manifest: string, workspaceManifest: string): LintsOptOut | undefined {
  const shared = tableAt(tableAt(parsedManifest(workspaceManifest), "workspace"), "lints");
  const member = parsedManifest(manifest);
  if (shared === undefined || member === undefined || tableAt(member, "package") === undefined) return undefined;
  const tools = ["rust", "clippy", "rustdoc"].filter((tool) => Object.keys(tableAt(shared, tool) ?? {}).length > 0);
  if (tools.length === 0) return undefined;
  const own = tableAt(member, "lints");
  if (own?.["workspace"] === true) return undefined;
  const pedantic = tableAt(shared, "clippy")?.["pedantic"] !== undefined;
  const decides = own !== undefined && (!pedantic || tableAt(own, "clippy")?.["pedantic"] !== undefined);
  if (decides) return undefined;
  const what = pedantic ? "`clippy::pedantic` of the workspace is" : "the lints of the workspace are";
  const remedy = own === undefined ? "add `[lints]` with `workspace = true`" : "replace the levels here by `workspace = true`, or set `pedantic` here";
  return { ...headerOf(manifest, own === undefined ? /^[ \t]*\[[ \t]*package[ \t]*\]/m : /^[ \t]*\[?[ \t]*lints\b[^\]\n]*\]?/m), message: `${what} not in force for this member; ${remedy}` };
}

/** The line of the first match, the first line where there is none (a table may be written inline). */
function headerOf(text: string, header: RegExp): { readonly line: number; readonly endColumn: number } {
  const found = header.exec(text);
  if (found === null) return { line: 0, endColumn: (text.split(/\r?\n/, 1)[0] ?? "").length };
  const start = text.lastIndexOf("\n", found.index) + 1;
  return { line: text.slice(0, start).split("\n").length - 1, endColumn: found.index + found[0].length - start };
}
