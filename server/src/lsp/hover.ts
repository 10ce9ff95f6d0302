/** Hover: what a finding means, how to mend it, how to waive it; the same text as the rule's page. */
import { MarkupKind, type Hover, type Position } from "vscode-languageserver";
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
  return { contents: { kind: MarkupKind.Markdown, value: text }, range: rangeOf(document.file, first.start, first.end) };
}

/** The page of a rule for the client to show; null for an unknown id. */
export function explain(host: Host, rule: string): { readonly markdown: string } | null {
  const markdown = host.rulePage(rule);
  return markdown === undefined ? null : { markdown };
}
