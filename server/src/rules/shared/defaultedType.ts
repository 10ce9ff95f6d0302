/** Types that implement `Default`, by name and by what the file declares. */
import type { Code } from "../../engine/code.js";
import { implHeader, lastSegment, splitTopLevel } from "../../engine/declarations.js";
import { stripArguments } from "../../engine/pathText.js";
import { isStdType } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";

const primitive = /^(?:[ui](?:8|16|32|64|128|size)|f32|f64|bool|char|\(\)|&(?:'\w+ ?)?str|&(?:'\w+ ?)?(?:mut )?\[[^;]*\])$/;

/** Types of std that are empty, or zero, by default whatever their arguments are. */
const std: ReadonlyMap<string, string> = new Map(
  ["string::String", "vec::Vec", "option::Option", "path::PathBuf", "ffi::OsString", "time::Duration", ...["VecDeque", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "BinaryHeap", "LinkedList"].map((name) => `collections::${name}`)].map((path) => [lastSegment(path), `std::${path}`]),
);

/** Tells whether a type, as written at a node, has a default; false where that is not visible. */
export function defaultedType(code: Code, fix: FixContext, type: string, at: Node): boolean {
  const text = type.replace(/\s+/g, " ").trim();
  if (primitive.test(text)) return true;
  if (/^\(.*\)$/.test(text)) {
    const parts = splitTopLevel(text.slice(1, -1), ",");
    return parts.length <= 12 && parts.every((part) => defaultedType(code, fix, part, at));
  }
  const path = stripArguments(text).replace(/\s/g, "");
  if (!/^[\w:]+$/.test(path)) return false;
  const known = std.get(lastSegment(path));
  if (known !== undefined && isStdType(code, path, known, at)) {
    const given = text.includes("<") ? splitTopLevel(text.slice(text.indexOf("<") + 1, text.lastIndexOf(">")), ",").length : 0;
    // A hasher of one's own need not have a default.
    return given <= (/Map$/.test(known) ? 2 : 1);
  }
  return path === text && !path.includes("::") && declaredDefault(fix, path);
}

/** A type of the file that is not generic and derives or implements `Default`. */
function declaredDefault(fix: FixContext, name: string): boolean {
  const declared = fix.file.segments.filter((segment) => segment.name === name && (segment.keyword === "struct" || segment.keyword === "enum"));
  const [only] = declared;
  if (!only || declared.length > 1) return false;
  if (/#\[derive\([^)]*\bDefault\b/.test(only.text.slice(0, only.head))) return true;
  return fix.file.segments.some((segment) => {
    if (segment.keyword !== "impl" || !segment.text.includes("Default")) return false;
    const header = implHeader(segment);
    return lastSegment(header.trait) === "Default" && header.type === name;
  });
}
