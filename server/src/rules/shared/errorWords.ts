/** Panics and messages in words, for documentation that a person completes. */
import type { Code } from "../../engine/code.js";
import { receiverOf } from "../../engine/context.js";
import type { PanicSite } from "./panicSites.js";

const longest = 60;

/** A literal text in quotes, on one line and shortened; undefined for an empty one. */
export function stringLiteral(literal: string): string | undefined {
  const text = literal.replace(/^b?r?#*"|"#*$/g, "").replace(/\\\n\s*/g, "").replace(/\\"/g, '"').replace(/\s+/g, " ").trim();
  if (text === "") return undefined;
  return `“${text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text}”`;
}

/** What is the case when a site panics, in Markdown. */
export function panicWords(code: Code, { node, text }: PanicSite): string {
  if (node.type !== "macro_invocation") {
    const receiver = receiverOf(node);
    const value = receiver && short(code.text(receiver));
    const message = node.childForFieldName("arguments")?.namedChildren.find((child) => child.type.endsWith("string_literal"));
    const said = message && stringLiteral(code.text(message));
    return value === undefined ? ticked(text) : `${ticked(value)} is \`None\` or an error${said === undefined ? "" : ` (${said})`}`;
  }
  const input = code.inputOf(node);
  const own = (index: number): string => ticked(short(input[index] ? code.text(input[index]) : ""));
  const literal = node.namedChildren.find((child) => child.type === "token_tree")?.namedChildren.find((child) => child.type.endsWith("string_literal"));
  const said = (from: number): string => {
    const message = input[from]?.type.endsWith("string_literal") ? stringLiteral(code.text(input[from])) : undefined;
    return message === undefined ? "" : ` (${message})`;
  };
  switch (code.macroName(node)) {
    case "assert":
      return input.length > 0 ? `${own(0)} does not hold${said(1)}` : ticked(text);
    case "assert_eq":
      return input.length > 1 ? `${own(0)} and ${own(1)} differ${said(2)}` : ticked(text);
    case "assert_ne":
      return input.length > 1 ? `${own(0)} and ${own(1)} are equal${said(2)}` : ticked(text);
    default: {
      const message = literal && stringLiteral(code.text(literal));
      return message === undefined ? ticked(text) : `with the message ${message}`;
    }
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(/ ?(\.) ?(?=\w)/g, "$1");
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

function ticked(text: string): string {
  const ticks = text.includes("`") ? "``" : "`";
  return `${ticks}${text}${ticks}`;
}
