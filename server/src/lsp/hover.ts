/** Hover: what a finding means, how to mend it, how to waive it; the same text as the rule's page. */
import { MarkupKind, type Hover, type Position } from "vscode-languageserver";
import { regionText } from "../engine/regionText.js";
import { rangeOf } from "./convert.js";
import type { OpenDocument } from "./documents.js";
import type { Host } from "./host.js";
import type { Shown } from "./shown.js";

/**
 * Hover at a position of a document.
 * @param withExamples show the bad and the good example
 */
export function hover(host: Host, shown: Shown, document: OpenDocument, position: Position, withExamples: boolean): Hover | null {
  const offset = document.file.offsetAt(position);
  const here = shown.findings(document).filter((finding) => finding.start <= offset && offset <= finding.end);
  const pages = [...new Set(here.map((finding) => finding.rule))].flatMap((id) => host.rulePage(id) ?? []);
  const first = here[0];
  if (!first || pages.length === 0) return null;
  const text = pages.map((page) => (withExamples ? page : page.replace(/```[\s\S]*?```\n*/g, ""))).join("\n\n---\n\n");
  const where = regionAt(host, document, first.start);
  return { contents: { kind: MarkupKind.Markdown, value: where === undefined ? text : `*In ${where}.*\n\n${text}` }, range: rangeOf(document.file, first.start, first.end) };
}

/** The region of an offset in words: why the rule applies here. */
function regionAt(host: Host, document: OpenDocument, offset: number): string | undefined {
  const { excluded: _excluded, ...context } = host.workspace.contextOf(document.uri);
  const { file, analyzer } = document;
  const index = file.segmentAt(offset);
  return analyzer.withCode({ ...context, file }, index, (code) => regionText(code, offset - (file.starts[index] ?? 0)));
}

/** The page of a rule for the client to show; null for an unknown id. */
export function explain(host: Host, rule: string): { readonly markdown: string } | null {
  const markdown = host.rulePage(rule);
  return markdown === undefined ? null : { markdown };
}
