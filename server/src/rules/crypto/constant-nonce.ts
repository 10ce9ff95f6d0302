import type { Code } from "../../engine/code.js";
import { argumentsOf } from "../../engine/context.js";
import { stringContent } from "../../engine/meta.js";
import { calledPath } from "../../engine/resolve.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { integerValue } from "../shared/integers.js";
import { literalBehind } from "../shared/secretLiterals.js";
import { snakeCase } from "../shared/secretNames.js";

const messages = {
  argument: "this `{type}` is the same in every run; a nonce that is used twice with one key gives the messages away, so draw it at random or count it",
  named: "`{name}` is the same in every run; a nonce that is used twice with one key gives the messages away, so draw it at random or count it",
} as const;

/** `aes_gcm::Nonce::from_slice`, `ring::aead::Nonce::assume_unique_for_key`, … */
const making = /(?:^|::)(X?Nonce|Iv)::(?:from_slice|from|try_from|clone_from_slice|assume_unique_for_key|try_assume_unique_for_key|new|copy)$/;

/** Fewer bytes are no nonce. */
const leastBytes = 7;

export default defineRule({
  id: "constant-nonce",
  group: "crypto",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Cryptography Rules: Use established crates",
  scope: "function",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  clues: [["nonce", "Nonce", "NONCE", "iv", "Iv", "IV"]],
  wants: ({ text }) => /(?<![a-z0-9])(?:x?nonce|iv)(?![a-z0-9_])/i.test(text) && (text.includes("[") || text.includes('"')),
  needs: ["nonce", "Nonce", "NONCE", "iv", "Iv", "IV"],
  summary: "Forbids nonces and initialization vectors that are written in the source.",
  why: "A nonce may be used once with a key. With AES-GCM or ChaCha20-Poly1305 the second use gives away the XOR of both messages and lets anybody forge more; with CBC it shows which messages begin alike.",
  remedy: "Draw it at random for each message (`OsRng`, `getrandom`; 24 bytes for XChaCha20) or keep a counter that never goes back, and send it along with the message.",
  limits: "Values computed from constants and constants of other names are not followed. A variable declared `mut` is taken to be filled later. A fixed value that a standard demands, such as that of AES key wrap, needs a waiver.",
  options: {},
  messages,
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      if (node.childForFieldName("function")?.type !== "scoped_identifier") return;
      const type = making.exec(calledPath(code, node) ?? "")?.[1];
      const [only, ...others] = type === undefined ? [] : argumentsOf(node);
      const literal = only && others.length === 0 ? literalBehind(code, only) : undefined;
      if (type !== undefined && literal && isConstant(code, literal)) cx.report(literal, { message: "argument", data: { type } });
    },
    const_item: (node, cx) => judge(cx, node.childForFieldName("name"), node.childForFieldName("type"), node.childForFieldName("value")),
    static_item(node, cx) {
      if (!isMutable(node)) judge(cx, node.childForFieldName("name"), node.childForFieldName("type"), node.childForFieldName("value"));
    },
    let_declaration(node, cx) {
      if (!isMutable(node)) judge(cx, node.childForFieldName("pattern"), node.childForFieldName("type"), node.childForFieldName("value"));
    },
  },
});

function isMutable(declaration: Node): boolean {
  return declaration.namedChildren.some((child) => child.type === "mutable_specifier") || declaration.childForFieldName("pattern")?.type === "mut_pattern";
}

/** A constant or local that has the name of a nonce. */
function judge(cx: RuleContext<typeof messages>, name: Node | null, type: Node | null, value: Node | null): void {
  const { code } = cx;
  if (name?.type !== "identifier" || !value || !/(?:^|_)(?:x?nonce|iv)$/.test(snakeCase(code.text(name)))) return;
  // The initial state of a hash is called IV too, and is made of words.
  if (type && !/\bu8\b/.test(code.text(type)) && !/^(?:\w+::)*(?:X?Nonce|Iv)\b/.test(code.text(type))) return;
  const literal = literalBehind(code, value);
  if (!literal || !isConstant(code, literal) || isMade(code, literal)) return;
  // A text is a name: `"nonce"`, for C `b"nonce\\0"`. Only its bytes are a nonce.
  if (literal.type.endsWith("string_literal") && code.text(literal).endsWith('\\0"')) return;
  if (literal.type.endsWith("string_literal") && !/^b/.test(code.text(literal)) && !code.text(value).includes("as_bytes")) return;
  cx.report(literal, { message: "named", data: { name: code.text(name) } });
}

/** The literal is what `Nonce::from_slice` is given, and reported there. */
function isMade(code: Code, literal: Node): boolean {
  for (const up of code.ancestors(literal)) {
    if (up.type === "call_expression" && making.test(calledPath(code, up) ?? "")) return true;
    if (up.type === "let_declaration" || up.type.endsWith("_item")) return false;
  }
  return false;
}

/** Bytes that are all written out, or one that is repeated. */
function isConstant(code: Code, literal: Node): boolean {
  if (literal.type !== "array_expression") return (stringContent(code.text(literal)) ?? "").length >= leastBytes;
  const length = literal.childForFieldName("length");
  const items = literal.namedChildren.filter((child) => child.id !== length?.id && child.type !== "line_comment" && child.type !== "block_comment");
  if (!items.every((item) => item.type === "integer_literal" && isByte(code.text(item)))) return false;
  return length ? items.length === 1 : items.length >= leastBytes;
}

function isByte(literal: string): boolean {
  const value = integerValue(literal);
  return value !== undefined && value <= 255n;
}
