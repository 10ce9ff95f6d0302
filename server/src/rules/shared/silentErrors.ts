/** Errors that are lost without a loss, and those that are known to say something. */
import { isTrivia, type Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { calledPath, initialiser, resolvePath } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";
import { valueKind } from "./questionMarkReceiver.js";

/** Calls whose error carries no information, is the value itself, or borrows something that the new error cannot hold. */
const silent: ReadonlySet<string> = new Set(
  [
    "try_into try_from lock read write send try_send get_mut into_inner downcast try_unwrap set",
    "try_lock try_read try_write try_borrow try_borrow_mut send_timeout send_async blocking_send unbounded_send recv blocking_recv acquire acquire_owned timeout try_with into_string",
    "compare_exchange compare_exchange_weak fetch_update try_update binary_search binary_search_by binary_search_by_key from_bytes_until_nul from_bytes_with_nul from_size_align array",
    // No memory, no room, no place in the channel.
    "try_reserve try_reserve_exact reserve reserve_exact reserve_owned reserve_many poll_reserve poll_ready try_push try_extend_from_slice",
    // The error of a system time is the time that was asked for.
    "duration_since elapsed checked_add checked_sub checked_mul",
    // Cryptography does not tell why it failed, on purpose.
    "open_in_place open_within open_in_place_separate_tag seal_in_place seal_in_place_append_tag seal_in_place_separate_tag",
    "catch_unwind write_char write_str try_fill_bytes into_table into_array",
    "agree agree_ephemeral compute_public_key encapsulate decapsulate sign try_sign new_mask expand labeled_expand fill try_fill new_from_slice new_from_slices from_sec1_bytes export_keying_material",
    "verify_digest verify_prehash verify_prehashed verify_slice verify_strict verify_truncated_left verify_truncated_right",
  ].flatMap((names) => names.split(" ")),
);

/** Authenticated encryption, under any of its names. */
const sealed = /^(?:try_)?(?:en|de)crypt(?:_|$)/;

/** Conversions whose outcome depends on nothing but their input. */
const conversion = /^(?:parse|parse_\w+|try_parse\w*|from_str|from_str_radix|from_char|from_utf8|from_utf16|try_from_\w+|from_bytes|from_hex|decode_hex)$/;

/** Methods that pass an error on as it is. */
const passing: ReadonlySet<string> = new Set(["map", "inspect", "inspect_err", "as_ref", "as_mut", "copied", "cloned"]);

/** Constructors of serde's errors: they say what was found and what was expected, and take no cause. */
const serde: ReadonlySet<string> = new Set(["invalid_value", "invalid_type", "invalid_length", "unknown_variant", "unknown_field", "missing_field", "duplicate_field"]);

/** True when the error that `map_err` gets says no more than that there was one, or no more than the new error has anyway. */
export function saysNothing(code: Code, receiver: Node, closure: Node): boolean {
  const call = origin(code, receiver);
  if (call.type === "call_expression") {
    const method = calledMethod(call);
    const name = method ? code.text(method) : lastSegment(calledPath(code, call) ?? "");
    if (silent.has(name) || sealed.test(name) || (conversion.test(name) && keepsInput(code, call, closure))) return true;
  }
  const { error } = valueKind(code, call);
  return error.family === "unit" || error.name === "std::fmt::Error" || (error.family === "named" && error.name !== undefined && code.facts.ask("emptyStruct", lastSegment(error.name)));
}

/** Calls whose error by its name says what was wrong, where the type is not in view: reading, opening, parsing. */
const telling = /^(?:parse|parse_\w+|parse[2_]|try_parse\w*|from_str|from_str_radix|from_utf8|from_utf16|from_utf8_mut|try_from_utf8|decode|decode_\w+|decode_utf16|read_to_string|read_to_end|read_exact|read_line|read_until|read_dir|write_all|flush|open|create|create_dir|create_dir_all|remove_file|rename|canonicalize|metadata|connect|bind|accept|var|from_reader|from_value|from_yaml|deserialize|deserialize_\w+|request|execute|query|query_\w+|spawn|output|status|wait_with_output|to_socket_addrs|pem_slice_iter)$/;
const tellingPaths = /(?:^|::)(?:fs|File|OpenOptions|Regex|Url|CString|TempDir|TcpStream|TcpListener|UnixStream|Command|serde_json|toml|base64|hex|csv|reqwest)::\w+$/;

/** True when the error that `map_err` gets is known to say what was wrong: by its type in view, else by the call that makes it. */
export function saysSomething(code: Code, receiver: Node): boolean {
  const call = origin(code, receiver);
  const { error } = valueKind(code, call);
  if (/^(?:io|text|string|anyhow|eyre|boxed)$/.test(error.family)) return true;
  if (error.family === "named" && error.name !== undefined) {
    if (error.name.startsWith("std::")) return true;
    const binding = error.name.includes("::") ? null : code.facts.ask("binding", code.place.scope.key, error.name);
    if (binding?.kind === "local" && /^(?:enum|struct)$/.test(binding.keyword)) return true;
  }
  if (call.type !== "call_expression") return false;
  const path = calledPath(code, call) ?? "";
  const method = calledMethod(call);
  return telling.test(method ? code.text(method) : lastSegment(path)) || tellingPaths.test(path);
}

/** True when what the closure makes cannot hold a cause: `()`, `fmt::Error`, a struct without fields, an error of serde. */
export function hasNoRoom(code: Code, closure: Node): boolean {
  const body = tailOf(closure.childForFieldName("body"));
  switch (body?.type) {
    case "unit_expression":
    // A code for C.
    case "type_cast_expression":
      return true;
    case "identifier":
      return /^[A-Z]\w*[a-z]/.test(code.text(body)) && !isVariant(code, code.text(body));
    case "scoped_identifier": {
      const path = code.text(body).split("::").map((part) => part.trim());
      // `Enum::Variant` could get a field; `module::Struct` is a type that was given none.
      return path.at(-2) === "Errno" || resolvePath(code, path.join("::"), body) === "std::fmt::Error" || (/^[A-Z]\w*[a-z]/.test(path.at(-1) ?? "") && /^[a-z]/.test(path.at(-2) ?? "") && !isVariant(code, path.at(-2) ?? ""));
    }
    case "struct_expression":
      // `Error { _priv: () }`: closed on purpose.
      return /^\{\s*\w+\s*:\s*\(\s*\)\s*,?\s*\}$/.test(code.text(body.childForFieldName("body") ?? body));
    case "call_expression": {
      const path = calledPath(code, body) ?? "";
      const given = argumentsOf(body);
      return serde.has(lastSegment(path)) || (/^[A-Z]/.test(lastSegment(path)) && given.length === 1 && given[0]?.type === "unit_expression");
    }
    default:
      return false;
  }
}

/** A name that an import takes from an enum (`use Kind::Invalid`), or gives to one (`use Kind as kind`). */
function isVariant(code: Code, name: string): boolean {
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  if (binding?.kind !== "import") return false;
  const path = binding.path.split("::");
  return /^[A-Z]/.test((/^[A-Z]/.test(name) ? path.at(-2) : path.at(-1)) ?? "");
}

/** The expression that a closure's body ends with. */
function tailOf(body: Node | null): Node | undefined {
  if (body?.type !== "block") return body ?? undefined;
  const last = body.namedChildren.findLast((child) => !isTrivia(child));
  return last?.type === "expression_statement" || last?.type === "let_declaration" ? undefined : last;
}

/** The new error names what was read: the receiver or an argument of the conversion. */
function keepsInput(code: Code, call: Node, closure: Node): boolean {
  const body = closure.childForFieldName("body");
  const made = body ? code.text(body) : "";
  return [...(calledMethod(call) ? [receiverOf(call)] : []), ...argumentsOf(call)].some((input) => {
    const name = input && /^[&*\s]*(?:self\s*\.\s*)?([a-z_]\w*)/.exec(code.text(input))?.[1];
    return name !== undefined && name !== "self" && new RegExp(`(?<![\\w:])${name}\\b(?!\\s*[(:!])|\\{${name}\\b`).test(made);
  });
}

/** The call that makes the error: variables, `.await`, parentheses and methods that pass the error on taken off. */
function origin(code: Code, receiver: Node): Node {
  let node = receiver;
  for (let followed = 0; ; ) {
    const method = node.type === "call_expression" ? calledMethod(node) : undefined;
    const wrapped = node.type === "parenthesized_expression" || node.type === "await_expression" || node.type === "unsafe_block" || node.type === "block";
    const value = node.type === "identifier" && followed < 2 ? initialiser(code, code.text(node), node) : undefined;
    if (value) followed++;
    const inner = wrapped ? node.namedChildren.findLast((child) => !isTrivia(child)) : method && passing.has(code.text(method)) ? receiverOf(node) : value;
    if (!inner) return node;
    node = inner;
  }
}
