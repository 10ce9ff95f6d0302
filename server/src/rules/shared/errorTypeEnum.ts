/** The refactoring "Introduce an error enum" (rules-core specification 5.2): an enum after the imports in the place of an error type. */
import type { Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import type { ReportedError } from "./errorType.js";

/**
 * Inserts an error enum into the module of an item and puts it in the place of the error type; the body is left to the
 * compiler. Derives `thiserror::Error` where thiserror is a dependency, else writes the impls out.
 * @param item the function or alias
 * @returns nothing where an alias hides the error type or no name is free
 */
export function introduceErrorEnum(code: Code, fix: FixContext, item: Node, reported: ReportedError): readonly Fix[] {
  const name = freeName(code, item);
  if (!reported.written || name === undefined) return [];
  const place = afterImports(fix);
  const lines = code.role.dependencies.has("thiserror") ? derived(name, nameOf(code, item)) : writtenOut(name, nameOf(code, item));
  const text = lines.map((line) => (line === "" ? "" : place.indent + line)).join("\n");
  const at = place.offset - fix.segmentStart;
  return [
    {
      title: `Introduce the error enum \`${name}\``,
      kind: "refactor.rewrite",
      applicability: "suggestion",
      snippet: true,
      edits: [
        { start: at, end: at, newText: place.before + text + place.after },
        { start: code.start(reported.node), end: code.end(reported.node), newText: name },
      ],
    },
  ];
}

/** `StoreError` for a method of `Store`, `ParseHeaderError` for a function, with the other one's name in front when taken. */
function freeName(code: Code, item: Node): string | undefined {
  const container = code.place.containers.at(-1);
  const owner = container?.keyword === "impl" || container?.keyword === "trait" ? container.name : "";
  const own = item.type === "type_item" ? "" : pascal(nameOf(code, item));
  const stem = (name: string): string => name.replace(/(?:Error|Result)$/, "");
  const candidates = [`${stem(owner) || own}Error`, `${own}${stem(owner)}Error`];
  return candidates.find((name) => /^[A-Z]\w+$/.test(name) && code.facts.ask("binding", code.place.scope.key, name) === null);
}

function pascal(name: string): string {
  return name
    .replace(/^r#/, "")
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

function head(item: string): readonly string[] {
  return [`/// What can go wrong in \`${item}\`.`];
}

function derived(name: string, item: string): readonly string[] {
  return [...head(item), "#[derive(Debug, thiserror::Error)]", "#[non_exhaustive]", `pub enum ${name} {`, "    /// ${2:TODO: say when this happens}.", '    #[error("${3:what failed}")]', "    ${1:Failed},", "\\}"];
}

function writtenOut(name: string, item: string): readonly string[] {
  return [
    ...head(item),
    "#[derive(Debug)]",
    "#[non_exhaustive]",
    `pub enum ${name} {`,
    "    /// ${2:TODO: say when this happens}.",
    "    ${1:Failed},",
    "\\}",
    "",
    `impl std::fmt::Display for ${name} {`,
    "    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {",
    "        match self {",
    '            Self::${1:Failed} => f.write_str("${3:what failed}"),',
    "        \\}",
    "    \\}",
    "\\}",
    "",
    `impl std::error::Error for ${name} {\\}`,
  ];
}

interface InsertionPlace {
  /** Offset in the file. */
  readonly offset: number;
  readonly indent: string;
  readonly before: string;
  readonly after: string;
}

/** Behind the nearest import above the item in its module, else before the first item of the module. */
function afterImports(fix: FixContext): InsertionPlace {
  const { segments, starts } = fix.file;
  let depth = 0;
  let firstItem = fix.segmentIndex;
  for (let index = fix.segmentIndex - 1; index >= 0; index--) {
    const segment = segments[index];
    const start = starts[index] ?? 0;
    if (!segment) continue;
    if (segment.kind === "close") depth++;
    else if (segment.kind === "open" && depth > 0) depth--;
    else if (segment.kind === "open") {
      if (segment.keyword === "mod") return { offset: start + segment.text.trimEnd().length, indent: `${indentAt(fix, start + segment.head)}    `, before: "\n", after: "\n" };
      firstItem = index;
    } else if (segment.kind === "inner") return { offset: start + segment.text.trimEnd().length, indent: "", before: "\n\n", after: "" };
    else if (depth === 0 && (segment.keyword === "use" || segment.keyword === "extern-crate")) return { offset: lineEnd(fix, start + segment.text.trimEnd().length), indent: indentAt(fix, start + segment.head), before: "\n\n", after: "" };
    else if (depth === 0) firstItem = index;
  }
  const first = segments[firstItem];
  const start = starts[firstItem] ?? 0;
  const offset = start + (first ? first.text.length - first.text.trimStart().length : 0);
  return { offset, indent: indentAt(fix, offset), before: "", after: "\n\n" };
}

function lineEnd(fix: FixContext, offset: number): number {
  const ahead = fix.file.slice(offset, offset + 400);
  const end = /\r?\n/.exec(ahead);
  // Only a comment may follow on the line; any other code stays behind the insertion.
  return end && /^[ \t]*(?:\/\/.*)?$/.test(ahead.slice(0, end.index)) ? offset + end.index : offset;
}

function indentAt(fix: FixContext, offset: number): string {
  const { character } = fix.file.positionAt(offset);
  return /^[ \t]*/.exec(fix.file.slice(offset - character, offset))?.[0] ?? "";
}
