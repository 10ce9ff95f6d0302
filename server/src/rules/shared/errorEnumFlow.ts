/**
 * Follows what a function returns back to where its errors are made: the tail, every `return`, and what stands before
 * every `?`. Each such place is either an error that can be written as a variant of an enum, or a call of a function
 * that fails with the same type and must change with this one; anything else makes the whole refactoring impossible.
 */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, enclosingCallable, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { calledFunction, type FileFunction } from "./fileFunctions.js";
import { literalMessage, type ErrorMessage } from "./errorEnumMessage.js";
import type { ErrorSite, ErrorVariant } from "./errorEnumVariants.js";
import type { ErrorType } from "./questionMarkErrors.js";
import { valueKind } from "./questionMarkReceiver.js";
import { tailOf } from "./questionMarkTarget.js";
import { mayRewrite } from "./transparentMacros.js";

/** What the errors of a function are before the change. */
export type TextFamily =
  /** `String`. */
  | "string"
  /** `&'static str`, `Cow<str>`, `Box<str>`. */
  | "text"
  | "unit"
  /** `Box<dyn Error>`, into which `?` converts every error. */
  | "boxed";

/** What must change in a function. */
export interface FunctionErrors {
  readonly sites: readonly ErrorSite[];
  /** Functions that must change with it. */
  readonly calls: readonly FileFunction[];
  /** Offsets of the calls of those, in the segment: they need no change. */
  readonly covered: readonly number[];
}

/**
 * Reads the errors of a function.
 * @param changes tells whether a function of the module fails with the type that is replaced
 * @returns undefined where an error cannot be followed
 */
export function functionErrors(code: Code, fn: Node, family: TextFamily, changes: (called: FileFunction) => boolean): FunctionErrors | undefined {
  const body = fn.childForFieldName("body");
  if (!body) return undefined;
  const flow = new Flow(code, fn, family, changes);
  return flow.ofBody(body) ? { sites: flow.sites, calls: flow.calls, covered: flow.covered } : undefined;
}

const diverging: ReadonlySet<string> = new Set(["panic", "unreachable", "todo", "unimplemented"]);
/** Methods of a Result that leave its error as it is. */
const passing: ReadonlySet<string> = new Set(["map", "inspect", "copied", "cloned"]);

class Flow {
  readonly sites: ErrorSite[] = [];
  readonly calls: FileFunction[] = [];
  readonly covered: number[] = [];

  constructor(
    private readonly code: Code,
    private readonly fn: Node,
    private readonly family: TextFamily,
    private readonly changes: (called: FileFunction) => boolean,
  ) {}

  private get takesTexts(): boolean {
    return this.family === "string" || this.family === "boxed";
  }

  /** The whole function; false where an error cannot be followed. */
  ofBody(body: Node): boolean {
    return this.ofCallable(this.fn, body);
  }

  private ofCallable(callable: Node, body: Node): boolean {
    const { code } = this;
    const own = (node: Node): boolean => enclosingCallable(code, node)?.id === callable.id;
    // Opening the macros makes what they evaluate in place visible; a jump in any other macro is not followed.
    const jumps = code.findAll(["return_expression", "try_expression", "macro_invocation"], (text) => /\?|\breturn\b/.test(text));
    for (const node of jumps) {
      if (code.start(node) < code.start(body) || code.end(node) > code.end(body) || !own(node)) continue;
      if (node.type === "macro_invocation") {
        if (this.hides(node)) return false;
        continue;
      }
      if (!mayRewrite(code, node)) return false;
      const value = node.namedChildren.find((child) => child.type !== "line_comment" && child.type !== "block_comment");
      if (!value || !this.follow(value, node.type === "try_expression")) return false;
    }
    const tail = body.type === "block" ? tailOf(body) : body;
    return tail ? this.follow(tail, false) : endsOutside(code, body);
  }

