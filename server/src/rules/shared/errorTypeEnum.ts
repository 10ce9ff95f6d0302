/**
 * The refactoring "Introduce an error enum" (rules-core specification 5.2): an enum with a variant for each way to fail
 * in the place of an error that is a text, `()` or a box, in all functions of the module that hand the error to each
 * other. It is offered only where everything that makes, hands on or looks at the error in the file can be followed.
 */
import type { Code } from "../../engine/code.js";
import { returnTypeText } from "../../engine/declarations.js";
import type { Edit, Fix } from "../../engine/finding.js";
import { returnKind } from "../../engine/resolve.js";
import type { FixContext } from "../../engine/rule.js";
import type { Segment } from "../../engine/segment.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { callersOf } from "./errorEnumCallers.js";
import { functionErrors, type FunctionErrors, type TextFamily } from "./errorEnumFlow.js";
import { enumLines } from "./errorEnumText.js";
import { namedVariants } from "./errorEnumVariants.js";
import { isBoxedError, reportedReturn, withoutAlias, type ReportedError } from "./errorType.js";
import type { FileFunction } from "./fileFunctions.js";
import { afterImports } from "./moduleInsertion.js";
import { hasHarmlessAttributes } from "./returnResult.js";
import { mayLackStd } from "./withoutStd.js";

/** A function that changes. Offsets count from the start of its segment. */
interface Member extends FunctionErrors {
  readonly index: number;
  readonly signature: { readonly start: number; readonly end: number };
}

/** Functions of one module that change together; beyond this many it is no edit to look over. */
const mostMembers = 40;

/**
 * The enum for the error of a function.
 * @param item the function
 * @returns nothing where something cannot be adapted, where an alias hides the error type, or where no name is free
 */
export function introduceErrorEnum(code: Code, fix: FixContext, item: Node, reported: ReportedError): readonly Fix[] {
  const name = freeName(code, item);
  if (item.type !== "function_item" || !reported.written || name === undefined || mayLackStd(fix)) return [];
  const members = membersAround(code, fix, item, reported.error);
  if (!members) return [];
  const variants = namedVariants(members.flatMap((member) => member.sites.map((site) => site.variant)));
  if (variants.length === 0) return [];
  const names = new Map(variants.map(({ name: own, variant }) => [variant.key, own]));
  const place = afterImports(fix);
  const lines = enumLines(name, nameOf(code, item), variants, code.role.dependencyFeatures.has("thiserror"));
  const text = lines.map((line) => (line === "" ? "" : place.indent + line)).join("\n");
  const at = place.offset - fix.segmentStart;
  const edits: Edit[] = [{ start: at, end: at, newText: place.before + text + place.after }];
  for (const member of members) {
    const shift = (fix.file.starts[member.index] ?? 0) - fix.segmentStart;
    edits.push({ start: member.signature.start + shift, end: member.signature.end + shift, newText: name });
    for (const { start, end, variant, build } of member.sites) {
      const newText = build(`${name}::${names.get(variant.key) ?? ""}`);
      if (newText !== "") edits.push({ start: start + shift, end: end + shift, newText });
    }
  }
  return [{ title: `Introduce the error enum \`${name}\`${members.length > 1 ? ` for ${members.length} functions` : ""}`, kind: "refactor.rewrite", applicability: "suggestion", edits }];
}

