/** Paths and types as text. */

/** Removes type arguments from a path: `Vec::<u8>::new` → `Vec::new`. */
export function stripArguments(path: string): string {
  let result = "";
  let depth = 0;
  for (let at = 0; at < path.length; at++) {
    const character = path[at] ?? "";
    if (character === "<") {
      if (depth === 0 && result.endsWith("::")) result = result.slice(0, -2);
      depth++;
    } else if (character === ">" && path[at - 1] !== "-" && path[at - 1] !== "=") depth--;
    else if (depth === 0) result += character;
  }
  return result;
}

/** The text up to the closing angle bracket that does not belong to it. */
export function balanced(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "<") depth++;
    else if (text[at] === ">" && text[at - 1] !== "-") depth--;
    if (depth < 0) return text.slice(0, at);
  }
  return text;
}
