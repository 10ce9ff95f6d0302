/** Is an expression an Option or a Result, by what the syntax shows (rules-core specification 6.2, `receiverKind`). */
import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, letBefore, localType, resolvePath, returnKind } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { errorOf, unknownError, type ErrorType } from "./questionMarkErrors.js";
import { receiverType } from "./receivers.js";

/** What an expression yields. */
export interface ValueKind {
  /** `reference` is a visible `&Option` or `&Result`: `?` does not work on it. */
  readonly kind: "Option" | "Result" | "reference" | "unknown";
  readonly error: ErrorType;
  /**
   * Why an error cannot leave the function: it borrows the guard of a lock (`poison` where
   * `PoisonError::into_inner` helps), or it gives back a value and is no error type (`join` of a thread, `downcast`).
   */
  readonly stuck?: "poison" | "guard" | "payload";
}

const unknownValue: ValueKind = { kind: "unknown", error: unknownError };
const option: ValueKind = { kind: "Option", error: unknownError };
const result: ValueKind = { kind: "Result", error: unknownError };

const optionMethods: ReadonlySet<string> = new Set(
  "get first last first_mut last_mut pop next next_back peek peek_mut nth nth_back find find_map rfind position rposition min max min_by min_by_key max_by max_by_key reduce split_first split_last split_once rsplit_once pop_front pop_back front back front_mut back_mut parent file_name file_stem extension upgrade take ok err as_deref as_deref_mut then then_some to_digit get_key_value last_key_value first_key_value raw_os_error".split(" "),
);
const resultMethods: ReadonlySet<string> = new Set(
  "parse try_into try_from recv send flush write_all read_line read_to_string read_to_end read_exact connect bind build ok_or ok_or_else map_err inspect_err into_string try_recv try_send try_wait wait_with_output sync_all metadata canonicalize local_addr peer_addr duration_since elapsed context with_context wrap_err wrap_err_with".split(" "),
);
/** What comes out is what went in. */
const passingMethods: ReadonlySet<string> = new Set("map and_then filter cloned copied as_ref as_mut or or_else inspect".split(" "));
const optionPaths: ReadonlySet<string> = new Set(["std::env::var_os", "std::char::from_u32", "std::char::from_digit", "char::from_u32", "char::from_digit"]);
/** Functions of any type that by convention return a Result. */
const resultNames: ReadonlySet<string> = new Set("from_utf8 from_utf16 from_str from_str_radix try_from try_new".split(" "));
const ioMethods: ReadonlySet<string> = new Set("flush write_all read_line read_to_string read_to_end read_exact sync_all canonicalize local_addr peer_addr".split(" "));

/** What an expression yields; `unknown` rather than a guess. */
export function valueKind(code: Code, node: Node, depth = 0): ValueKind {
  if (depth > 8) return unknownValue;
  switch (node.type) {
    case "parenthesized_expression":
      return node.firstNamedChild ? valueKind(code, node.firstNamedChild, depth + 1) : unknownValue;
    case "await_expression":
      return awaited(code, node, depth);
    case "identifier": {
      if (code.text(node) === "None") return option;
      const type = localType(code, code.text(node), node);
      if (type !== undefined) return typed(code, type, node);
      const value = initialValue(code, node);
      return value ? valueKind(code, value, depth + 1) : unknownValue;
    }
    case "field_expression": {
      const owner = node.childForFieldName("value");
      const field = node.childForFieldName("field");
      const type = owner && field ? receiverType(code, owner) : undefined;
      const declared = type === undefined || !field ? null : code.facts.ask("fieldType", type, code.text(field));
      return declared === null ? unknownValue : typed(code, declared, node);
    }
    case "call_expression": {
      const method = calledMethod(node);
      return method ? methodCall(code, node, code.text(method), depth) : pathCall(code, node);
    }
    case "macro_invocation":
      return /^write(?:ln)?$/.test(code.macroName(node)) ? result : unknownValue;
    default:
      return unknownValue;
  }
}

