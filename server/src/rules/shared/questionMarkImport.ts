/** Adds a `use` where the module of a segment has none. */
import type { Code } from "../../engine/code.js";
import type { Edit } from "../../engine/finding.js";
import type { FixContext } from "../../engine/rule.js";

/**
 * The edit that imports a path into the module of a segment, as a segment offset.
 * @returns nothing when the path, or a glob over its parent, is imported there already
 */
export function importEdit(code: Code, fix: FixContext, path: string): readonly Edit[] {
  const parent = path.slice(0, path.lastIndexOf("::"));
  const written = path.replace(/ as _$/, "");
  if (code.place.scope.uses.some(({ leaf }) => leaf.path === written || (leaf.name === "*" && leaf.path === parent))) return [];
  const { module, lastUse, firstItem } = moduleOf(fix);
  const at = (offset: number, newText: string): readonly Edit[] => [{ start: offset - fix.segmentStart, end: offset - fix.segmentStart, newText }];
  const { segments, starts } = fix.file;
  const use = lastUse === undefined ? undefined : segments[lastUse];
  if (use && lastUse !== undefined) {
    const end = (starts[lastUse] ?? 0) + use.text.trimEnd().length;
    return at(end, `\n${indentOf(fix, (starts[lastUse] ?? 0) + use.head)}use ${path};`);
  }
  const header = module === undefined ? undefined : segments[module];
  if (header && module !== undefined) {
    const own = indentOf(fix, (starts[module] ?? 0) + header.head);
    return at((starts[module] ?? 0) + header.text.trimEnd().length, `\n${own}    use ${path};\n`);
  }
  const first = firstItem === undefined ? undefined : segments[firstItem];
  if (!first || firstItem === undefined) return [];
  return at((starts[firstItem] ?? 0) + aboveItem(first.text, first.head), `use ${path};\n\n`);
}

/** Start of the comments and attributes that stand directly above an item; a licence after a blank line stays on top. */
function aboveItem(text: string, head: number): number {
  let line = text.lastIndexOf("\n", head - 1) + 1;
  while (line > 0) {
    const before = text.lastIndexOf("\n", line - 2) + 1;
    if (text.slice(before, line).trim() === "") break;
    line = before;
  }
  return line;
}

function indentOf(fix: FixContext, offset: number): string {
  const { character } = fix.file.positionAt(offset);
  const before = fix.file.slice(offset - character, offset);
  return /^[ \t]*/.exec(before)?.[0] ?? "";
}

interface ModulePlace {
  /** Header of the enclosing inline module. */
  readonly module: number | undefined;
  readonly lastUse: number | undefined;
  readonly firstItem: number | undefined;
}

/** The module around the fix's segment, with its last `use` and first item, by index. */
function moduleOf(fix: FixContext): ModulePlace {
  const { segments } = fix.file;
  const stack: number[] = [];
  const modules: (number | undefined)[] = [];
  const parents: (number | undefined)[] = [];
  const innermost = (): number | undefined => stack.findLast((index) => segments[index]?.keyword === "mod");
  segments.forEach((segment, index) => {
    modules.push(innermost());
    parents.push(stack[stack.length - 1]);
    if (segment.kind === "open") stack.push(index);
    else if (segment.kind === "close") stack.pop();
  });
  const module = modules[fix.segmentIndex];
  const inModule = segments.flatMap((_, index) => (parents[index] === module ? [index] : []));
  return {
    module,
    lastUse: inModule.findLast((index) => segments[index]?.keyword === "use" && segments[index]?.kind === "item"),
    firstItem: inModule.find((index) => segments[index]?.kind === "item" || segments[index]?.kind === "open"),
  };
}
