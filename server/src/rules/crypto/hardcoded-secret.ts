import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, regionOf } from "../../engine/context.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { issuedSecret, literalBehind, looksLikeSecret, mayBeIssued } from "../shared/secretLiterals.js";
import { isSecretName, mentionsSecret, secretOptions } from "../shared/secretNames.js";

const messages = {
  value: "`{name}` has its value in the source, where everybody who sees the code can read it; load it from the environment or a secret store",
  issued: "this text contains {what}; revoke it, and load its successor from the environment or a secret store",
} as const;

const options = {
  ...secretOptions,
  inTests: { type: "boolean", default: false, description: "Look in tests too for what issuers made recognizable: keys, tokens, logins in URLs." },
} as const;

type Context = RuleContext<typeof messages, typeof options>;

export default defineRule({
  id: "hardcoded-secret",
  group: "crypto",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Mandatory Constraints: NEVER ignore security best practices",
  scope: "function",
  // Tests are sorted out below: an option brings a part of them in.
  regions: ["production", "example", "build-script", "test", "bench"],
  looksFor: "presence",
  wants: ({ text }, _place, _first, { secretNames }, sight) => (text.includes('"') && (mayBeIssued.test(text) || mentionsSecret(text, secretNames, sight))) || (text.includes("[") && mentionsSecret(text, secretNames, sight)),
  needs: ['"', "["],
  summary: "Forbids secrets in the source: passwords, keys and tokens as literals.",
  why: "Whoever sees the code, an old copy of it or the finished binary has the secret. It cannot be changed without a release, and it stays in the history of the repository for ever.",
  remedy: "Read it from the environment, a file outside the repository or a secret store. What was committed once has to be revoked, not just removed.",
  limits: "A literal counts by the name it is given to, when it looks like a value: no blanks, no placeholder, no path or URL, not itself a name. Keys and tokens of well-known issuers count everywhere.",
  options,
  messages,
  on: {
    const_item: (node, cx) => judge(cx, node.childForFieldName("name"), node.childForFieldName("value")),
    static_item: (node, cx) => judge(cx, node.childForFieldName("name"), node.childForFieldName("value")),
    let_declaration(node, cx) {
      const pattern = node.childForFieldName("pattern");
      judge(cx, pattern?.type === "mut_pattern" ? pattern.firstNamedChild : pattern, node.childForFieldName("value"));
    },
    field_initializer: (node, cx) => judge(cx, node.childForFieldName("field"), node.childForFieldName("value")),
    assignment_expression(node, cx) {
      const left = node.childForFieldName("left");
      judge(cx, left?.type === "field_expression" ? left.childForFieldName("field") : left, node.childForFieldName("right"));
    },
    call_expression(node, cx) {
      const method = calledMethod(node);
      const [only, ...others] = method ? argumentsOf(node) : [];
      // `get_secret("…")` is given the name of one.
      if (method && only && others.length === 0 && !/^(?:get|fetch|load|read|find|lookup|delete|remove|create|put|list|parse|decode|validate|verify|check|try|from)_/.test(cx.code.text(method))) judge(cx, method, only);
    },
    string_literal: visitText,
    raw_string_literal: visitText,
  },
});

/** A value that is given to a name. */
function judge(cx: Context, name: Node | null | undefined, value: Node | null | undefined): void {
  const { code } = cx;
  if (!name || !value || !/identifier$/.test(name.type) || !isSecretName(code, code.text(name), cx.options)) return;
  const literal = literalBehind(code, value);
  if (!literal || !looksLikeSecret(code, literal) || inTest(code, literal)) return;
  // What an algorithm has as its default, everybody knows: `DEFAULT_SECRET` of a hash function.
  if (literal.type === "array_expression" && /^default_/i.test(code.text(name))) return;
  if (literal.type !== "array_expression" && issuedSecret(code.text(literal)) !== undefined) return;
  cx.report(literal, { message: "value", data: { name: code.text(name) } });
}

function visitText(node: Node, cx: Context): void {
  const { code } = cx;
  // The tokens of a macro call were seen already when its input is parsed again.
  if (code.inMacro(node)) return;
  const what = issuedSecret(code.text(node));
  if (what === undefined || (!cx.options.inTests && inTest(code, node))) return;
  cx.report(node, { message: "issued", data: { what } });
}

function inTest(code: Code, node: Node): boolean {
  const region = regionOf(code, node);
  return region === "test" || region === "bench";
}
