/** What an item is, read from its first words (Rust reference, "Items"). */
import { skipBlanksAndComments } from "./itemTrivia.js";
import { isIdentifierStart, lexemeEnd, type LexemeEnd } from "./lexer.js";
import type { ItemKeyword, Visibility } from "./segment.js";

/** Keyword, name and visibility of an item; `at` is the offset of the keyword. */
export interface Head {
  keyword: ItemKeyword;
  name: string;
  visibility: Visibility;
  at: number;
}

const wordPattern = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const namePattern = /(?:r#)?[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;

function wordAt(text: string, at: number): string {
  wordPattern.lastIndex = at;
  return wordPattern.exec(text)?.[0] ?? "";
}

/** The name of an item, a raw one (`r#type`) as it is written: so the syntax tree has it, and so do paths that lead there. */
function nameAt(text: string, at: number): string {
  namePattern.lastIndex = at;
  return namePattern.exec(text)?.[0] ?? "";
}

/** Visibility, keyword and name of the item whose first token is at `head`. */
export function readHead(text: string, head: number): Head {
  let at = head;
  let visibility: Visibility = "private";
  for (let words = 0; words < 12; words++) {
    at = skipBlanksAndComments(text, at);
    const word = wordAt(text, at);
    if (word === "") break;
    const after = skipBlanksAndComments(text, at + word.length);
    const next = text[after];
    switch (word) {
      case "pub": {
        visibility = "public";
        at = after;
        const inside = next === "(" ? wordAt(text, skipBlanksAndComments(text, after + 1)) : "";
        if (inside === "crate" || inside === "super" || inside === "self" || inside === "in") {
          visibility = "restricted";
          const close = text.indexOf(")", after);
          if (close < 0) return { keyword: "other", name: "", visibility, at };
          at = close + 1;
        }
        continue;
      }
      case "default": case "async": case "unsafe": case "safe": case "auto": case "gen":
        if (!isIdentifierStart(text.charCodeAt(after)) && word !== "unsafe") break;
        at = after;
        continue;
      case "const": {
        const following = wordAt(text, after);
        if (following === "fn" || following === "unsafe" || following === "async" || following === "extern" || following === "gen") {
          at = after;
          continue;
        }
        return { keyword: "const", name: nameAt(text, following === "mut" ? skipBlanksAndComments(text, after + 3) : after), visibility, at };
      }
      case "extern": {
        if (wordAt(text, after) === "crate") return { keyword: "extern-crate", name: "", visibility, at };
        let body = after;
        const lexeme: LexemeEnd = { end: after, unterminated: false };
        if (next === '"' || next === "r") {
          lexemeEnd(text, after, lexeme);
          if (text[lexeme.end - 1] === '"' || text[lexeme.end - 1] === "#") body = skipBlanksAndComments(text, lexeme.end);
        }
        if (text[body] === "{") return { keyword: "extern-block", name: "", visibility, at };
        at = body;
        continue;
      }
      case "fn": case "struct": case "enum": case "trait": case "mod": case "type":
        return { keyword: word, name: nameAt(text, after), visibility, at };
      case "union":
        if (!isIdentifierStart(text.charCodeAt(after))) break;
        return { keyword: "union", name: nameAt(text, after), visibility, at };
      case "impl": case "use":
        return { keyword: word, name: "", visibility, at };
      case "static": {
        const first = wordAt(text, after);
        return { keyword: "static", name: nameAt(text, first === "mut" ? skipBlanksAndComments(text, after + 3) : after), visibility, at };
      }
      case "macro_rules":
        if (next === "!") return { keyword: "macro-rules", name: nameAt(text, skipBlanksAndComments(text, after + 1)), visibility, at };
        break;
      default:
    }
    if (next === "!" && text[after + 1] !== "=") return { keyword: "macro-call", name: word, visibility, at };
    if (next === ":" && text[after + 1] === ":") {
      at = after + 2;
      continue;
    }
    return { keyword: "other", name: word, visibility, at };
  }
  return { keyword: "other", name: "", visibility, at };
}

