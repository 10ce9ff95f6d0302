/** Async forms of blocking calls, where a runtime with the needed feature is at hand (rules-core specification 5.4). */
import type { Code } from "../../engine/code.js";
import { calledMethod, enclosingCallable, hasModifier } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { localType, returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { asyncMethod, asyncTwin, offloading } from "./asyncTwins.js";
import type { Blocking } from "./blockingCalls.js";

/** Fixes for a blocking call; none where its nearest callable is not the async one itself, or in macro input. */
export function blockingFixes(code: Code, call: Node, found: Blocking): readonly Fix[] {
  const callable = enclosingCallable(code, call);
  if (code.inMacro(call) || !callable || !isAsync(callable)) return [];
  const twin = awaited(code, call, found);
  return twin.length > 0 ? twin : offloaded(code, call, callable, found);
}

function isAsync(callable: Node): boolean {
  switch (callable.type) {
    case "async_block":
      return true;
    case "function_item":
      return hasModifier(callable, "async");
    case "closure_expression":
      return callable.children.some((child) => child.type === "async");
    default:
      return false;
  }
}

/** `std::fs::X(…)` → `tokio::fs::X(…).await`, `thread::sleep(d)` → `tokio::time::sleep(d).await`, `x.blocking_send(y)` → `x.send(y).await`. */
function awaited(code: Code, call: Node, found: Blocking): readonly Fix[] {
  const target = call.childForFieldName("function");
  const method = calledMethod(call);
  // Type arguments name the std function's own parameters; the async one has others.
  if (!target || target.type === "generic_function") return [];
  const twin = found.path === undefined ? undefined : asyncTwin(code, found.path);
  const name = method ? asyncMethod(code, code.text(method)) : undefined;
  const parent = code.parent(call);
  if (twin?.otherValue === true && !(parent?.type === "expression_statement" && parent.lastChild?.type === ";")) return [];
  const replaced = twin ? target : method;
  const newText = twin?.path ?? name;
  if (!replaced || newText === undefined) return [];
  const edits = [
    { start: code.start(replaced), end: code.end(replaced), newText },
    { start: code.end(call), end: code.end(call), newText: ".await" },
  ];
  return [{ title: `Replace by \`${newText}(…).await\``, kind: "quickfix", applicability: "suggestion", preferred: true, edits }];
}

/** Calls by path that can run on another thread as they are: not those that wait for their own thread, nor those that only begin a request. */
const movable = /^(?:std::fs::(?:File::)?\w+|std::thread::sleep|std::net::TcpStream::\w+|std::os::unix::net::UnixStream::connect|reqwest::blocking::get)$/;
const movableMethods: ReadonlySet<string> = new Set(["output", "status", "open"]);

/**
 * Runs a call on a thread that may block, where the syntax shows that it compiles: everything in it is owned by the call
 * alone. `?` hands on that the work panicked where the function's error takes it; else the panic goes on.
 */
function offloaded(code: Code, call: Node, callable: Node, found: Blocking): readonly Fix[] {
  const way = offloading(code);
  const method = calledMethod(call);
  const moves = method ? movableMethods.has(code.text(method)) : found.path !== undefined && movable.test(found.path);
  if (!way || !moves || !ownsItsValues(code, call, callable)) return [];
  const converts = code.parent(call)?.type === "try_expression" && takesJoinError(code, callable);
  const joined = !way.joins ? "" : converts ? "?" : '.expect("the blocking call panicked")';
  const edits = [
    { start: code.start(call), end: code.start(call), newText: `${way.path}(move || ` },
    { start: code.end(call), end: code.end(call), newText: `).await${joined}` },
  ];
  return [{ title: `Move the call to \`${way.path.slice(way.path.lastIndexOf(":") + 1)}\``, kind: "quickfix", applicability: "suggestion", edits }];
}

function takesJoinError(code: Code, callable: Node): boolean {
  const type = callable.type === "function_item" ? callable.childForFieldName("return_type") : undefined;
  if (!type) return false;
  const written = code.text(type).replace(/\s/g, "");
  if (/^(?:(?:std::)?io|anyhow|eyre|color_eyre)::Result</.test(written)) return true;
  const kind = returnKind(code, code.text(type), type);
  return kind.kind === "Result" && kind.error !== undefined && /^(?:(?:std::)?io::Error|anyhow::Error|(?:color_)?eyre::Report|Box<dyn(?:std::error::)?Error\b.*>)$/.test(kind.error.replace(/\s/g, ""));
}

/** Every local in the call has a type that shows it owns its value, and is not named again afterwards. */
function ownsItsValues(code: Code, call: Node, callable: Node): boolean {
  const names = call.descendantsOfType(["identifier", "self", "macro_invocation", "closure_expression", "reference_expression", "await_expression", "try_expression", "lifetime"]).filter((node) => node !== null);
  const locals: Node[] = [];
  for (const node of names) {
    if (node.type === "reference_expression" && /^&\s*\[\s*(?:"(?:[^"\\]|\\.)*"\s*,?\s*)*\]$/s.test(code.text(node))) continue;
    if (node.type !== "identifier") return false;
    const parent = node.parent;
    if (parent?.type === "scoped_identifier" || (parent?.type === "call_expression" && parent.childForFieldName("function")?.id === node.id)) continue;
    const name = code.text(node);
    // A constant is everywhere.
    if (/^[A-Z][A-Z0-9_]+$/.test(name)) continue;
    const type = localType(code, name, node);
    if (type === undefined || !/^(?:\w+::)*(?:String|PathBuf|Vec|OsString|[ui](?:8|16|32|64|128|size)|bool|Duration)\b/.test(type)) return false;
    locals.push(node);
  }
  if (locals.length === 0) return true;
  // What moves into the closure is gone in the next round of a loop.
  for (const up of code.ancestors(call)) {
    if (up.id === callable.id) break;
    if (/^(?:loop|while|for)_expression$/.test(up.type)) return false;
  }
  const after = code.segment.text.slice(code.end(call), code.end(callable));
  return locals.every((node) => !new RegExp(`\\b${code.text(node)}\\b`).test(after));
}
