import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { localType } from "../../engine/resolve.js";
import { defineRule, type FixContext, type RuleContext, type TextTest } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { importEdit } from "../shared/questionMarkImport.js";
import { endsInOneOf, isHarmless, isSecretName, secretOptions, snakeCase } from "../shared/secretNames.js";
import { isOfHarmlessType } from "../shared/secretValues.js";
import { mayRewrite } from "../shared/transparentMacros.js";

/** Secret once they are compared, besides the names that are secret anywhere. */
const comparedNames: ReadonlySet<string> = new Set("hmac auth_tag csrf_token api_token password_hash passwd_hash password_digest token_hash secret_hash otp totp one_time_password".split(" "));

/** Secret in a file that deals with cryptography; elsewhere everyday names. */
const weakNames: ReadonlySet<string> = new Set(["mac", "tag", "signature", "sig", "digest", "token", "hash", "key"]);

const options = {
  ...secretOptions,
  weakNames: { type: "strings", default: [], description: "Further names that are secret in files that import a crate with which something is proven, in snake case." },
} as const;

const messages = {
  operator: "`{name}` is compared with `{operator}`, whose time tells how much of it was right; compare in constant time (`subtle`, `constant_time_eq`)",
} as const;

type Context = RuleContext<typeof messages, typeof options>;

/** Crates with which a file makes or checks what proves something: only beside them are the weak names secret. Plain hashes are public. */
const proving =
  "hmac cmac kmac poly1305 ghash aead aes_gcm aes_gcm_siv aes_siv chacha20poly1305 crypto_box crypto_secretbox ring aws_lc_rs openssl boring orion sodiumoxide dryoc jsonwebtoken totp_rs subtle constant_time_eq secrecy argon2 bcrypt scrypt pbkdf2 password_hash";

/** Keys that others may know, and keys of maps. */
const publicKey = /(?:^|_)(?:verifying|verification|public|pub|peer|host|foreign|primary|cache|sort|map|sub)_?key$/;

/** A name of these lists near a comparison; whether it is the value that is compared is seen in the tree. */
const anyName = nearby("pass(?:w|phrase)|pwd|secret|key|token|hmac|mac|tag|sig|signature|digest|hash|otp|phrase|mnemonic|credential");
/** The same for the names that are secret in any file. */
const strongName = nearby(
  "pass(?:w|phrase)|pwd|secret|(?:private|priv|signing|encryption|master|api|session|aes|hmac)_?key|(?:access|refresh|auth|bearer|session|csrf|api)_?token|seed_?phrase|mnemonic|credential|hmac|auth_?tag|token_?hash|otp|one_?time",
);

function nearby(words: string): TextTest {
  const pattern = new RegExp(`(?:${words})[^;{}=]{0,80}(?:==|!=)|(?:==|!=)[^;{}=]{0,120}(?:${words})|(?:${words})[^;{}=]{0,80}\\.\\s*(?:eq|ne)\\s*\\(|\\.\\s*(?:eq|ne)\\s*\\([^;{}=]{0,80}(?:${words})`, "i");
  return (text) => pattern.test(text);
}