  /** A macro with a jump in an input that is not known to be evaluated in place. */
  private hides(macro: Node): boolean {
    const text = this.code.text(macro).replace(/r?#*"(?:[^"\\]|\\.)*"#*/gs, "");
    if (/\b(?:bail|ensure|try)!/.test(text)) return true;
    return /\?|\breturn\b/.test(text) && !this.code.below(macro, ["try_expression", "return_expression"]).some((node) => mayRewrite(this.code, node));
  }

  /**
   * Follows an expression of the function's own Result type.
   * @param propagated it stands before `?`, which converts the error
   */
  private follow(node: Node, propagated: boolean): boolean {
    const { code } = this;
    switch (node.type) {
      case "parenthesized_expression":
      case "await_expression":
        return node.firstNamedChild !== null && this.follow(node.firstNamedChild, propagated);
      case "unsafe_block":
      case "block":
        return this.followBlock(node.type === "block" ? node : node.namedChildren.find((child) => child.type === "block"), propagated);
      case "if_expression": {
        const then = node.childForFieldName("consequence");
        const other = node.childForFieldName("alternative")?.namedChildren.find((child) => child.type === "block" || child.type === "if_expression");
        return then !== null && other !== undefined && this.follow(then, propagated) && this.follow(other, propagated);
      }
      case "match_expression": {
        const arms = node.childForFieldName("body")?.namedChildren.filter((child) => child.type === "match_arm") ?? [];
        return arms.every((arm) => {
          const value = arm.childForFieldName("value");
          return value !== null && this.follow(value, propagated);
        });
      }
      case "return_expression":
      case "continue_expression":
        return true;
      case "break_expression":
        return node.namedChildren.every((child) => child.type === "label");
      case "loop_expression":
        return code.below(node, ["break_expression"]).length === 0;
      case "macro_invocation":
        return diverging.has(code.macroName(node));
      case "call_expression": {
        const method = calledMethod(node);
        return method ? this.followMethod(node, code.text(method), propagated) : this.followCall(node, propagated);
      }
      default:
        return this.converted(node, propagated);
    }
  }

  private followBlock(block: Node | undefined, propagated: boolean): boolean {
    if (!block) return false;
    const tail = tailOf(block);
    return tail ? this.follow(tail, propagated) : endsOutside(this.code, block);
  }

  private followCall(call: Node, propagated: boolean): boolean {
    const path = calledPath(this.code, call);
    const [only, more] = argumentsOf(call);
    const target = call.childForFieldName("function");
    if (path === "Ok" || path === "Result::Ok") return target?.type !== "generic_function";
    if (path === "Err" || path === "Result::Err") return target?.type !== "generic_function" && only !== undefined && !more && this.made(only);
    return this.changing(call) || this.converted(call, propagated);
  }

  private followMethod(call: Node, name: string, propagated: boolean): boolean {
    const { code } = this;
    const receiver = receiverOf(call);
    const [first, second] = argumentsOf(call);
    if (!receiver) return false;
    if (calledFunction(code, call)) return this.changing(call) || this.converted(call, propagated);
    if (name === "ok_or" && first && !second) return this.made(first);
    if (name === "ok_or_else" && first && !second) return this.closure(first, (body) => this.made(body));
    if (name === "map_err" && first && !second) return this.mapped(receiver, first);
    if (passing.has(name)) return this.follow(receiver, propagated);
    if (name === "and_then" && first && !second) return this.follow(receiver, propagated) && this.closure(first, (_, closure, body) => this.ofCallable(closure, body));
    if (name === "collect" && !first) return this.collected(call, receiver);
    return this.converted(call, propagated);
  }

  /** `iterator.map(|x| …).collect()`: the closure's errors are the function's. */
  private collected(call: Node, receiver: Node): boolean {
    const target = call.childForFieldName("function");
    const types = target?.type === "generic_function" ? target.childForFieldName("type_arguments") : undefined;
    if (types && !/^<Result<.*,\s*_\s*>\s*>$/s.test(this.code.text(types))) return false;
    const method = receiver.type === "call_expression" ? calledMethod(receiver) : undefined;
    const [closure, more] = method ? argumentsOf(receiver) : [];
    if (!method || this.code.text(method) !== "map" || !closure || more) return false;
    return this.closure(closure, (_, own, body) => this.ofCallable(own, body));
  }

  /** A closure without a declared type; `use` is given its last expression, itself and its body. */
  private closure(node: Node, use: (tail: Node, closure: Node, body: Node) => boolean): boolean {
    const body = node.type === "closure_expression" && !node.childForFieldName("return_type") ? node.childForFieldName("body") : undefined;
    const tail = body?.type === "block" ? tailOf(body) : body;
    return body !== undefined && body !== null && tail !== undefined && tail !== null && use(tail, node, body);
  }

  /** `receiver.map_err(…)`. */
  private mapped(receiver: Node, argument: Node): boolean {
    const { code } = this;
    // Errors of functions that change have another type afterwards: what the closure does with them may not compile.
    const called = calledFunction(code, receiver.type === "await_expression" ? (receiver.firstNamedChild ?? receiver) : receiver);
    if (called && this.changes(called)) return false;
    const known = sourceOf(code, valueKind(code, receiver).error);
    if (argument.type !== "closure_expression") {
      return /^(?:ToString::to_string|std::string::ToString::to_string)$/.test(code.text(argument)) && this.takesTexts && this.shown(receiver, argument, known, "error");
    }
    return this.closure(argument, (tail, closure, body) => {
      if (code.below(body, ["return_expression", "try_expression"]).length > 0) return false;
      const parameter = code.text(closure.childForFieldName("parameters") ?? closure).replace(/^\||\|$/g, "").trim();
      const shows = /^\w+$/.test(parameter) && code.text(tail).replace(/\s/g, "") === `${parameter}.to_string()`;
      if (shows) return this.takesTexts && body.id === tail.id && this.shown(receiver, argument, known, parameter);
      return this.made(tail);
    });
  }

  /** `.map_err(|e| e.to_string())`: the error itself where its type is known, else its text. */
  private shown(receiver: Node, argument: Node, known: string | undefined, parameter: string): boolean {
    const variant: ErrorVariant = known === undefined ? textVariant(this.code, receiver) : sourceVariant(known, false);
    const build = known === undefined ? (path: string): string => `|${parameter}| ${path}(${parameter}.to_string())` : (path: string): string => path;
    return this.add(argument, { variant, build });
  }

  /** An expression that is the error. */
  private made(node: Node): boolean {
    const { code, family } = this;
    if (code.below(node, ["try_expression", "return_expression"]).length > 0) return false;
    if (family === "unit") {
      const words = nameOf(code, this.fn).replace(/^r#/, "").split("_").filter((word) => word !== "");
      const template = `"${words.join(" ")} failed"`;
      const variant: ErrorVariant = { kind: "message", key: template, words, template, fields: [] };
      return code.text(node).replace(/\s/g, "") === "()" && this.add(node, { variant, build: (path) => path });
    }
    const read = literalMessage(code, node);
    if (read) return this.add(node, read);
    if (family !== "string" || !isOwnText(code, node)) return false;
    const source = code.text(node);
    return this.add(node, { variant: { kind: "text", key: "text:Other", words: ["Other"] }, build: (path) => `${path}(${source})` });
  }

  private add(node: Node, { variant, build }: ErrorMessage): boolean {
    const site: ErrorSite = { start: this.code.start(node), end: this.code.end(node), variant, build };
    if (!mayRewrite(this.code, node)) return false;
    // A place can be reached twice, as the tail of a block and through a `return` in it.
    if (!this.sites.some((known) => known.start === site.start && known.end === site.end)) this.sites.push(site);
    return true;
  }

  /** A call of a function of the file whose error will be the enum. */
  private changing(call: Node): boolean {
    const called = calledFunction(this.code, call);
    if (!called || !this.changes(called)) return false;
    this.calls.push(called);
    this.covered.push(this.code.start(call));
    return true;
  }

  /** Any other Result before `?` in a function with a boxed error: its error becomes a variant where its type is visible. */
  private converted(node: Node, propagated: boolean): boolean {
    if (!propagated || this.family !== "boxed") return false;
    const value = valueKind(this.code, node);
    const type = value.kind === "Result" && !value.stuck ? sourceOf(this.code, value.error) : undefined;
    if (type === undefined) return false;
    const at = this.code.end(node);
    this.sites.push({ start: at, end: at, variant: sourceVariant(type, true), build: () => "" });
    return true;
  }
}

/** A block without a tail is of any type only where its last statement leaves it. */
function endsOutside(code: Code, block: Node): boolean {
  const last = block.namedChildren.findLast((child) => child.type !== "line_comment" && child.type !== "block_comment");
  const expression = last?.type === "expression_statement" ? last.firstNamedChild : last;
  return expression !== undefined && expression !== null && (/^(?:return|continue|break)_expression$/.test(expression.type) || (expression.type === "macro_invocation" && diverging.has(code.macroName(expression))) || expression.type === "loop_expression");
}

/** A `String` by its looks, whose making needs no type from where it goes. */
function isOwnText(code: Code, node: Node): boolean {
  const method = node.type === "call_expression" ? calledMethod(node) : undefined;
  return method !== undefined && /^(?:to_string|to_owned|join|concat|replace|to_lowercase|to_uppercase)$/.test(code.text(method));
}

/** The type of an error that can be a field of a public enum: std's own, or one of the file with an error impl. */
function sourceOf(code: Code, error: ErrorType): string | undefined {
  const { name } = error;
  if (name === undefined || (error.family !== "named" && error.family !== "io") || !/^[\w:]+$/.test(name)) return undefined;
  if (name.startsWith("std::")) return name;
  return name === error.written && !name.includes("::") && code.facts.ask("errorImpl", name) === true ? name : undefined;
}

function sourceVariant(type: string, from: boolean): ErrorVariant {
  const name = lastSegment(type);
  const stem = name.replace(/Error$/, "");
  const module = type.split("::").at(-2) ?? "";
  return { kind: "source", key: `source:${type}`, words: [stem !== "" ? stem : module === "" ? "Other" : module], type, from };
}

/** `Parse(String)` for the text of an error that `parse()` gave. */
function textVariant(code: Code, receiver: Node): ErrorVariant {
  const method = receiver.type === "call_expression" ? calledMethod(receiver) : undefined;
  const path = receiver.type === "call_expression" && !method ? calledPath(code, receiver) : undefined;
  const words = (method ? code.text(method) : lastSegment(path ?? "other")).split("_").filter((word) => word !== "");
  return { kind: "text", key: `text:${words.join("_")}`, words };
}
