/** Functions of the crate that block, where the syntax of a call says which one it calls. */
import type { Code } from "../../engine/code.js";
import { calledMethod, receiverOf } from "../../engine/context.js";
import { useLeaves } from "../../engine/declarations.js";
import type { CallStep } from "../../engine/finding.js";
import { typePath } from "../../engine/helperCalls.js";
import { calledPath } from "../../engine/resolve.js";
import { containsAny } from "../../engine/rules.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { macroWords } from "./blockingCalls.js";

/** A call of such a function. */
export interface BlockingCallee {
  /** The call as a message names it. */
  readonly written: string;
  /** What leads to the call that blocks. */
  readonly steps: readonly CallStep[];
  /** Segment offsets of the path, or of the method's name to the end of the call. */
  readonly start: number;
  readonly end: number;
}

/** The blocking function of the crate that a call calls: by path, on `Self`, or as a method of `self`. */
export function blockingCallee(code: Code, call: Node): BlockingCallee | undefined {
  // Macro inputs are opened for the words of rules; what is seen in them must not depend on which other rules are on.
  const macro = code.macroOf(call);
  if (macro && !containsAny(code.text(macro), macroWords)) return undefined;
  const method = calledMethod(call);
  if (method) {
    if (receiverOf(call)?.type !== "self") return undefined;
    const steps = ownFunction(code, code.text(method));
    return steps && { written: `self.${code.text(method)}`, steps, start: code.start(method), end: code.end(call) };
  }
  const path = calledPath(code, call);
  const target = call.childForFieldName("function");
  if (path === undefined || !target || !/(?:^|:)(?:r#)?[a-z_]\w*$/.test(path)) return undefined;
  const steps = path.startsWith("Self::") ? ownFunction(code, path.slice(6)) : byPath(code, path, target);
  return steps && { written: path, steps, start: code.start(target), end: code.end(target) };
}

/** A function of the type whose impl is around the call. What a trait's own functions call is up to its implementors. */
function ownFunction(code: Code, name: string): readonly CallStep[] | undefined {
  const impl = code.place.containers.at(-1)?.impl;
  const owner = impl ? typePath(impl.type) : "";
  return owner === "" || name.includes("::") ? undefined : (code.facts.ask("blocks", code.place.scope.key, owner, `self::${name}`) ?? undefined);
}

function byPath(code: Code, path: string, at: Node): readonly CallStep[] | undefined {
  const head = path.split("::")[0] ?? "";
  const meant = inBody(code, head, at);
  if (meant === null) return undefined;
  return code.facts.ask("blocks", code.place.scope.key, "", meant === undefined ? path : [meant, ...path.split("::").slice(1)].join("::")) ?? undefined;
}

/** What the body around a call says about a name: the path it imports, null for a value or item of its own, undefined for nothing. */
function inBody(code: Code, name: string, at: Node): string | null | undefined {
  for (const up of code.ancestors(at)) {
    if (up.type === "block") {
      for (const child of up.namedChildren) {
        if (child.type === "use_declaration") {
          const leaf = useLeaves(code.text(child)).find((own) => own.name === name);
          if (leaf) return leaf.path;
        } else if (child.type === "let_declaration") {
          const pattern = child.childForFieldName("pattern");
          if (pattern && binds(code, pattern, name)) return null;
        } else if (child.type.endsWith("_item") && nameOf(code, child) === name) return null;
      }
    } else if (up.type === "closure_expression" || up.type === "function_item") {
      const parameters = up.childForFieldName("parameters");
      if (parameters?.namedChildren.some((child) => binds(code, child.childForFieldName("pattern") ?? child, name))) return null;
    }
  }
  return undefined;
}

function binds(code: Code, pattern: Node, name: string): boolean {
  return pattern.type === "identifier" ? code.text(pattern) === name : pattern.descendantsOfType("identifier").some((node) => code.text(node) === name);
}
