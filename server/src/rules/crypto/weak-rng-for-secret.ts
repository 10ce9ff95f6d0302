import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, enclosingFunction, receiverOf } from "../../engine/context.js";
import { calledPath, resolvePath } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { importsCryptography, isSecretName, secretOptions, snakeCase, type SecretLists } from "../shared/secretNames.js";

/** Crates of generators that are made to be fast or small. */
const weakCrate = /^(?:fastrand|oorandom|nanorand|rand_pcg|rand_xorshift|rand_xoshiro|wyrand|tinyrand)::/;
/** Their types, by whatever path they are reached. */
const weakType = /(?:^|::)(?:SmallRng|StepRng|WyRand|Pcg\w*|Lcg\w*|Xoshiro\w*|Xoroshiro\w*|SplitMix64|XorShift\w*)::\w+$/;
/** 64 bits of seed are too few, whatever the generator makes of them. */
const smallSeed = /::seed_from_u64$/;
const anyOfThem = /\b(?:fastrand|oorandom|nanorand|rand_pcg|rand_xorshift|rand_xoshiro|wyrand|tinyrand|SmallRng|StepRng|WyRand|Pcg\w*|Lcg\w*|Xoshiro\w*|Xoroshiro\w*|SplitMix64|XorShift\w*|seed_from_u64|Rng)\b/;

/** Functions of such a crate that may be imported by name. */
const drawing = /^(?:[iu](?:8|16|32|64|128|size)|bool|char|f32|f64|alphanumeric|alphabetic|digit|lowercase|uppercase|fill|choice)$/;

/** Values that must not be guessed, besides the names that are secret anywhere. */
const unguessable = /(?:^|_)(?:key|token|nonce|salt|iv|password|secret|session_?id|otp|csrf|challenge|pin|seed)$/;
/** Words of everyday data too: a key of a map, the nonce of a ping. They are secrets where cryptography is about. */
const everyday = /(?:^|_)(?:key|nonce|seed|iv|challenge)$/;
/** A bare `token` may be a piece of text; here it opens something. */
const admitting = /auth|login|session|password|passwd|secret|credential|cookie|bearer|csrf|invite|verif/i;
/** Drawn within bounds, these are still what somebody has to type in. */
const short = /(?:^|_)(?:otp|pin)$/;
const generating = /^(?:generate|gen|make|create|new|random|derive)_(?:\w+_)?(?:key|token|nonce|salt|iv|password|passphrase|secret|session_?id|otp|csrf|challenge|pin|seed)$/;

export default defineRule({
  id: "weak-rng-for-secret",
  group: "crypto",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Cryptography Rules: Use established crates",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  clues: [["fastrand", "oorandom", "nanorand", "rand_pcg", "rand_xorshift", "rand_xoshiro", "wyrand", "tinyrand", "SmallRng", "StepRng", "WyRand", "Pcg*", "Lcg*", "Xoshiro*", "Xoroshiro*", "SplitMix64", "XorShift*", "seed_from_u64", "Rng"]],
  wants: ({ text }, _place, _first, { secretNames }) => anyOfThem.test(text) && (secretNames.length > 0 || /key|token|nonce|salt|iv\b|pass|secret|session|otp|csrf|challenge|pin\b|seed/i.test(text)),
  needs: ["::"],
  summary: "Forbids keys, tokens, nonces and salts from generators that can be predicted.",
  why: "Fast generators are not made against an adversary: a few outputs give away the state, and with it every token that was or will be drawn. A seed of 64 bits can be tried out.",
  remedy: "Use the system's source (`OsRng`, `getrandom`) or a generator of `rand` that is made for it: `rand::rng()`, `ThreadRng`, `StdRng::from_os_rng`.",
  limits: "Goes by the name of what is drawn, of the field it is given to, or of the function around it. A generator kept in a field is not followed. `key`, `nonce`, `seed`, `iv` and `challenge` count only in files that import a crate of cryptography, since maps have keys and pings have nonces; a bare `token` counts there too, and where sessions, passwords, cookies or the like are about. A number drawn within bounds is an index or a sample, save for an `otp` or a `pin`.",
  options: secretOptions,
  messages: {
    weak: "`{path}` can be predicted, and {target} must not be; use `OsRng` or `getrandom`",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const target = node.childForFieldName("function");
      const written = target ? calledPath(code, node) : undefined;
      if (!target || written === undefined) return;
      // Any function may be imported by its name; only those that draw something are asked about.
      if (!written.includes("::") && !drawing.test(written)) return;
      const path = resolvePath(code, written, node);
      if (path === undefined || !(weakCrate.test(path) || weakType.test(path) || smallSeed.test(path))) return;
      const secret = secretDrawn(code, node, cx.options);
      if (secret !== undefined) cx.report(node, { message: "weak", data: { path: written, target: `\`${secret}\`` }, range: { start: code.start(target), end: code.end(target) } });
    },
  },
});

