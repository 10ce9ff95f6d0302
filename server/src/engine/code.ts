/**
 * One parsed segment with the parsed inputs of its macro calls: the view of the code that rules and the semantic layer
 * work on. Positions are offsets in the segment. Lives as long as one analysis of the segment; owns its trees.
 */
import type { Facts } from "./facts.js";
import { macroRegions, type MacroRegion } from "./macroRegions.js";
import type { Place } from "./outline.js";
import type { RoleFacts } from "./role.js";
import type { Segment } from "./segment.js";
import type { Node, Syntax, Tree } from "./syntax.js";

interface Region extends MacroRegion {
  /** The macro call whose input this is; undefined for the segment itself. */
  readonly host: Node | undefined;
  /** Parents that were asked for. tree-sitter looks for a parent from the root down, which in long or deep code is what costs most. */
  readonly parents: Map<number, Node | undefined>;
  readonly known: Map<number, Node>;
}

/** Macro calls nested deeper than this in each other's input are not opened: each level is parsed once for every level above it. */
const deepestMacro = 24;

/** Lists that `covenant.toml` can extend. */
export interface CodeLists {
  readonly testAttributes: ReadonlySet<string>;
  readonly testFeatures: ReadonlySet<string>;
  readonly testMacros: ReadonlySet<string>;
  readonly quotingMacros: ReadonlySet<string>;
}

/** A parsed segment. */
export class Code {
  private readonly regions = new Map<Tree, Region>();
  private readonly macros: Tree[] = [];
  private readonly memos = new Map<string, Map<number, unknown>>();
  readonly root: Node;

  constructor(
    private readonly syntax: Syntax,
    readonly segment: Segment,
    /** The text that was parsed: the segment's, with masked words blanked. */
    private readonly parsedText: string,
    readonly tree: Tree,
    readonly place: Place,
    readonly facts: Facts,
    readonly role: RoleFacts,
    readonly lists: CodeLists,
  ) {
    this.root = tree.rootNode;
    this.regions.set(tree, { tree, shift: 0, from: 0, to: parsedText.length, host: undefined, parents: new Map(), known: new Map() });
  }

  /** Offset of a node's start in the segment. */
  start(node: Node): number {
    return node.startIndex + (this.regions.get(node.tree)?.shift ?? 0);
  }

  /** Offset of a node's end in the segment, never beyond the segment. */
  end(node: Node): number {
    return Math.min(node.endIndex + (this.regions.get(node.tree)?.shift ?? 0), this.segment.text.length);
  }

  /** The real text of a node, masked words included. */
  text(node: Node): string {
    return this.segment.text.slice(this.start(node), this.end(node));
  }

  /** Parent node; from the input of a macro it leads to the macro call. Undefined above the segment's top nodes. */
  parent(node: Node): Node | undefined {
    const region = this.regions.get(node.tree);
    if (!region) return undefined;
    const known = region.parents.get(node.id);
    if (known !== undefined || region.parents.has(node.id)) return known;
    const found = this.findParent(node, region);
    // One object for each parent, whichever child led to it: a node remembers its children.
    const parent = found?.tree === region.tree ? (region.known.get(found.id) ?? found) : found;
    if (parent?.tree === region.tree) region.known.set(parent.id, parent);
    region.parents.set(node.id, parent);
    return parent;
  }

  private findParent(node: Node, region: Region): Node | undefined {
    const parent = node.parent;
    if (region.host === undefined) return parent && parent.type !== "source_file" ? parent : undefined;
    if (!parent || parent.startIndex < region.from || parent.endIndex > region.to) return region.host;
    return parent;
  }

  /** The node's ancestors, nearest first, through macro calls. */
  *ancestors(node: Node): Generator<Node> {
    for (let up = this.parent(node); up; up = this.parent(up)) yield up;
  }

  /** True when the node stands in the input of a macro call that was parsed again. */
  inMacro(node: Node): boolean {
    return this.regions.get(node.tree)?.host !== undefined;
  }

  /** The macro call whose input holds the node, nearest first; undefined outside macros. */
  macroOf(node: Node): Node | undefined {
    return this.regions.get(node.tree)?.host;
  }

