/** Tests of which the compiler is the judge: that they compile is what they test, so they need no assertion. */
import { metasOf } from "../../engine/attributes.js";
import { calls, type Call } from "../../engine/bodySummary.js";
import { isTrivia, type Code } from "../../engine/code.js";
import { regionOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import type { Node } from "../../engine/syntax.js";

/**
 * True for a test that fails by not compiling.
 * @param text the body without comments, literals and attributes
 */
export function isJudgedByCompiler(code: Code, node: Node, body: Node, text: string): boolean {
  return isBound(node, body) || isForCompiler(code, text, body) || usesDerive(code, body) || isMadeByAttribute(code, node, body);
}

/** A body that is empty below a `where`: the bounds are the test. */
function isBound(node: Node, body: Node): boolean {
  return body.namedChildCount === 0 && node.children.some((child) => child.type === "where_clause");
}

/** Derives of the standard library and of the compiler: what they make is not under test. */
const ownDerives: ReadonlySet<string> = new Set("Debug Clone Copy PartialEq Eq PartialOrd Ord Hash Default".split(" "));

/** Types in the body with a derive macro: the test is that what it makes compiles here. */
function usesDerive(code: Code, body: Node): boolean {
  return [...code.text(body).matchAll(/#\[\s*derive\s*\(([^)]*)\)/g)].some(([, list = ""]) => list.split(",").some((name) => name.trim() !== "" && !ownDerives.has(lastSegment(name.trim()))));
}

/** An empty body under an attribute macro besides that of the test: what is tested is what the macro makes. */
function isMadeByAttribute(code: Code, node: Node, body: Node): boolean {
  return body.namedChildCount === 0 && metasOf(code, node).some(({ name, conditional }) => conditional === undefined && !code.lists.testAttributes.has(name) && !plainAttributes.has(name));
}

/** Attributes that add nothing to a body. */
const plainAttributes: ReadonlySet<string> = new Set("ignore allow expect warn deny cfg inline cold doc serial parallel timeout traced_test should_panic must_use deprecated".split(" "));

/** Macros of `log` and `tracing`. */
const logging = /\b(?:trace|debug|info|warn|error|log|event|\w*span)\s*!/g;

/** The compiler is the judge: `is_send::<Client>();`, `let _: Router = …`, `&x as &dyn Send`, an impl of its own, or items and nothing that runs. */
function isForCompiler(code: Code, text: string, body: Node): boolean {
  if (/(?:[;{}])\s*(?:\w+\s*::\s*)*[a-z_]\w*\s*::\s*<[^;]*>\s*\(\s*\)\s*(?=[;}])/.test(text) || /\blet\s+_\w*\s*:|\bimpl\b[^;{]*\bfor\b|\bas\s*&\s*(?:mut\s+)?dyn\b/.test(text)) return true;
  // `fn is_str(_: &str) {}` in the test, and a call of it: what is given has to have the type.
  if (/\bfn\s+\w+\s*(?:<[^;{}]*>\s*)?\([^(){};]+\)\s*\{\s*\}/.test(text)) return true;
  // `let _v = SmallVec::<[i32; 987]>::default();` and nothing else: that there is such a type.
  if (/^\{\s*let\s+_\w*\s*=\s*[\w:]+::\s*<[^{}]*>\s*::\s*(?:new|default)\s*\(\s*\)\s*;\s*\}$/.test(text.trim())) return true;
  // The value of a constant is computed by the compiler.
  const statements = body.namedChildren.filter((child) => !isTrivia(child) && child.type !== "use_declaration" && child.type !== "attribute_item");
  if (statements.length > 0 && statements.every((child) => /_item$/.test(child.type))) return true;
  // A test of hardly anything but the macros of `log` and `tracing` is a test of these.
  const logged = text.match(logging)?.length ?? 0;
  const called = calls(text);
  if (logged > 0 && logged >= 2 * called.length) return true;
  // Nothing is called, so nothing runs; what is named has to be there.
  if (statements.length > 0 && called.length === 0 && !/[\w)]\s*(?:!\s*[([{]|\()/.test(text.replace(/\b(?:Ok|Err|Some)\s*\(/g, ""))) return true;
  // A variable that is given a type and not used again.
  if ([...text.matchAll(/\blet\s+([a-z]\w*)\s*:/g)].some(([, name = ""]) => (text.match(new RegExp(`\\b${name}\\b`, "g")) ?? []).length === 1)) return true;
  return madeByMacro(code, called);
}

/** Something that a macro made, and has to make: `Type::name()` of a type of the test without such a function, a name that nothing explains. */
function madeByMacro(code: Code, called: readonly Call[]): boolean {
  if (regionOf(code, code.root) !== "test") return false;
  return called.some(({ kind, path, name }) => {
    if (kind !== "free" || path.length > 1 || (path.length === 1 && /^(?:new|default|from|try_from)$/.test(name)) || code.facts.ask("helpers", name).length > 0) return false;
    const [first = name] = path;
    if (path.length === 1 && !/^[A-Z]/.test(first)) return false;
    if (path.length === 1 && code.facts.ask("binding", code.place.scope.key, first)?.kind === "local") return true;
    return isUnexplained(code, first);
  });
}

/** No import, no item, no glob import that may bring it: of the module, or of those that it takes everything from. */
function isUnexplained(code: Code, name: string): boolean {
  if (known.has(name) || new RegExp(`\\b(?:use|fn|let|struct|enum|type|const|for|impl|mut|ref)\\b[^;{]*\\b${name}\\b|\\|[^|]*\\b${name}\\b[^|]*\\|`).test(code.segment.text)) return false;
  for (let scope: Code["place"]["scope"] | undefined = code.place.scope; scope; scope = scope.parent) {
    if (code.facts.ask("binding", scope.key, name)) return false;
    const globs = code.facts.ask("globs", scope.key);
    if (globs.some((glob) => glob !== "super")) return false;
    // Functions and types of an enclosing module are seen through `use super::*` alone.
    if (globs.length === 0) return true;
  }
  return true;
}

/** Names that need no import. */
const known: ReadonlySet<string> = new Set("drop Some Ok Err Box String Vec Option Result Default Iterator From Into Self".split(" "));
