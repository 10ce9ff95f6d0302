/** The oldest Rust that a package promises to compile with. */
import type { RoleFacts } from "../../engine/role.js";

/** True when the package's `rust-version` is below `1.minor`; false where it names none. */
export function olderThan(role: RoleFacts, minor: number): boolean {
  const named = /^1(?:\.(\d+))?/.exec(role.rustVersion ?? "");
  return named !== null && Number(named[1] ?? "0") < minor;
}
