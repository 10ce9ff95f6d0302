/** Calls that block their thread, by path, by the origin of their receiver, or by name (rules-core specification 5.4). */
import type { Code } from "../../engine/code.js";
import { blockingByName as byName, blockingByOrigin as byOrigin, blockingPaths as paths, channels, receiving } from "../../engine/blockingTable.js";
import { argumentsOf, receiverOf } from "../../engine/context.js";
import { calledPath, originOf, resolvePath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** A call that blocks. */
export interface Blocking {
  readonly message: "blocks" | "panics";
  /** How the call is named in the message. */
  readonly call: string;
  /** What to do instead, a clause. */
  readonly instead: string;
  /** Resolved path, for calls by path. */
  readonly path?: string;
}

const candidates: ReadonlySet<string> = new Set(paths.keys());

/** Words of which one stands in every macro input that may hold a blocking call. */
export const macroWords: readonly string[] = [
  ...new Set([...[...paths.keys()].map((path) => path.slice(path.lastIndexOf(":") + 1)), ...byOrigin.flatMap(({ methods }) => methods), ...byName.keys(), ...receiving, "reqwest"]),
];

/** Judges a call by path. */
export function blockingPath(code: Code, call: Node): Blocking | undefined {
  const written = calledPath(code, call);
  if (written === undefined) return undefined;
  const path = resolvePath(code, written, call, candidates);
  if (path === undefined) return undefined;
  const instead = path.startsWith("reqwest::blocking::") ? "use the async `reqwest::Client`" : paths.get(path);
  if (instead === undefined) return undefined;
  return { message: "blocks", call: written, instead, path };
}

/** Judges a method call by where its receiver comes from, or by its name alone. */
export function blockingMethod(code: Code, call: Node, name: string): Blocking | undefined {
  const named = byName.get(name);
  if (named !== undefined) return { message: "panics", call: name, instead: named };
  const receiver = receiverOf(call);
  if (!receiver) return undefined;
  if (receiving.has(name)) return comesFromChannel(code, receiver) ? { message: "blocks", call: name, instead: "use an async channel, such as `tokio::sync::mpsc`" } : undefined;
  const group = byOrigin.find(({ methods }) => methods.includes(name));
  if (!group || (group.arguments !== undefined && argumentsOf(call).length !== group.arguments)) return undefined;
  const origin = originOf(code, receiver);
  const written = origin.type === "call_expression" ? calledPath(code, origin) : undefined;
  const path = written === undefined ? undefined : resolvePath(code, written, origin, new Set(group.origins));
  return path !== undefined && group.origins.includes(path) ? { message: "blocks", call: name, instead: group.instead } : undefined;
}

/** True for the receiver that `let (_, rx) = mpsc::channel()` binds in the same function. */
function comesFromChannel(code: Code, receiver: Node): boolean {
  if (receiver.type !== "identifier") return false;
  const name = code.text(receiver);
  for (const up of code.ancestors(receiver)) {
    if (up.type === "function_item") return false;
    if (up.type !== "block") continue;
    for (const statement of up.namedChildren) {
      if (statement.type !== "let_declaration" || code.start(statement) > code.start(receiver)) continue;
      const pattern = statement.childForFieldName("pattern");
      const bound = pattern?.type === "tuple_pattern" ? pattern.namedChildren.at(-1) : undefined;
      if (!bound || code.text(bound).replace(/^mut\s+/, "") !== name) continue;
      const value = statement.childForFieldName("value");
      const written = value?.type === "call_expression" ? calledPath(code, value) : undefined;
      const path = written === undefined || !value ? undefined : resolvePath(code, written, value, channels);
      return path !== undefined && channels.has(path);
    }
  }
  return false;
}