  /** The expressions of a macro call's input that parses as one list of expressions; empty for any other input. */
  inputOf(call: Node): readonly Node[] {
    const region = this.regions.get(call.tree);
    if (!region) return [];
    const known = [...this.regions.values()].filter((own) => own.host?.id === call.id && own.host.tree === call.tree);
    const [only, ...others] = known.length > 0 ? known : this.openMacro(call, region, () => true);
    // Opened twice it is the same input again; in pieces it is no list.
    if (!only || others.some((other) => other.from + other.shift !== only.from + only.shift)) return [];
    const list = only.tree.rootNode.descendantForIndex(only.from - 1, only.to + 1);
    return list?.type === "arguments" ? list.namedChildren.filter((child) => !isTrivia(child)) : [];
  }

  /** Top-level nodes of the segment. */
  get items(): readonly Node[] {
    return this.root.namedChildren;
  }

  /** The item of the segment (the last top-level node that is neither comment nor attribute). */
  get item(): Node | undefined {
    return this.root.namedChildren.findLast((node) => !isTrivia(node) && node.type !== "empty_statement");
  }

  /**
   * All nodes of the given kinds in source order, macro inputs included where they parse.
   * @param worthwhile tells whether a macro input is worth a parse
   */
  find(kinds: readonly string[], worthwhile: (text: string) => boolean): readonly Node[] {
    const withMacros = kinds.includes("macro_invocation") ? kinds : [...kinds, "macro_invocation"];
    const wanted = new Set(kinds);
    const found: Node[] = [];
    const visit = (region: Region, depth: number): void => {
      for (const node of this.syntax.find(region.tree.rootNode, withMacros)) {
        if (node.startIndex < region.from || node.endIndex > region.to) continue;
        if (wanted.has(node.type)) found.push(node);
        if (node.type !== "macro_invocation" || depth >= deepestMacro) continue;
        for (const inner of this.openMacro(node, region, worthwhile)) visit(inner, depth + 1);
      }
    };
    const own = this.regions.get(this.tree);
    if (own) visit(own, 0);
    return found;
  }

  /** Descendants of a node of the given kinds (macro inputs below it that were opened included), in source order. */
  below(node: Node, kinds: readonly string[]): readonly Node[] {
    const start = this.start(node);
    const end = this.end(node);
    const found = node.descendantsOfType([...kinds]).filter((inner) => inner.id !== node.id);
    for (const region of this.regions.values()) {
      if (region.host === undefined || region.tree === node.tree) continue;
      if (region.from + region.shift < start || region.to + region.shift > end) continue;
      for (const inner of this.syntax.find(region.tree.rootNode, kinds)) {
        if (inner.startIndex >= region.from && inner.endIndex <= region.to) found.push(inner);
      }
    }
    return found;
  }

  /** Computes a value once for a node. */
  memo<T>(name: string, node: Node, compute: () => T): T {
    let values = this.memos.get(name);
    if (!values) {
      values = new Map();
      this.memos.set(name, values);
    }
    if (values.has(node.id)) return values.get(node.id) as T;
    const value = compute();
    values.set(node.id, value);
    return value;
  }

  /** Deletes the trees of macro inputs; the segment's own tree belongs to the caller. */
  dispose(): void {
    for (const tree of this.macros) this.syntax.free(tree);
    this.macros.length = 0;
    this.regions.clear();
  }

  private openMacro(node: Node, region: Region, worthwhile: (text: string) => boolean): readonly Region[] {
    const name = this.macroName(node);
    if (this.lists.quotingMacros.has(name)) return [];
    const input = node.namedChildren.find((child) => child.type === "token_tree");
    if (!input) return [];
    const start = input.startIndex + region.shift;
    const opened = macroRegions(this.syntax, this.parsedText, start, input.endIndex + region.shift, worthwhile);
    return opened.map((inner) => {
      const own: Region = { ...inner, host: node, parents: new Map(), known: new Map() };
      this.regions.set(inner.tree, own);
      this.macros.push(inner.tree);
      return own;
    });
  }

  /** Last segment of a macro call's path. */
  macroName(node: Node): string {
    const macro = node.childForFieldName("macro");
    if (!macro) return "";
    const text = this.text(macro);
    return text.slice(text.lastIndexOf(":") + 1).trim();
  }
}

/** Comments and attributes. */
export function isTrivia(node: Node): boolean {
  return node.type === "line_comment" || node.type === "block_comment" || node.type === "attribute_item" || node.type === "inner_attribute_item";
}
