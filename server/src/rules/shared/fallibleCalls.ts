/** Calls that visibly return a `Result`, for rules about results that nobody looks at (rules-core specification 5.1). */
import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { SignatureFact } from "../../engine/facts.js";
import { calledPath, letBefore, resolvePath, returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { receiverType } from "./receivers.js";

/** Methods of std and of everyone who imitates it that return a `Result`, with their number of arguments. */
const fallibleMethods: ReadonlyMap<string, number> = new Map([
  ...["flush", "sync_all", "sync_data", "commit", "rollback", "kill", "join"].map((name) => [name, 0] as const),
  ...["write_all", "read_exact", "read_to_end", "read_line", "set_nonblocking", "set_nodelay", "set_read_timeout", "set_write_timeout", "set_permissions"].map((name) => [name, 1] as const),
]);
/** Methods that pass the failure of what they are called on along. */
const passing: ReadonlySet<string> = new Set("map map_err and_then or_else ok inspect_err context with_context wrap_err wrap_err_with".split(" "));
/** Names that methods of all kinds have: on anything but `self` they need not be the file's own. */
const everyday: ReadonlySet<string> = new Set(
  "add append apply as_ref build clear close connect create delete drain end execute extend fetch finish flush get get_mut handle init insert join kill load lock next open parse poll pop process push put query read recv register remove render replace reset resize run save seek send set shutdown spawn start stop submit swap take update visit wait write".split(" "),
);

/** Functions of `std::fs`, and the constructors of its `File`; all of them return a `Result`. */
const fsCall = /^std::fs::(?:[a-z]\w*|File::(?:open|create|create_new))$/;

/**
 * What fails in an expression: the name of the function or method whose `Result` it is.
 * @returns undefined where nothing shows that the value is a `Result`
 */
export function fallibleCall(code: Code, expression: Node): string | undefined {
  return fallible(code, expression, false);
}

function fallible(code: Code, node: Node, awaited: boolean): string | undefined {
  switch (node.type) {
    case "parenthesized_expression":
    case "await_expression": {
      const inner = node.namedChildren.find((child) => !isTrivia(child));
      return inner && fallible(code, inner, awaited || node.type === "await_expression");
    }
    case "call_expression": {
      const method = calledMethod(node);
      return method ? fallibleMethod(code, node, code.text(method), awaited) : falliblePath(code, node, awaited);
    }
    default:
      return undefined;
  }
}

function fallibleMethod(code: Code, call: Node, name: string, awaited: boolean): string | undefined {
  const receiver = receiverOf(call);
  if (!receiver) return undefined;
  if (passing.has(name)) {
    // `Option` has methods of the same names, so what they are called on decides.
    const inner = fallible(code, receiver, false);
    if (inner !== undefined || name === "ok") return inner;
  }
  const type = receiverType(code, receiver);
  const methods = code.facts.ask("signatures", name).filter((signature) => signature.owner !== "");
  const own = type === undefined ? methods : methods.filter((signature) => signature.owner === type);
  if (own.length > 0 && (type !== undefined || !everyday.has(name))) return allResults(code, own, call, awaited) ? name : undefined;
  return fallibleMethods.get(name) === argumentsOf(call).length && !isMemory(code, receiver) ? name : undefined;
}

/** Types that hold what is written to them, which cannot fail. */
const memory: ReadonlySet<string> = new Set(["Vec", "VecDeque", "String", "BytesMut", "Cursor"]);

/** A writer into memory: by its type, or made by `buffer.writer()` in the same function. */
function isMemory(code: Code, receiver: Node): boolean {
  const type = receiverType(code, receiver);
  if (type !== undefined) return memory.has(type);
  if (receiver.type !== "identifier") return false;
  for (const up of code.ancestors(receiver)) {
    if (up.type !== "block") continue;
    const value = letBefore(code, up, receiver, code.text(receiver))?.childForFieldName("value");
    if (!value) continue;
    const method = value.type === "call_expression" ? calledMethod(value) : undefined;
    return (method !== undefined && code.text(method) === "writer") || (value.type === "macro_invocation" && code.macroName(value) === "vec");
  }
  return false;
}

function falliblePath(code: Code, call: Node, awaited: boolean): string | undefined {
  const path = calledPath(code, call);
  if (path === undefined) return undefined;
  const segments = path.split("::");
  const name = segments.at(-1) ?? "";
  const before = segments.at(-2);
  if (before === undefined && !isDeclaredHere(code, name, call)) return resolvedFs(code, path, call) ? name : undefined;
  if (before === undefined || /^[A-Z]/.test(before)) {
    const container = code.place.containers.at(-1);
    const owner = before === "Self" ? (container?.name ?? "") : (before ?? "");
    const own = code.facts.ask("signatures", name).filter((signature) => signature.owner === owner);
    if (own.length > 0) return allResults(code, own, call, awaited) ? name : undefined;
  }
  return resolvedFs(code, path, call) ? name : undefined;
}

function resolvedFs(code: Code, path: string, at: Node): boolean {
  const full = resolvePath(code, path, at);
  return full !== undefined && fsCall.test(full);
}

/** The name is a function of this module, and no function in a body around the call hides it. */
function isDeclaredHere(code: Code, name: string, at: Node): boolean {
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  if (binding?.kind !== "local" || binding.keyword !== "fn") return false;
  for (const up of code.ancestors(at)) {
    if (up.type === "block" && up.namedChildren.some((child) => child.type === "function_item" && nameOf(code, child) === name)) return false;
  }
  return true;
}

/** A future is no `Result` before it is awaited. */
function allResults(code: Code, signatures: readonly SignatureFact[], at: Node, awaited: boolean): boolean {
  return signatures.every((signature) => {
    const kind = returnKind(code, signature.returns, at);
    return kind.kind === "Result" && (kind.future || signature.isAsync) === awaited;
  });
}
