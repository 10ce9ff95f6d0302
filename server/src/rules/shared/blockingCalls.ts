/** Calls that block their thread, by path, by the origin of their receiver, or by name (rules-core specification 5.4). */
import type { Code } from "../../engine/code.js";
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

/** Free functions of `std::fs`. */
const fsFunctions: readonly string[] = (
  "canonicalize copy create_dir create_dir_all exists hard_link metadata read read_dir read_link read_to_string remove_dir remove_dir_all remove_file rename set_permissions soft_link symlink_metadata write"
).split(" ");

const offload = "move it to `spawn_blocking`";
const blockOn = "`.await` the future instead";

const paths: ReadonlyMap<string, string> = new Map([
  ...fsFunctions.map((name) => [`std::fs::${name}`, `use \`tokio::fs\`, or ${offload}`] as const),
  ...["open", "create", "create_new"].map((name) => [`std::fs::File::${name}`, `use \`tokio::fs::File\`, or ${offload}`] as const),
  ["std::thread::sleep", "use the runtime's timer, such as `tokio::time::sleep`"],
  ...["park", "park_timeout"].map((name) => [`std::thread::${name}`, "wait for an async signal, such as `tokio::sync::Notify`"] as const),
  ...["connect", "connect_timeout"].map((name) => [`std::net::TcpStream::${name}`, "use the runtime's `TcpStream`"] as const),
  ["std::os::unix::net::UnixStream::connect", "use the runtime's `UnixStream`"],
  ...["get", "post", "put", "patch", "delete", "head", "request"].map((name) => [`ureq::${name}`, `use an async client, or ${offload}`] as const),
  ...["futures::executor", "futures_executor", "pollster", "smol", "async_std::task", "futures_lite::future", "async_io"].map((name) => [`${name}::block_on`, blockOn] as const),
]);
const candidates: ReadonlySet<string> = new Set(paths.keys());

/** Methods that wait for a process or a thread, open a file or read input, by the call their receiver comes from. */
const byOrigin: readonly { readonly methods: readonly string[]; readonly origins: readonly string[]; readonly instead: string; readonly arguments?: number }[] = [
  { methods: ["output", "status", "wait", "wait_with_output"], origins: ["std::process::Command::new"], instead: `use \`tokio::process::Command\`, or ${offload}` },
  { methods: ["open"], origins: ["std::fs::OpenOptions::new", "std::fs::File::options"], instead: `use \`tokio::fs::OpenOptions\`, or ${offload}` },
  { methods: ["read_line", "lines", "read_to_string"], origins: ["std::io::stdin"], instead: "use `tokio::io::stdin`, or read input on a thread of its own" },
  { methods: ["join"], origins: ["std::thread::spawn", "std::thread::Builder::new"], instead: "hand the result back through an async channel, or use `spawn_blocking`", arguments: 0 },
];

/** Methods that block under whatever type has them; tokio panics on most of them inside a runtime. */
const byName: ReadonlyMap<string, string> = new Map([
  ["block_on", blockOn],
  ["blocking_send", "use `send(…).await`"],
  ["blocking_recv", "use `recv().await`"],
  ["blocking_lock", "use `lock().await`"],
  ["blocking_read", "use `read().await`"],
  ["blocking_write", "use `write().await`"],
]);

const receiving: ReadonlySet<string> = new Set(["recv", "recv_timeout", "iter"]);
const channels: ReadonlySet<string> = new Set(["std::sync::mpsc::channel", "std::sync::mpsc::sync_channel"]);

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