function typed(code: Code, type: string, at: Node): ValueKind {
  const bare = type.replace(/^&\s*(?:'\w+\s+)?(?:mut\s+)?/, "");
  const kind = returnKind(code, bare, at);
  if (kind.kind !== "Option" && kind.kind !== "Result") return unknownValue;
  if (bare !== type.trim()) return { kind: "reference", error: unknownError };
  return kind.kind === "Option" ? option : { kind: "Result", error: errorOf(code, kind, at) };
}

function initialValue(code: Code, name: Node): Node | undefined {
  for (const up of code.ancestors(name)) {
    if (up.type === "block") {
      const found = letBefore(code, up, name, code.text(name));
      if (found) return found.childForFieldName("value") ?? undefined;
    }
    if (up.type === "function_item" || up.type === "closure_expression") return undefined;
  }
  return undefined;
}

/** Channels of async crates return an Option where those of std return a Result; what a foreign method's future yields is not known. */
function awaited(code: Code, node: Node, depth: number): ValueKind {
  const inner = node.firstNamedChild;
  const method = inner?.type === "call_expression" ? calledMethod(inner) : undefined;
  if (!inner || (method && /^(?:recv|lock|read|write|wait|wait_while|wait_timeout|join|build|get|take|pop|first|last|find)$/.test(code.text(method)) && !ownFunction(code, inner, code.text(method)))) return unknownValue;
  return inner.type === "call_expression" ? valueKind(code, inner, depth + 1) : unknownValue;
}

function methodCall(code: Code, call: Node, name: string, depth: number): ValueKind {
  const own = ownFunction(code, call, name);
  if (own) return own;
  const receiver = receiverOf(call);
  const count = argumentsOf(call).length;
  const locked = lockKind(code, receiver, name, count);
  if (locked) return locked;
  if (passingMethods.has(name)) {
    const inner = receiver ? withoutError(valueKind(code, receiver, depth + 1), name) : unknownValue;
    return inner.kind === "unknown" && name === "or_else" ? orElseKind(code, call) : inner;
  }
  if (name === "as_deref" || name === "as_deref_mut") {
    const inner = receiver ? valueKind(code, receiver, depth + 1) : unknownValue;
    return inner.kind === "Result" ? inner : option;
  }
  if (name === "strip_prefix" || name === "strip_suffix") return stripping(code, call, receiver);
  if (name === "get_mut") return count > 0 ? option : unknownValue;
  if (optionMethods.has(name) || name.startsWith("checked_")) return option;
  if (name === "parse") return { kind: "Result", error: parseError(code, call) };
  if (resultMethods.has(name)) return ioMethods.has(name) ? io() : result;
  return unknownValue;
}

/** The closure of a Result's `or_else` is given the error, that of an Option's nothing. */
function orElseKind(code: Code, call: Node): ValueKind {
  const [closure] = argumentsOf(call);
  const parameters = closure?.type === "closure_expression" ? closure.childForFieldName("parameters") : undefined;
  if (!parameters) return unknownValue;
  return code.text(parameters).replace(/[|\s]/g, "") === "" ? option : result;
}

function withoutError(value: ValueKind, method: string): ValueKind {
  return value.stuck || method === "or_else" ? { kind: value.kind, error: unknownError, ...(value.stuck ? { stuck: value.stuck === "poison" ? "guard" : value.stuck } : {}) } : value;
}

/** Locks of std return a Result whose error holds the guard; a wait with arguments is a condition variable's. */
function lockKind(code: Code, receiver: Node | undefined, name: string, count: number): ValueKind | undefined {
  const locks = count === 0 && (name === "lock" || name === "read" || name === "write");
  const waits = (name === "wait" && count === 1) || ((name === "wait_timeout" || name === "wait_while") && count === 2) || (name === "wait_timeout_while" && count === 3);
  if (locks || waits) {
    const type = receiver ? receiverType(code, receiver) : undefined;
    return type === "File" ? io() : { kind: "Result", error: unknownError, stuck: "poison" };
  }
  if (count === 0 && /^try_(?:lock|read|write)$/.test(name)) return { kind: "Result", error: unknownError, stuck: "guard" };
  if ((name === "join" || name === "downcast") && count === 0) return { kind: "Result", error: unknownError, stuck: "payload" };
  return undefined;
}

/** `str` gives an Option, `Path` a Result: the receiver's type or a `char` pattern tells. */
function stripping(code: Code, call: Node, receiver: Node | undefined): ValueKind {
  const [pattern] = argumentsOf(call);
  if (pattern?.type === "char_literal" || pattern?.type === "closure_expression" || receiver?.type === "string_literal") return option;
  const type = receiver ? receiverType(code, receiver) : undefined;
  if (type === "str" || type === "String") return option;
  return type === "Path" || type === "PathBuf" ? { kind: "Result", error: named("std::path::StripPrefixError") } : unknownValue;
}

function parseError(code: Code, call: Node): ErrorType {
  const target = call.childForFieldName("function");
  const types = target?.type === "generic_function" ? target.childForFieldName("type_arguments") : undefined;
  const type = types ? code.text(types).slice(1, -1).trim() : "";
  if (/^[ui](?:8|16|32|64|128|size)$/.test(type)) return named("std::num::ParseIntError");
  return /^f(?:32|64)$/.test(type) ? named("std::num::ParseFloatError") : unknownError;
}

function pathCall(code: Code, call: Node): ValueKind {
  const path = calledPath(code, call);
  if (path === undefined) return unknownValue;
  if (path === "Some") return option;
  if (path === "Ok" || path === "Err") return result;
  const own = ownFunction(code, call, path);
  if (own) return own;
  const full = resolvePath(code, path, call) ?? path;
  const name = lastSegment(full);
  if (optionPaths.has(full) || (/^(?:std::num::)?NonZero\w*::new$/.test(full))) return option;
  if (/(?:^|::)fs::(?:\w+|File::(?:open|create|create_new|open_buffered))$/.test(full) || /(?:^|::)File::(?:open|create|create_new)$/.test(full)) return io();
  if (full === "std::env::var" || full === "env::var") return { kind: "Result", error: named("std::env::VarError") };
  if (full === "std::env::current_dir" || full === "std::env::current_exe") return io();
  if (/^std::net::(?:TcpStream::connect|TcpListener::bind|UdpSocket::bind)$/.test(full)) return io();
  if (full === "std::str::from_utf8" || full === "str::from_utf8") return { kind: "Result", error: named("std::str::Utf8Error") };
  if (full === "String::from_utf8") return { kind: "Result", error: named("std::string::FromUtf8Error") };
  if (full === "std::ffi::CString::new") return { kind: "Result", error: named("std::ffi::NulError") };
  if (/(?:^|::)(?:Arc|Rc)::try_unwrap$/.test(full)) return { ...result, stuck: "payload" };
  if (/^[ui](?:8|16|32|64|128|size)::try_from$/.test(full)) return { kind: "Result", error: named("std::num::TryFromIntError") };
  if (resultNames.has(name) || full === "regex::Regex::new") return result;
  return unknownValue;
}

/** A function of the file, when all that the call may mean agree on what they return. */
function ownFunction(code: Code, call: Node, path: string): ValueKind | undefined {
  const segments = path.split("::");
  const name = segments[segments.length - 1] ?? "";
  const before = segments[segments.length - 2];
  let candidates = code.facts.ask("signatures", name);
  if (candidates.length === 0) return undefined;
  const receiver = receiverOf(call);
  if (receiver) {
    const type = receiverType(code, receiver);
    candidates = type === undefined ? candidates.filter((signature) => signature.owner !== "") : candidates.filter((signature) => signature.owner === type);
  } else if (before !== undefined && /^[A-Z]/.test(before)) {
    const container = code.place.containers[code.place.containers.length - 1];
    const owner = before === "Self" && container?.keyword === "impl" ? container.name : before;
    candidates = candidates.filter((signature) => signature.owner === owner);
  } else {
    candidates = candidates.filter((signature) => signature.owner === "");
  }
  const kinds = candidates.map((signature): ValueKind => {
    const kind = returnKind(code, signature.returns, call);
    return kind.kind === "Option" ? option : kind.kind === "Result" ? { kind: "Result", error: errorOf(code, kind, call) } : unknownValue;
  });
  const [first] = kinds;
  if (!first) return undefined;
  return kinds.every((kind) => kind.kind === first.kind && kind.error.name === first.error.name) ? first : unknownValue;
}

function named(path: string): ErrorType {
  return { family: path === "std::io::Error" ? "io" : "named", written: path, name: path };
}

function io(): ValueKind {
  return { kind: "Result", error: named("std::io::Error") };
}
