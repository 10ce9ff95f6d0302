/** What is inside an Option or a Result, by the type as written. */
import type { Code } from "../../engine/code.js";
import { splitTopLevel } from "../../engine/declarations.js";
import { stripArguments } from "../../engine/pathText.js";
import { returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** The type in `Option<T>`, or of a Result's `Ok`; undefined for any other type, for references and behind an alias of an Option. */
export function optionContent(code: Code, type: string, at: Node): string | undefined {
  const text = type.replace(/\s+/g, " ").trim();
  const kind = returnKind(code, text, at);
  if (kind.kind === "Result") return kind.future ? undefined : kind.ok;
  if (kind.kind !== "Option" || kind.future || !/^(?:\w+::)*Option$/.test(stripArguments(text).replace(/\s/g, ""))) return undefined;
  return splitTopLevel(text.slice(text.indexOf("<") + 1, text.lastIndexOf(">")), ",")[0]?.trim();
}
