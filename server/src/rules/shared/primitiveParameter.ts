/** Parameters that are numbers, characters or truth values, as far as a name in the body certainly means one of them. */
import type { Code } from "../../engine/code.js";
import { enclosingFunction } from "../../engine/context.js";
import type { Node } from "../../engine/syntax.js";

const primitive = /^(?:[ui](?:8|16|32|64|128|size)|f32|f64|bool|char)$/;

/** The type of the parameter that a name means at a node; undefined where it is none, or where the body may bind the name anew. */
export function primitiveParameter(code: Code, at: Node, name: string): string | undefined {
  if (!/^[a-z_]\w*$/.test(name)) return undefined;
  const fn = enclosingFunction(code, at);
  const parameter = fn?.childForFieldName("parameters")?.namedChildren.find((child) => child.type === "parameter" && code.text(child.childForFieldName("pattern") ?? child) === name);
  const type = parameter?.childForFieldName("type");
  const written = type ? code.text(type).trim() : "";
  const body = fn?.childForFieldName("body");
  if (!primitive.test(written) || !body) return undefined;
  const text = code.text(body);
  const word = `(?<![\\w.])${name}(?!\\w)`;
  const rebound = new RegExp(`\\b(?:let|for)\\b[^=;{]*${word}|\\|[^|;{}]*${word}[^|;{}]*\\||${word}[^;{}\\n]*=>|\\bstatic\\b|\\bmacro_rules\\b`);
  return rebound.test(text) ? undefined : written;
}