export default defineRule({
  id: "non-constant-time-comparison",
  group: "crypto",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Cryptography Rules: Constant-time operations for secrets",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  wants: ({ text }, _place, _first, own, sight) =>
    (text.includes("==") || text.includes("!=") || /\.\s*(?:eq|ne)\s*\(/.test(text)) &&
    (own.secretNames.length + own.weakNames.length > 0 || (sight.once(anyName) && (sight.once(strongName) || sight.importsAny(proving)))),
  needs: ["==", "!=", "eq", "ne"],
  summary: "Forbids comparing secrets with `==` and `!=`.",
  why: "The comparison stops at the first byte that differs. Whoever may try often and measures the time learns the secret byte by byte.",
  remedy: "Compare with `ConstantTimeEq` of the crate `subtle`, with `constant_time_eq`, or with the `verify` of the library that made the value. Passwords are not compared at all but verified against their hash.",
  limits: "Goes by names; `mac`, `tag`, `signature`, `digest`, `token`, `hash` and `key` count only in files that import a crate with which something is proven (`hmac`, `ring`, an AEAD, …), and not as a `str`: plain hashes are public. Comparisons with literals, constants and enum variants are left alone. A derived `PartialEq` on a type with a secret is not seen.",
  options,
  messages,
  on: {
    binary_expression(node, cx) {
      const operator = node.childForFieldName("operator")?.type ?? "";
      if (operator !== "==" && operator !== "!=") return;
      const left = node.childForFieldName("left");
      const right = node.childForFieldName("right");
      if (left && right) judge(cx, node, left, right, operator);
    },
    call_expression(node, cx) {
      const method = calledMethod(node);
      const name = method ? cx.code.text(method) : "";
      if (name !== "eq" && name !== "ne") return;
      const receiver = receiverOf(node);
      const [only, ...others] = argumentsOf(node);
      if (receiver && only && others.length === 0) judge(cx, node, receiver, only, name);
    },
  },
});

function judge(cx: Context, node: Node, left: Node, right: Node, operator: string): void {
  const { code } = cx;
  const operands = [left, right].map((operand) => operandOf(code, operand));
  const [a, b] = operands;
  if (!a || !b || a.kind === "known" || b.kind === "known" || isAbout(cx, a) || isAbout(cx, b)) return;
  // The two fields of a form: whoever sends them knows both.
  if (operands.some((operand) => /confirm|repeat|retype|again/.test(operand?.name ?? ""))) return;
  // `self.key == other.key` is what equality of two values of one type says, not a check of what somebody sent.
  const everyday = (a.name === b.name && /^(?:self|other)\./.test(a.path)) || [a, b].some((operand) => operand.isText || isTextType(localType(code, operand.path, node)));
  const secret = operands.find((operand) => operand && isCompared(cx, operand, everyday));
  if (!secret || isOfHarmlessType(code, secret.path, node)) return;
  cx.report(node, { message: "operator", data: { name: secret.name, operator }, fixes: (fix) => constantTimeFix(code, fix, node, left, right, operator) });
}

/** What is compared: the last name of the value; `known` for what is written in the source. */
interface Operand {
  readonly kind: "value" | "known" | "other";
  readonly name: string;
  /** The value's path without conversions. */
  readonly path: string;
  /** Compared as a `str`: markup and words have tags and keys too. */
  readonly isText: boolean;
}

const other: Operand = { kind: "other", name: "", path: "", isText: false };
const known: Operand = { kind: "known", name: "", path: "", isText: false };

/** Calls that hand on the same bytes. */
const handingOn: ReadonlySet<string> = new Set("as_str as_bytes as_ref as_slice as_deref as_mut borrow clone cloned copied deref to_vec to_string to_owned trim unwrap expect unwrap_or_default expose_secret finalize finalize_fixed into_bytes into_inner into_vec to_bytes".split(" "));

/** Calls whose result tells nothing about the bytes, or that are the right comparison. */
const telling: ReadonlySet<string> = new Set("len count is_empty is_some is_none kind ct_eq ct_ne unwrap_u8 capacity is_ok is_err as_ptr type_id id algorithm".split(" "));

function operandOf(code: Code, node: Node): Operand {
  switch (node.type) {
    case "identifier":
      return isUpper(code.text(node)) ? known : { kind: "value", name: code.text(node), path: code.text(node), isText: false };
    case "field_expression": {
      const field = node.childForFieldName("field");
      const value = node.childForFieldName("value");
      if (!field || !value) return other;
      return field.type === "integer_literal" ? operandOf(code, value) : { kind: "value", name: code.text(field), path: code.text(node).replace(/\s/g, ""), isText: false };
    }
    case "scoped_identifier":
      return isUpper(code.text(node.childForFieldName("name") ?? node)) ? known : other;
    case "reference_expression": {
      const inner = node.childForFieldName("value");
      return inner ? operandOf(code, inner) : other;
    }
    case "unary_expression":
    case "parenthesized_expression":
    case "try_expression":
    case "await_expression":
    case "index_expression":
    case "type_cast_expression":
      return node.firstNamedChild ? operandOf(code, node.firstNamedChild) : other;
    case "call_expression": {
      const method = calledMethod(node);
      const receiver = receiverOf(node);
      if (!method || !receiver) {
        const path = node.childForFieldName("function");
        return path && isUpper(/(\w+)\s*$/.exec(code.text(path))?.[1] ?? "") ? known : other;
      }
      const name = code.text(method);
      if (telling.has(name)) return known;
      if (!handingOn.has(name)) return other;
      const value = operandOf(code, receiver);
      return name === "as_str" || name === "trim" ? { ...value, isText: true } : value;
    }
    case "macro_invocation":
    case "struct_expression":
    case "array_expression":
    case "tuple_expression":
    case "unit_expression":
    case "closure_expression":
      return known;
    default:
      return node.type.endsWith("_literal") ? known : other;
  }
}

function isUpper(name: string): boolean {
  return /^[A-Z]/.test(name);
}

/** A value about a secret, or the public half of one. */
function isAbout(cx: Context, operand: Operand): boolean {
  const snake = snakeCase(operand.name);
  return operand.kind === "value" && (isHarmless(snake, cx.options.harmlessNames) || publicKey.test(snake));
}

function isTextType(type: string | undefined): boolean {
  return type !== undefined && /^(?:&\s*)?(?:'\w+\s+)?(?:str|String|char)$/.test(type.trim());
}

/** True for a name that is secret when it is compared. */
function isCompared(cx: Context, operand: Operand, everyday: boolean): boolean {
  if (operand.kind !== "value") return false;
  const { code, options: own } = cx;
  if (isSecretName(code, operand.name, own)) return true;
  const snake = snakeCase(operand.name);
  if (endsInOneOf(snake, comparedNames, [])) return true;
  return !everyday && endsInOneOf(snake, weakNames, own.weakNames) && code.facts.ask("importsAny", proving);
}

/** `bool::from(a.ct_eq(b))`, where both sides are visibly slices of bytes. */
function constantTimeFix(code: Code, fix: FixContext, node: Node, left: Node, right: Node, operator: string): readonly Fix[] {
  if (node.type !== "binary_expression" || !code.role.dependencies.has("subtle") || !mayRewrite(code, node) || !isSlice(code, left) || !isSlice(code, right)) return [];
  // A comment between the two would be lost.
  if (!/^\s*[=!]=\s*$/.test(code.segment.text.slice(code.end(left), code.start(right)))) return [];
  const edits = [
    { start: code.start(node), end: code.start(left), newText: `${operator === "!=" ? "!" : ""}bool::from(` },
    { start: code.end(left), end: code.start(right), newText: ".ct_eq(" },
    { start: code.end(right), end: code.end(node), newText: "))" },
  ];
  return [{ title: "Compare in constant time", kind: "quickfix", applicability: "suggestion", edits: [...edits, ...importEdit(code, fix, "subtle::ConstantTimeEq")] }];
}

/** `….as_bytes()`, or a parameter or local of type `&[u8]`. */
function isSlice(code: Code, operand: Node): boolean {
  if (operand.type === "call_expression") {
    const method = calledMethod(operand);
    return method !== undefined && code.text(method) === "as_bytes";
  }
  if (operand.type !== "identifier") return false;
  return /^&(?:'\w+)?(?:mut)?\[u8\]$/.test((localType(code, code.text(operand), operand) ?? "").replace(/\s/g, ""));
}
