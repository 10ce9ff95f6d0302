/**
 * Calls of the standard library and of well-known crates that block their thread (rules-core specification 5.4): data
 * for the rule about blocking in async code and for the crate index, which knows which functions of a crate block.
 */

/** Free functions of `std::fs`. */
const fsFunctions: readonly string[] = (
  "canonicalize copy create_dir create_dir_all exists hard_link metadata read read_dir read_link read_to_string remove_dir remove_dir_all remove_file rename set_permissions soft_link symlink_metadata write"
).split(" ");

const offload = "move it to `spawn_blocking`";
const blockOn = "`.await` the future instead";

/** Functions by full path, with what to do instead, a clause. */
export const blockingPaths: ReadonlyMap<string, string> = new Map([
  ...fsFunctions.map((name) => [`std::fs::${name}`, `use \`tokio::fs\`, or ${offload}`] as const),
  ...["open", "create", "create_new"].map((name) => [`std::fs::File::${name}`, `use \`tokio::fs::File\`, or ${offload}`] as const),
  ["std::thread::sleep", "use the runtime's timer, such as `tokio::time::sleep`"],
  ...["park", "park_timeout"].map((name) => [`std::thread::${name}`, "wait for an async signal, such as `tokio::sync::Notify`"] as const),
  ...["connect", "connect_timeout"].map((name) => [`std::net::TcpStream::${name}`, "use the runtime's `TcpStream`"] as const),
  ["std::os::unix::net::UnixStream::connect", "use the runtime's `UnixStream`"],
  ...["get", "post", "put", "patch", "delete", "head", "request"].map((name) => [`ureq::${name}`, `use an async client, or ${offload}`] as const),
  ...["futures::executor", "futures_executor", "pollster", "smol", "async_std::task", "futures_lite::future", "async_io"].map((name) => [`${name}::block_on`, blockOn] as const),
]);

/** Methods that wait for a process or a thread, open a file or read input, by the call their receiver comes from. */
export const blockingByOrigin: readonly { readonly methods: readonly string[]; readonly origins: readonly string[]; readonly instead: string; readonly arguments?: number }[] = [
  { methods: ["output", "status", "wait", "wait_with_output"], origins: ["std::process::Command::new"], instead: `use \`tokio::process::Command\`, or ${offload}` },
  { methods: ["open"], origins: ["std::fs::OpenOptions::new", "std::fs::File::options"], instead: `use \`tokio::fs::OpenOptions\`, or ${offload}` },
  { methods: ["read_line", "lines", "read_to_string"], origins: ["std::io::stdin"], instead: "use `tokio::io::stdin`, or read input on a thread of its own" },
  { methods: ["join"], origins: ["std::thread::spawn", "std::thread::Builder::new"], instead: "hand the result back through an async channel, or use `spawn_blocking`", arguments: 0 },
];

/** Methods that block under whatever type has them; tokio panics on most of them inside a runtime. */
export const blockingByName: ReadonlyMap<string, string> = new Map([
  ["block_on", blockOn],
  ["blocking_send", "use `send(…).await`"],
  ["blocking_recv", "use `recv().await`"],
  ["blocking_lock", "use `lock().await`"],
  ["blocking_read", "use `read().await`"],
  ["blocking_write", "use `write().await`"],
]);

/** Methods of a channel's receiver that wait. */
export const receiving: ReadonlySet<string> = new Set(["recv", "recv_timeout", "iter"]);
/** Functions that make a channel whose receiver blocks. */
export const channels: ReadonlySet<string> = new Set(["std::sync::mpsc::channel", "std::sync::mpsc::sync_channel"]);
