/** Async forms of blocking calls, where tokio with the needed feature is at hand (rules-core specification 5.4). */
import type { Code } from "../../engine/code.js";
import { enclosingCallable, hasModifier } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { localType, returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import type { Blocking } from "./blockingCalls.js";

/** `std::fs` functions whose tokio form takes the same arguments and gives the same result when awaited. */
const sameInTokio: ReadonlySet<string> = new Set(
  "canonicalize copy create_dir create_dir_all hard_link metadata read read_link read_to_string remove_dir remove_dir_all remove_file rename set_permissions symlink_metadata write".split(" "),
);

/** Fixes for a blocking call; none where its nearest callable is not the async one itself, or in macro input. */
export function blockingFixes(code: Code, call: Node, found: Blocking): readonly Fix[] {
  if (code.inMacro(call) || !code.role.dependencies.has("tokio")) return [];
  const callable = enclosingCallable(code, call);
  if (!callable || !isAsync(callable)) return [];
  return tokioForm(code, call, found) ?? offloaded(code, call, callable);
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

function hasFeature(code: Code, feature: string): boolean {
  const features = code.role.dependencyFeatures.get("tokio") ?? [];
  return features.includes("full") || features.includes(feature);
}

/** `std::fs::X(…)` → `tokio::fs::X(…).await`, `thread::sleep(d)` → `tokio::time::sleep(d).await`. */
function tokioForm(code: Code, call: Node, found: Blocking): readonly Fix[] | undefined {
  const target = call.childForFieldName("function");
  if (!target || found.path === undefined) return undefined;
  const name = found.path.slice(found.path.lastIndexOf(":") + 1);
  const sleep = found.path === "std::thread::sleep";
  const file = found.path === `std::fs::${name}` && sameInTokio.has(name);
  if (!(sleep && hasFeature(code, "time")) && !(file && hasFeature(code, "fs"))) return undefined;
  // Type arguments name the std function's own parameters; the async one has others.
  if (target.type === "generic_function") return undefined;
  const path = sleep ? "tokio::time::sleep" : `tokio::fs::${name}`;
  const edits = [
    { start: code.start(target), end: code.end(target), newText: path },
    { start: code.end(call), end: code.end(call), newText: ".await" },
  ];
  return [{ title: `Replace by \`${path}(…).await\``, kind: "quickfix", applicability: "suggestion", preferred: true, edits }];
}

/**
 * Wraps a call by path in `spawn_blocking`, where the syntax shows that it compiles: every argument is owned by the call
 * alone, and the function returns an error that a `JoinError` converts into.
 */
function offloaded(code: Code, call: Node, callable: Node): readonly Fix[] {
  if (!hasFeature(code, "rt") && !hasFeature(code, "rt-multi-thread")) return [];
  if (code.parent(call)?.type !== "try_expression" || !takesJoinError(code, callable) || !ownsItsValues(code, call, callable)) return [];
  const edits = [
    { start: code.start(call), end: code.start(call), newText: "tokio::task::spawn_blocking(move || " },
    { start: code.end(call), end: code.end(call), newText: ").await?" },
  ];
  return [{ title: "Move the call to `spawn_blocking`", kind: "quickfix", applicability: "suggestion", edits }];
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
  // What moves into the closure is gone in the next round of a loop.
  for (const up of code.ancestors(call)) {
    if (up.id === callable.id) break;
    if (/^(?:loop|while|for)_expression$/.test(up.type)) return false;
  }
  const after = code.segment.text.slice(code.end(call), code.end(callable));
  for (const node of call.descendantsOfType(["identifier", "self", "macro_invocation", "closure_expression", "reference_expression"])) {
    if (node.type !== "identifier") return false;
    const parent = node.parent;
    if (parent?.type === "scoped_identifier" || (parent?.type === "call_expression" && parent.childForFieldName("function")?.id === node.id)) continue;
    const type = localType(code, code.text(node), node);
    if (type === undefined || !/^(?:\w+::)*(?:String|PathBuf|Vec|OsString|[ui](?:8|16|32|64|128|size)|bool|Duration)\b/.test(type)) return false;
    if (new RegExp(`\\b${code.text(node)}\\b`).test(after)) return false;
  }
  return true;
}
