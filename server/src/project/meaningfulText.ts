/** What of a Rust file a compiler or a lint can see. Two texts that agree in it need no second check. */
import { isBlank, isCommentAt, isIdentifierPart, lexemeEnd, type LexemeEnd } from "../engine/lexer.js";
import { docKind } from "../engine/trivia.js";

/** clippy's `undocumented_unsafe_blocks` and `unnecessary_safety_comment` read these plain comments, in any case. */
const safety = /safety:/i;

/**
 * The text without the whitespace and plain comments between its tokens. Doc comments stay, because they are attributes and
 * lints read them, and so do comments with a `SAFETY:`. Where the gap keeps two tokens apart, or where a macro could tell
 * `& &` from `&&`, one space stays for it. Total on any text; inside strings nothing is touched.
 *
 * A few style lints of clippy look at blank lines or at whether a comment stands in a block. They see such a change at the
 * next save that changes more.
 */
export function meaningfulText(text: string): string {
  const lexeme: LexemeEnd = { end: 0, unterminated: false };
  const parts: string[] = [];
  let previous = "";
  let gap = false;
  // The lexer takes a byte order mark for the start of a name.
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at = lexeme.end) {
    lexemeEnd(text, at, lexeme);
    if (isBlank(text.charCodeAt(at))) {
      gap = true;
      continue;
    }
    const comment = isCommentAt(text, at);
    const token = text.slice(at, lexeme.end);
    if (comment && !lexeme.unterminated && !docKind(token.slice(0, 4)).doc && !safety.test(token)) {
      gap = true;
      continue;
    }
    if (comment) {
      // A line of its own, so that what follows a line comment does not become part of it.
      parts.push("\n", token.trimEnd(), "\n");
      previous = "";
    } else {
      if (gap && previous !== "" && keepsApart(previous, token)) parts.push(" ");
      parts.push(token);
      previous = token;
    }
    gap = false;
  }
  return parts.join("");
}

/** Brackets, commas and semicolons glue to nothing. */
const loose = /^[()[\]{},;]$/;

/** True when a gap between two tokens may mean something: words and literals, an operator before an operator, `1 .max(2)`. */
function keepsApart(left: string, right: string): boolean {
  if (loose.test(left) || loose.test(right)) return false;
  const operator = (token: string): boolean => !isIdentifierPart(token.charCodeAt(0)) && token !== '"' && !/^["']./.test(token);
  // `r #"x"#` is no raw string, and `1 .max(2)` is no float: only an operator beside a plain name is free of the gap.
  const name = (token: string): boolean => /^[A-Za-z_]\w*$/.test(token);
  if (operator(left) && name(right)) return left === "'" || left === "#";
  if (name(left) && operator(right)) return right === "#" || right === "'";
  return true;
}
