/** What a blocking call of std is called in the async runtimes, where it takes the same arguments and gives the same result when awaited. */
import type { Code } from "../../engine/code.js";

/** How a call is written with a runtime. */
export interface AsyncTwin {
  /** Path in the place of the called function's. */
  readonly path: string;
  /** What it gives is something else, so it may only stand where its value is dropped. */
  readonly otherValue: boolean;
}

/** Functions of `std::fs` that tokio and smol have with std's own types. */
const files: ReadonlySet<string> = new Set(
  "canonicalize copy create_dir create_dir_all hard_link metadata read read_link read_to_string remove_dir remove_dir_all remove_file rename set_permissions symlink_metadata write".split(" "),
);
/** Functions that give async-std's own path type. */
const ownPaths: ReadonlySet<string> = new Set(["canonicalize", "read_link"]);

/** The async form of a function of std in the first runtime that the package depends on and that has it; undefined for none. */
export function asyncTwin(code: Code, path: string): AsyncTwin | undefined {
  const sleeps = path === "std::thread::sleep";
  const file = path.startsWith("std::fs::") ? path.slice("std::fs::".length) : "";
  const same = (twin: string): AsyncTwin => ({ path: twin, otherValue: false });
  if (sleeps && hasFeature(code, "tokio", "time")) return same("tokio::time::sleep");
  if (files.has(file) && hasFeature(code, "tokio", "fs")) return same(`tokio::fs::${file}`);
  if (file === "exists" && hasFeature(code, "tokio", "fs")) return same("tokio::fs::try_exists");
  if (dependsOn(code, "async_std")) {
    if (sleeps) return same("async_std::task::sleep");
    if (files.has(file) && !ownPaths.has(file)) return same(`async_std::fs::${file}`);
  }
  if (dependsOn(code, "smol")) {
    if (sleeps) return { path: "smol::Timer::after", otherValue: true };
    if (files.has(file)) return same(`smol::fs::${file}`);
  }
  return undefined;
}

/** How work is handed to the threads of a runtime that may block. */
export interface Offloading {
  readonly path: string;
  /** Awaiting it gives a Result of its own, with an error when the work panicked. */
  readonly joins: boolean;
}

/** The function of the package's runtime that runs blocking work; undefined for none. */
export function offloading(code: Code): Offloading | undefined {
  if (hasFeature(code, "tokio", "rt") || hasFeature(code, "tokio", "rt-multi-thread")) return { path: "tokio::task::spawn_blocking", joins: true };
  return dependsOn(code, "smol") ? { path: "smol::unblock", joins: false } : undefined;
}

/** A dependency that is always there: not optional, and for every platform. */
function dependsOn(code: Code, name: string): boolean {
  return code.role.dependencyFeatures.has(name);
}

function hasFeature(code: Code, name: string, feature: string): boolean {
  const features = code.role.dependencyFeatures.get(name) ?? [];
  return features.includes("full") || features.includes(feature);
}

/** Methods of tokio that block, with their async forms of the same result. */
const methods: ReadonlyMap<string, string> = new Map([
  ["blocking_send", "send"],
  ["blocking_lock", "lock"],
  ["blocking_read", "read"],
  ["blocking_write", "write"],
]);

/** The async form of a blocking method of tokio's channels and locks; undefined for others, or without tokio. */
export function asyncMethod(code: Code, name: string): string | undefined {
  return code.role.dependencies.has("tokio") ? methods.get(name) : undefined;
}
