/** Files that may belong to a crate without `std`, where neither its paths nor its prelude can be relied on. */
import type { FixContext } from "../../engine/rule.js";

/** True when the file says `no_std`, or takes anything from `core` or `alloc` by name, which code with `std` has no reason to. */
export function mayLackStd(fix: FixContext): boolean {
  return fix.file.segments.some((segment) => /(?<![\w:])(?:core|alloc)::|\bextern crate (?:alloc|core)\b|\bno_std\b/.test(segment.text));
}
