/** Documentation sections as text to complete: `# Errors` by the variants of the error type, `# Panics` by the panicking expressions. */
import type { Code } from "../../engine/code.js";
import { docs, section, type SectionName } from "../../engine/docs.js";
import type { Fix } from "../../engine/finding.js";
import { returnKind, type ReturnKind } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { errorSites } from "./errorSites.js";
import { panicWords } from "./errorWords.js";
import { insertDocSection, renameDocHeading } from "./docInsertion.js";
import type { PanicSite } from "./panicSites.js";
import { errorOf, variantsOf } from "./questionMarkErrors.js";
import { snippetText } from "../../engine/snippet.js";
import { isPlaceholder } from "./safetyComment.js";

/** What a function's documentation has of a section. */
export type SectionState =
  | { readonly state: "present" | "missing" | "unfinished" }
  | { readonly state: "renamed"; readonly heading: string };

/** Judges a section of a node's documentation; one that is empty, or a line of which still begins with a placeholder, is unfinished. */
export function sectionState(code: Code, node: Node, name: SectionName): SectionState {
  const documentation = docs(code, node);
  if (documentation.unknownText) return { state: "present" };
  const { found, body, nearMiss } = section(documentation.text, name);
  if (found) return { state: body === "" || body.split("\n").some(isPlaceholder) ? "unfinished" : "present" };
  return nearMiss ? { state: "renamed", heading: nearMiss.text } : { state: "missing" };
}

/** The `Result` a function returns, or undefined. */
export function returnedResult(code: Code, fn: Node): Extract<ReturnKind, { kind: "Result" }> | undefined {
  const type = fn.childForFieldName("return_type");
  const kind = type ? returnKind(code, code.text(type), fn) : undefined;
  return kind?.kind === "Result" ? kind : undefined;
}

/**
 * Snippet lines of an `# Errors` section: a bullet for each error that the body makes or passes on. Where the body shows
 * none, one for each variant of an error enum of the file. Placeholders count from `from`.
 */
export function errorsLines(code: Code, fix: FixContext, fn: Node, result: Extract<ReturnKind, { kind: "Result" }>, from: number): readonly string[] {
  const error = errorOf(code, result, fn);
  const path = error.written.replace(/<.*$/s, "").replace(/\s/g, "");
  const sites = errorSites(code, fn, /^[\w:]+$/.test(path) ? path : "");
  const bullets = sites.length > 0 ? sites : variantsOf(fix, error).map(({ name }) => `[\`${path}::${name}\`]`);
  if (bullets.length === 0) return [`\${${from}:TODO: say when it returns an error}`];
  return bullets.map((bullet, index) => `- \${${from + index}:TODO: say when}: ${snippetText(bullet)}`);
}

/** Snippet lines of a `# Panics` section, one bullet for each different panicking expression, in words. */
export function panicsLines(code: Code, sites: readonly PanicSite[], from: number): readonly string[] {
  const bullets = [...new Set(sites.map((site) => panicWords(code, site)))];
  return bullets.map((bullet, index) => `- \${${from + index}:TODO: say when}: ${snippetText(bullet)}`);
}

/** Fixes for a section that is missing: its heading renamed where one was meant, else the section appended. */
export function sectionFixes(code: Code, node: Node, name: SectionName, title: string, lines: readonly string[]): readonly Fix[] {
  const { nearMiss } = section(docs(code, node).text, name);
  const edit = nearMiss && renameDocHeading(code, node, nearMiss, title);
  if (edit) return [{ title: `Rename the heading to \`# ${title}\``, kind: "quickfix", applicability: "suggestion", preferred: true, edits: [edit] }];
  return [{ title: `Add a \`# ${title}\` section`, kind: "quickfix", applicability: "suggestion", preferred: nearMiss === undefined, snippet: true, edits: [insertDocSection(code, node, title, lines)] }];
}
