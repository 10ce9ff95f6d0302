/** Types whose value changes behind a shared reference, by name (rules-core specification 5.5). */
import type { Code } from "../../engine/code.js";
import { lastSegment, splitTopLevel } from "../../engine/declarations.js";
import { withoutComments } from "../../engine/trivia.js";

const mutable: ReadonlySet<string> = new Set(
  "Mutex FairMutex ReentrantMutex RwLock RefCell Cell UnsafeCell SyncUnsafeCell AtomicRefCell AtomicCell DashMap DashSet SkipMap SkipSet ArcSwap ArcSwapAny ArcSwapOption ArcSwapWeak".split(" "),
);
const atomic = /^Atomic(?:Bool|Ptr|[IU](?:8|16|32|64|128|size))$/;
const deepest = 4;

/**
 * Name of the first type in `type` that lets its value change, or undefined. Types of functions and `PhantomData` hold
 * no value; `Mutex<()>` guards a section. Aliases of the same module are looked through.
 * @param type a type as written
 * @param atomics count atomics too
 */
export function mutableTypeIn(code: Code, type: string, atomics: boolean, depth = 0): string | undefined {
  const text = withoutValues(withoutComments(type));
  const scope = code.place.scope.key;
  for (const found of text.matchAll(/(?<!['\w])(?:\w+\s*::\s*)*([A-Za-z_]\w*)/g)) {
    const written = found[1] ?? "";
    const end = found.index + found[0].length;
    const qualified = found[0] !== written;
    const name = qualified ? written : importedName(code, written);
    if (!mutable.has(name) && !(atomics && atomic.test(name))) {
      const alias = qualified || depth >= deepest ? null : code.facts.ask("alias", scope, name);
      const inside = alias && mutableTypeIn(code, alias.target, atomics, depth + 1);
      if (inside) return inside;
      continue;
    }
    if (!qualified && isOwnType(code, name)) continue;
    const parameters = parametersAt(text, end);
    if (atomic.test(name) || (parameters.length > 0 && parameters.at(-1) !== "()")) return name;
  }
  return undefined;
}

/** The name a type was imported by: `use parking_lot::Mutex as PlMutex`. */
function importedName(code: Code, name: string): string {
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  return binding?.kind === "import" ? lastSegment(binding.path) : name;
}

/** A type that this module declares itself, whatever its name. */
function isOwnType(code: Code, name: string): boolean {
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  return binding?.kind === "local" && binding.keyword !== "type";
}

/** Type parameters that follow a name, lifetimes left out. */
function parametersAt(text: string, from: number): readonly string[] {
  const open = /^\s*(?:::\s*)?</.exec(text.slice(from));
  if (!open) return [];
  const start = from + open[0].length;
  const end = closing(text, start, "<", ">");
  return splitTopLevel(text.slice(start, end), ",").map((part) => part.replace(/\s/g, "")).filter((part) => !part.startsWith("'"));
}

/** Blanks function types, function traits and `PhantomData`: what they mention is not stored. */
function withoutValues(text: string): string {
  let result = text;
  for (let found = /\b(?:fn|Fn|FnMut|FnOnce)\s*\(|\bPhantomData\s*</.exec(result); found; found = /\b(?:fn|Fn|FnMut|FnOnce)\s*\(|\bPhantomData\s*</.exec(result)) {
    const open = found.index + found[0].length;
    const round = found[0].endsWith("(");
    let end = closing(result, open, round ? "(" : "<", round ? ")" : ">") + 1;
    const arrow = round ? /^\s*->\s*/.exec(result.slice(end)) : null;
    if (arrow) end = typeEnd(result, end + arrow[0].length);
    result = `${result.slice(0, found.index)} ${result.slice(end)}`;
  }
  return result;
}

/** Offset of the bracket that closes one opened before `from`. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && text[at - 1] !== "-" && --depth === 0) return at;
  }
  return text.length;
}

/** End of the type that starts at `from`: the next delimiter outside brackets. */
function typeEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    if ("([<".includes(character)) depth++;
    else if (")]>".includes(character) && text[at - 1] !== "-") {
      if (depth === 0) return at;
      depth--;
    } else if (depth === 0 && ",;+=".includes(character)) return at;
  }
  return text.length;
}