/** The name of what is drawn with the generator, when it must not be guessed. */
function secretDrawn(code: Code, call: Node, lists: SecretLists): string | undefined {
  const isSecret = (name: string): boolean => mustNotBeGuessed(code, name, lists);
  const own = bindingOf(code, call);
  // A place in a list, drawn within its bounds, is called a key too.
  if (own && isSecret(own.name) && (short.test(snakeCase(own.name)) || !isBounded(code, call))) return own.name;
  const around = enclosingFunction(code, call);
  const name = around ? nameOf(code, around) : "";
  if (isSecret(name) && (generating.test(name) || (around && isResult(code, around, call)))) return name;
  if (generating.test(name) && /(?:^|_)token$/.test(name)) return name;
  if (!own || !around) return undefined;
  return filledWith(code, around, own.name, isSecret);
}

/** The name is that of a secret, or of something that must not be guessed in code like this. */
function mustNotBeGuessed(code: Code, name: string, lists: SecretLists): boolean {
  const snake = snakeCase(name);
  if (lists.harmlessNames.includes(snake)) return false;
  if (isSecretName(code, name, lists)) return true;
  if (!unguessable.test(snake)) return false;
  if (everyday.test(snake)) return importsCryptography(code);
  return snake !== "token" || admitting.test(code.segment.text.slice(code.segment.head)) || importsCryptography(code);
}

/** The call stands in the expression that the function returns. */
function isResult(code: Code, around: Node, call: Node): boolean {
  const tail = around.childForFieldName("body")?.namedChildren.findLast((child) => !isTrivia(child));
  return tail !== undefined && tail.type !== "expression_statement" && !tail.type.endsWith("_declaration") && !tail.type.endsWith("_item") && code.start(tail) <= code.start(call) && code.end(call) <= code.end(tail);
}

/** The variable, field or constant in whose initial value a node stands. */
function bindingOf(code: Code, node: Node): { readonly name: string } | undefined {
  for (const up of code.ancestors(node)) {
    switch (up.type) {
      case "let_declaration": {
        const pattern = up.childForFieldName("pattern");
        return pattern ? { name: code.text(pattern).replace(/^(?:mut|ref)\s+/, "") } : undefined;
      }
      case "field_initializer":
        return { name: code.text(up.childForFieldName("field") ?? up) };
      case "assignment_expression":
        return { name: /(\w+)\s*$/.exec(code.text(up.childForFieldName("left") ?? up))?.[1] ?? "" };
      case "const_item":
      case "static_item":
        return { name: nameOf(code, up) };
      case "function_item":
        return undefined;
      default:
    }
  }
  return undefined;
}

/** `fastrand::usize(..list.len())`, `fastrand::u16(0..count)`: bounds in the call itself. */
function isBounded(code: Code, call: Node): boolean {
  return /(?:^|::)[iu](?:8|16|32|64|128|size)$/.test(calledPath(code, call) ?? "") && argumentsOf(call).some((argument) => /\.\.=?\s*\S/.test(code.text(argument)));
}

/** What a generator in a variable draws: a buffer it fills, a value made with it. */
function filledWith(code: Code, around: Node, generator: string, isSecret: (name: string) => boolean): string | undefined {
  if (!/^\w+$/.test(generator)) return undefined;
  const used = new RegExp(`(?<![\\w.])${generator}\\b`);
  for (const node of code.below(around, ["let_declaration", "field_initializer", "assignment_expression", "call_expression"])) {
    if (node.type === "call_expression") {
      const method = calledMethod(node);
      const receiver = receiverOf(node);
      if (!method || !receiver || code.text(receiver) !== generator || !/^(?:try_)?fill(?:_bytes)?$/.test(code.text(method))) continue;
      const buffer = /(\w+)(?:\[[^\]]*\]|\.as_mut\w*\(\))?\s*$/.exec(argumentsOf(node).map((argument) => code.text(argument)).join(" "))?.[1];
      if (buffer !== undefined && isSecret(buffer)) return buffer;
      continue;
    }
    const value = node.childForFieldName(node.type === "assignment_expression" ? "right" : "value");
    const target = node.childForFieldName(node.type === "let_declaration" ? "pattern" : node.type === "field_initializer" ? "field" : "left");
    const name = target ? (/(\w+)\s*$/.exec(code.text(target))?.[1] ?? "") : "";
    if (value && name !== generator && isSecret(name) && used.test(code.text(value))) return name;
  }
  return undefined;
}