/** The function with all that must change with it; undefined where one of them cannot. */
function membersAround(code: Code, fix: FixContext, item: Node, error: string): readonly Member[] | undefined {
  const family = familyOf(code, error, item);
  const first = declaredAs(code.segment, ownerOf(code), nameOf(code, item));
  if (!family || code.parent(item) !== undefined) return undefined;
  // Another version under a `cfg` would keep its error.
  if (code.place.scope.items.filter((other) => other.keyword === "fn" && other.name === first.name && other.owner === first.owner).length !== 1) return undefined;
  const wanted = compact(withoutAlias(code, error));
  const members = new Map<number, Member>();
  const handedOn: { segment: number; start: number }[] = [];
  const queue: FileFunction[] = [first];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const index = fix.file.segments.indexOf(next.segment);
    if (members.has(index)) continue;
    if (members.size >= mostMembers) return undefined;
    const member = fix.withCode(index, (other) => memberOf(other, index, family, wanted));
    const callers = member && callersOf(fix, next, code.place.scope.key);
    if (!member || !callers) return undefined;
    members.set(index, member);
    queue.push(...member.calls);
    for (const call of callers.handedOn) {
      handedOn.push(call);
      const caller = fix.withCode(call.segment, (other) => (other.place.scope.key === code.place.scope.key && other.item ? declaredAs(other.segment, ownerOf(other), nameOf(other, other.item)) : undefined));
      if (caller?.segment.keyword !== "fn") return undefined;
      queue.push(caller);
    }
  }
  // A call that hands the error on in a way that was not followed would no longer compile.
  return handedOn.every(({ segment, start }) => members.get(segment)?.covered.includes(start)) ? [...members.values()] : undefined;
}

function declaredAs(segment: Segment, owner: string, name: string): FileFunction {
  return { segment, owner, name };
}

function ownerOf(code: Code): string {
  const container = code.place.containers[code.place.containers.length - 1];
  return container?.keyword === "impl" ? container.name : "";
}

function memberOf(code: Code, index: number, family: TextFamily, wanted: string): Member | undefined {
  const fn = code.item;
  const container = code.place.containers[code.place.containers.length - 1];
  // The signature of a trait's method is not this function's to change.
  if (fn?.type !== "function_item" || container?.keyword === "trait" || (container?.impl && container.impl.trait !== "") || !hasHarmlessAttributes(code, fn)) return undefined;
  const isWanted = (error: string): boolean => compact(withoutAlias(code, error)) === wanted;
  const found = reportedReturn(code, fn, isWanted);
  const body = fn.childForFieldName("body");
  if (!found?.written || !body || /^\s*impl\b/.test(code.text(fn.childForFieldName("return_type") ?? fn)) || namesError(code.text(body), wanted)) return undefined;
  const errors = functionErrors(code, fn, family, (called) => {
    const kind = returnKind(code, returnTypeText(called.segment), fn);
    return kind.kind === "Result" && kind.error !== undefined && isWanted(kind.error);
  });
  return errors && { ...errors, index, signature: { start: code.start(found.node), end: code.end(found.node) } };
}

/** A type in the body says what the error is (`Result<Vec<_>, String>`). */
function namesError(body: string, wanted: string): boolean {
  return [...body.matchAll(/\bResult\s*<([^;{}]*)/g)].some(([, inside = ""]) => compact(inside).includes(`,${wanted}>`));
}

function familyOf(code: Code, error: string, at: Node): TextFamily | undefined {
  const text = compact(withoutAlias(code, error));
  if (text === "()") return "unit";
  if (/^(?:std::string::|alloc::string::)?String$/.test(text)) return "string";
  if (isBoxedError(code, error, at)) return "boxed";
  return /^&|Cow<|Box<str>$/.test(text) ? "text" : undefined;
}

function compact(text: string): string {
  return text.replace(/\s+/g, "");
}

/** `StoreError` for a method of `Store`, `ParseHeaderError` for a function, with the other one's name in front when taken. */
function freeName(code: Code, item: Node): string | undefined {
  const container = code.place.containers.at(-1);
  const owner = container?.keyword === "impl" || container?.keyword === "trait" ? container.name : "";
  const own = item.type === "type_item" ? "" : pascal(nameOf(code, item));
  const stem = (name: string): string => name.replace(/(?:Error|Result)$/, "");
  const candidates = [`${stem(owner) || own}Error`, `${own}${stem(owner)}Error`];
  return candidates.find((name) => /^[A-Z]\w+$/.test(name) && code.facts.ask("binding", code.place.scope.key, name) === null);
}

function pascal(name: string): string {
  return name
    .replace(/^r#/, "")
    .split("_")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
