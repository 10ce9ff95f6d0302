/** Receivers of method calls: does their own type define the method? (rules-core specification 5.1, exemptions) */
import type { Code } from "../../engine/code.js";
import { receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { localType } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/**
 * True when the receiver's type is visible in the file and has a method of its own with that name: `self`, an annotated
 * local, `T { … }`, `T::new()`, `self.field` of a struct of the file.
 */
export function hasOwnMethod(code: Code, call: Node, method: string): boolean {
  const receiver = receiverOf(call);
  const type = receiver && receiverType(code, receiver);
  return type !== undefined && code.facts.ask("hasMethod", type, method);
}

/** Last segment of the receiver's type where the syntax shows it. */
export function receiverType(code: Code, receiver: Node): string | undefined {
  switch (receiver.type) {
    case "self":
      return selfType(code);
    case "identifier": {
      const type = localType(code, code.text(receiver), receiver);
      return type === undefined ? undefined : typeName(code, type);
    }
    case "field_expression": {
      const value = receiver.childForFieldName("value");
      const field = receiver.childForFieldName("field");
      if (value?.type !== "self" || !field) return undefined;
      const owner = selfType(code);
      const type = owner === undefined ? null : code.facts.ask("fieldType", owner, code.text(field));
      return type === null ? undefined : typeName(code, type);
    }
    case "struct_expression": {
      const name = receiver.childForFieldName("name");
      return name ? typeName(code, code.text(name)) : undefined;
    }
    case "parenthesized_expression":
      return receiver.firstNamedChild ? receiverType(code, receiver.firstNamedChild) : undefined;
    case "call_expression": {
      const target = receiver.childForFieldName("function");
      const path = target?.type === "scoped_identifier" ? target.childForFieldName("path") : undefined;
      const name = target?.type === "scoped_identifier" ? target.childForFieldName("name") : undefined;
      return path && name && /^(?:new|default)$/.test(code.text(name)) ? typeName(code, code.text(path)) : undefined;
    }
    default:
      return undefined;
  }
}

function selfType(code: Code): string | undefined {
  const container = code.place.containers[code.place.containers.length - 1];
  return container?.keyword === "impl" || container?.keyword === "trait" ? container.name : undefined;
}

function typeName(code: Code, type: string): string | undefined {
  const bare = type.replace(/^&\s*(?:'\w+\s+)?(?:mut\s+)?/, "").trim();
  const name = lastSegment(bare);
  return name === "Self" ? selfType(code) : name === "" ? undefined : name;
}
