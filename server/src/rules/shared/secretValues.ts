/** Values with the name of a secret: their type where the syntax shows it (rules-core specification 5.9). */
import type { Code } from "../../engine/code.js";
import { lastSegment } from "../../engine/declarations.js";
import { localType } from "../../engine/resolve.js";
import type { Node } from "../../engine/syntax.js";

/** Types that hold no secret text or bytes whatever their name: paths, flags, numbers, and those that print nothing. */
const harmless = /^(?:Path|PathBuf|Utf8Path|Utf8PathBuf|bool|char|[iu](?:8|16|32|64|128|size)|f32|f64|Duration|Instant|SystemTime|Ordering|Secret\w*|Redacted\w*|Masked\w*|Sensitive\w*)$/;

/**
 * True when the declared type of a value shows that it is none of the text or bytes that its name suggests.
 * @param path the value as written: `x`, `x.y`, `self.y`; longer ones are not followed
 * @param at a node at which the value is used
 */
export function isOfHarmlessType(code: Code, path: string, at: Node): boolean {
  const [first = "", field, ...more] = path.replace(/\s/g, "").split(".");
  if (more.length > 0) return false;
  const owner = first === "self" ? code.place.containers.at(-1)?.name : localType(code, first, at);
  const type = field === undefined ? owner : owner === undefined ? undefined : (code.facts.ask("fieldType", typeName(owner), field) ?? undefined);
  return type !== undefined && harmless.test(typeName(type));
}

/** Last segment of a type without references and one `Option` around it. */
function typeName(type: string): string {
  const bare = type.replace(/\s+/g, " ").replace(/^(?:&\s*(?:'\w+\s+)?(?:mut\s+)?)+/, "").trim();
  const option = /^(?:\w+::)*Option\s*<(.*)>$/.exec(bare)?.[1];
  return option === undefined ? lastSegment(bare) : typeName(option);
}
