import type { Code } from "../../engine/code.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { isSecretName, mentionsSecret, secretOptions } from "../shared/secretNames.js";
import { isOfHarmlessType } from "../shared/secretValues.js";

/** Macros whose output people read: the standard library's, `log`'s and `tracing`'s. */
const logging = /^(?:e?print(?:ln)?|dbg|trace|debug|info|warn|error|log|event|(?:\w+_)?span)$/;
const anyLogging = /(?:print(?:ln)?|dbg|trace|debug|info|warn|error|log|event|span)\s*!/;

export default defineRule({
  id: "secret-in-log",
  group: "crypto",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Security Protocols: secrets never reach logs",
  scope: "function",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  clues: [["print", "println", "dbg", "trace", "debug", "info", "warn", "error", "log", "event", "span"]],
  wants: ({ text }, _place, _first, { secretNames }, sight) => anyLogging.test(text) && mentionsSecret(text, secretNames, sight),
  needs: ["!"],
  summary: "Forbids writing secrets to logs and to the terminal.",
  why: "Logs are kept for long, copied to other systems and read by many. A secret that was in a log once has to be taken for stolen.",
  remedy: "Leave it out, or log something about it: that it is there, its length, the last characters of an identifier that goes with it.",
  limits: "Goes by the name of the value; its type is known where it is declared in the same file, and then a path or a `SecretString` is left alone. What a function makes of it (`redact(&token)`, `password.len()`) is taken to be harmless, and a whole struct with a secret inside is the business of `debug-on-secret`.",
  options: secretOptions,
  messages: {
    value: "`{name}` is written to the log by `{macro}!`; leave it out or redact it",
  },
  on: {
    macro_invocation(node, cx) {
      const { code } = cx;
      const macro = code.macroName(node);
      if (!logging.test(macro)) return;
      const input = node.namedChildren.find((child) => child.type === "token_tree");
      if (!input) return;
      const list = argumentsIn(code, input);
      const named = new Set(list.map(({ key }) => key).filter((key) => key !== undefined));
      for (const argument of list) {
        const value = valueName(argument.text);
        if (value && isSecretName(code, value.name, cx.options) && !isOfHarmlessType(code, value.path, node)) {
          const start = argument.start + value.offset;
          cx.report(node, { message: "value", data: { name: value.path, macro }, range: { start, end: start + value.path.length } });
        }
      }
      const format = list.find(({ text }) => /^(?:r#*)?"/.test(text));
      for (const { name, offset } of format ? placeholders(format.text) : []) {
        // `{password}` may name an argument of that name, which was looked at above.
        if (!format || named.has(name) || !isSecretName(code, name, cx.options) || isOfHarmlessType(code, name, node)) continue;
        const start = format.start + offset;
        cx.report(node, { message: "value", data: { name, macro }, range: { start, end: start + name.length } });
      }
    },
  },
});

/** One argument of a macro call: its text without a leading `key =`, and where that starts in the segment. */
interface Argument {
  readonly key: string | undefined;
  readonly text: string;
  readonly start: number;
}

/** The arguments between the commas of a token tree's own level; they need not be expressions (`%user`, `?error`). */
function argumentsIn(code: Code, input: Node): readonly Argument[] {
  const found: Argument[] = [];
  let first: Node | undefined;
  let last: Node | undefined;
  const flush = (): void => {
    if (first && last) found.push(argumentOf(code.segment.text.slice(code.start(first), code.end(last)), code.start(first)));
    first = last = undefined;
  };
  for (const token of input.children.slice(1, -1)) {
    if (token.type === "line_comment" || token.type === "block_comment") continue;
    if (token.type === "," || token.type === ";") flush();
    else {
      first ??= token;
      last = token;
    }
  }
  flush();
  return found;
}

function argumentOf(text: string, start: number): Argument {
  const key = /^([\w.]+)\s*=(?!=)\s*/.exec(text);
  return key ? { key: key[1], text: text.slice(key[0].length), start: start + key[0].length } : { key: undefined, text, start };
}

/** `x`, `x.y.z`, after `&`, `*`, `%`, `?`, before calls that change nothing about what is printed. */
const bare = /^[&*%?\s]*((?:(?:self|\w+)\s*\.\s*)*[A-Za-z_]\w*)((?:\s*\.\s*(?:as_str|as_ref|as_deref|as_bytes|clone|to_string|to_owned|to_str|expose_secret|unwrap|unwrap_or_default|0)(?:\s*\(\s*\))?)*)\s*\??\s*$/;
const harmlessCalls = /\.\s*(?:as_str|as_ref|as_deref|as_bytes|clone|to_string|to_owned|to_str|expose_secret|unwrap|unwrap_or_default)$/;

/** The value that an argument prints as it is: its path, the last name in it, and its offset in the argument. */
function valueName(text: string): { readonly path: string; readonly name: string; readonly offset: number } | undefined {
  const match = bare.exec(text);
  let path = match?.[1];
  if (path === undefined) return undefined;
  // The greedy path may have swallowed the name of the first call.
  if (/^\s*\(/.test(text.slice(text.indexOf(path) + path.length))) path = path.replace(harmlessCalls, "");
  if (/^\s*\(/.test(text.slice(text.indexOf(path) + path.length))) return undefined;
  const name = /(\w+)$/.exec(path)?.[1] ?? "";
  return { path, name, offset: text.indexOf(path) };
}

/** Names captured by a format string as written, `{{` left aside, with their offsets. */
function placeholders(literal: string): readonly { readonly name: string; readonly offset: number }[] {
  const found: { name: string; offset: number }[] = [];
  for (const match of literal.matchAll(/\{\{|\}\}|\{([A-Za-z_]\w*)(?::[^{}]*)?\}/g)) if (match[1] !== undefined) found.push({ name: match[1], offset: match.index + 1 });
  return found;
}
