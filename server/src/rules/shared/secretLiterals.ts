/** Literals that look like a secret (rules-core specification 5.9, `hardcoded-secret`). */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { stringContent } from "../../engine/meta.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { endsLikeSecret, isHarmless, snakeCase } from "./secretNames.js";

/** Calls without arguments that hand on what they are called on. */
const handingOn: ReadonlySet<string> = new Set("to_string to_owned to_vec into as_bytes as_str as_ref as_slice clone into_bytes into_boxed_str into_boxed_slice into_string".split(" "));

/** Functions of one argument that wrap it. */
const wrapping: ReadonlySet<string> = new Set(["from", "new", "from_str", "from_slice", "copy_from_slice", "Some", "Ok", "Owned", "Borrowed"]);

/** The literal behind references, conversions and wrappers (`Some("x".to_string())`), or undefined. */
export function literalBehind(code: Code, value: Node, depth = 0): Node | undefined {
  if (depth > 8) return undefined;
  switch (value.type) {
    case "string_literal":
    case "raw_string_literal":
    case "array_expression":
      return value;
    case "reference_expression": {
      const inner = value.childForFieldName("value");
      return inner ? literalBehind(code, inner, depth + 1) : undefined;
    }
    case "parenthesized_expression":
    case "unary_expression":
      return value.firstNamedChild ? literalBehind(code, value.firstNamedChild, depth + 1) : undefined;
    case "call_expression": {
      const list = argumentsOf(value);
      const method = calledMethod(value);
      if (method) {
        const receiver = receiverOf(value);
        return receiver && list.length === 0 && handingOn.has(code.text(method)) ? literalBehind(code, receiver, depth + 1) : undefined;
      }
      const [only] = list;
      const name = calledPath(code, value)?.split("::").at(-1) ?? "";
      return only && list.length === 1 && (wrapping.has(name) || /^[A-Z]/.test(name)) ? literalBehind(code, only, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** Text that stands for a secret still to be put in, or hides one. */
const standIn = /example|placeholder|your[-_ ]|change[-_ ]?(?:me|it)|replace[-_ ]?(?:me|with)|insert[-_ ]|dummy|redacted|hidden|masked|\.\.\.|\*\*\*|x{4}/i;

/** Least length of a text or an array that is taken for a secret. */
const leastLength = 8;

/** True for a literal that looks like the secret itself, not like its name, its place or a stand-in. */
export function looksLikeSecret(code: Code, literal: Node): boolean {
  if (literal.type === "array_expression") return isKeyMaterial(code, literal);
  const text = stringContent(code.text(literal))?.replace(/\0$/, "");
  if (text === undefined || text.length < leastLength || /[\s{}<>$]/.test(text) || standIn.test(text)) return false;
  return new Set(text).size > 2 && !isName(text) && !/:\/\/|^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)|\.(?:pem|key|txt|json|toml|ya?ml|crt|cer|der|env|p12|pfx)$/.test(text);
}

/** The name of an environment variable, a header, a field, an object identifier; or words with something between them. */
function isName(text: string): boolean {
  if (/^[A-Z]+(?:_[A-Z0-9]+)*$|^[xX]-|^\d+(?:\.\d+)+$/.test(text) || /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text)) return true;
  // `vault.secrets-engine`, `PrivateKeyBlob`
  if (/^[a-z]+(?:[-_.:/]+[a-z]+)+$/i.test(text) || /^[A-Z]?[a-z]+(?:[A-Z][a-z]+)+$/.test(text)) return true;
  if (/^[a-z]+(?:password|secret|token|key|credentials?)$/i.test(text)) return true;
  const asName = snakeCase(text.replace(/[-.:/]/g, "_"));
  return /^\w+$/.test(asName) && (endsLikeSecret(asName) || isHarmless(asName, []));
}

/** Eight or more integers that are not all the same. */
function isKeyMaterial(code: Code, array: Node): boolean {
  if (array.childForFieldName("length")) return false;
  const items = array.namedChildren.filter((child) => child.type !== "line_comment" && child.type !== "block_comment");
  return items.length >= leastLength && items.every((item) => item.type === "integer_literal") && new Set(items.map((item) => code.text(item))).size > 2;
}

/** Secrets that their issuer made recognizable. */
const issued: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: "an access key of AWS", shape: /(?<![A-Z0-9])A(?:KI|SI)A[0-9A-Z]{16}(?![A-Z0-9])/ },
  { what: "a token of GitHub", shape: /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{40}/ },
  { what: "a key of Stripe", shape: /\b[sr]k_live_[A-Za-z0-9]{16}/ },
  { what: "a token of Slack", shape: /\bxox[abeoprs]-[A-Za-z0-9-]{12}/ },
  { what: "an API key of Google", shape: /\bAIza[0-9A-Za-z_-]{35}/ },
  { what: "a token of GitLab", shape: /\bglpat-[A-Za-z0-9_-]{20}/ },
  { what: "a token of npm", shape: /\bnpm_[A-Za-z0-9]{36}/ },
  { what: "a signed token (JWT)", shape: /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/ },
  // The line alone is what parsers compare with; key material follows it in a key.
  { what: "a private key", shape: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----(?:\\[nr]|\s|\\)*[A-Za-z0-9+/]{20}/ },
];

const login = /\b[a-z][a-z0-9+.-]*:\/\/([^\s:/?#@"\\{}<>$]*):([^\s/?#@"\\{}<>$]+)@([\w.-]+)/;
const commonPassword = /^(?:p(?:ass(?:word|wd|w|phrase)?|wd|w)?|secret|admin|root|user|guest|test|foo(?:bar)?|bar|b|x+|\*+|1234\d*|abc\d*|changeme|hunter2|postgres|mysql|rabbit|token|key)$/i;
const documentationHost = /(?:^|\.)(?:example(?:\.\w+)?|test|invalid)$/i;

/** A text may contain one of them: a cheap test before anything is parsed. */
export const mayBeIssued = /A(?:KI|SI)A[0-9A-Z]|gh[pousr]_|github_pat_|k_live_|xox[abeoprs]-|AIza|glpat-|npm_|eyJ|PRIVATE KEY-----|:\/\/[^\s"]*:[^\s"]*@/;

/** What a text contains that its issuer made recognizable, or a login in a URL; undefined for neither. */
export function issuedSecret(text: string): string | undefined {
  if (!mayBeIssued.test(text)) return undefined;
  for (const { what, shape } of issued) {
    const found = shape.exec(text)?.[0];
    if (found !== undefined && !/EXAMPLE|example|x{6}|X{6}/.test(found)) return what;
  }
  const [, user = "", password = "", host = ""] = login.exec(text) ?? [];
  if (password === "" || password === user || commonPassword.test(password) || documentationHost.test(host) || standIn.test(password)) return undefined;
  return "a URL with a password in it";
}
