/** The functions of the file that calls mean, by name. */
import type { Code } from "../../engine/code.js";
import { calledMethod, receiverOf } from "../../engine/context.js";
import { calledPath } from "../../engine/resolve.js";
import type { Segment } from "../../engine/segment.js";
import type { Node } from "../../engine/syntax.js";
import { receiverType } from "./receivers.js";

/** A function or method that is declared in the module of the code. */
export interface FileFunction {
  readonly name: string;
  /** Last segment of the type of the impl around it; empty for a free function. */
  readonly owner: string;
  readonly segment: Segment;
}

/** The function of the same module that a call calls; undefined for others, and where two have that name and owner. */
export function calledFunction(code: Code, call: Node): FileFunction | undefined {
  if (call.type !== "call_expression") return undefined;
  const method = calledMethod(call);
  if (method) {
    const receiver = receiverOf(call);
    const owner = receiver ? receiverType(code, receiver) : undefined;
    return owner === undefined ? undefined : declared(code, code.text(method), owner);
  }
  const path = calledPath(code, call);
  const segments = path?.split("::") ?? [];
  const [first = "", second, more] = segments;
  if (more !== undefined || first === "") return undefined;
  if (second === undefined) return declared(code, first, "");
  if (first === "self") return declared(code, second, "");
  if (first === "Self") {
    const container = code.place.containers[code.place.containers.length - 1];
    return container?.keyword === "impl" ? declared(code, second, container.name) : undefined;
  }
  return /^[A-Z]/.test(first) ? declared(code, second, first) : undefined;
}

function declared(code: Code, name: string, owner: string): FileFunction | undefined {
  const found = code.place.scope.items.filter((item) => item.keyword === "fn" && item.name === name && item.owner === owner);
  const [only] = found;
  return only && found.length === 1 ? { name, owner, segment: only.segment } : undefined;
}
