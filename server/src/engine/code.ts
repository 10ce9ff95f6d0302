/**
 * One parsed segment with the parsed inputs of its macro calls: the view of the code that rules and the semantic layer
 * work on. Positions are offsets in the segment. Lives as long as one analysis of the segment; owns its trees.
 */
import type { Facts } from "./facts.js";
import { countUpTo, lineFeeds } from "./lexer.js";
import { macroRegions, type MacroRegion } from "./macroRegions.js";
import type { Place } from "./outline.js";
import type { RoleFacts } from "./role.js";
import type { Segment } from "./segment.js";
import { kindList, type KindList, type Node, type Syntax, type Tree } from "./syntax.js";

interface Region extends MacroRegion {
  /** The macro call whose input this is; undefined for the segment itself. */
  readonly host: Node | undefined;
  /** Parents that were asked for. tree-sitter looks for a parent from the root down, which in long or deep code is what costs most. */
  readonly parents: Map<number, Node | undefined>;
  readonly known: Map<number, Node>;
}

/** What every attribute begins with, and much else (a raw string). */
const attributeShape = /#\s*!?\s*\[/;
const innerAttributeShape = /#\s*!\s*\[/;

/** The node of an item starts where its segment's head is, or behind a qualifier that is hidden from the parser. */
const longestQualifier = 64;

/** Macro calls nested deeper than this in each other's input are not opened: each level is parsed once for every level above it. */
const deepestMacro = 24;

/** Lists that `covenant.toml` can extend. */
export interface CodeLists {
  readonly testAttributes: ReadonlySet<string>;
  readonly testFeatures: ReadonlySet<string>;
  readonly testMacros: ReadonlySet<string>;
  readonly quotingMacros: ReadonlySet<string>;
}

/** What `Code.find` looks for. */
export interface Search {
  /** All kinds that are wanted, and calls of macros. */
  readonly all: KindList;
  /** With `around`: those that are wanted wherever they stand. */
  readonly everywhere?: KindList;
  /** Kinds, calls of macros with them, of which only the nodes that hold one of the places are wanted; macro inputs are then opened around those places alone. */
  readonly around?: { readonly kinds: KindList; /** Ascending offsets in the segment. */ readonly offsets: readonly number[] };
}

/** A parsed segment. */
export class Code {
  private readonly regions = new Map<Tree, Region>();
  private readonly macros: Tree[] = [];
  private readonly memos = new Map<string, Map<number, unknown>>();
  readonly root: Node;
  /** Some attribute may stand in the item, that is behind its head. */
  private readonly attributesInside: boolean;
  private readonly attributesBefore: boolean;
  /** Some inner attribute may stand anywhere in the segment. */
  readonly mayHaveInnerAttributes: boolean;

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
    const { text, head } = segment;
    this.attributesBefore = text.lastIndexOf("#", head) >= 0;
    this.attributesInside = text.indexOf("#", head) >= 0 && attributeShape.test(text.slice(head));
    this.mayHaveInnerAttributes = (this.attributesBefore || this.attributesInside) && innerAttributeShape.test(text);
    this.regions.set(tree, { tree, shift: 0, from: 0, to: parsedText.length, host: undefined, parents: new Map(), known: new Map() });
  }

  /** False when no attribute can stand on the node by what its segment's text holds; looking for them in the tree costs far more. */
  mayHaveAttributes(node: Node): boolean {
    return this.attributesInside || (this.attributesBefore && this.start(node) <= this.segment.head + longestQualifier);
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
   * Nodes in source order, macro inputs included where they parse, and the calls of macros that were looked into.
   * @param search the kinds to look for
   * @param worthwhile tells whether a macro input is worth a parse; where `search` names places, it holds for the inputs around them
   */
  find(search: Search, worthwhile: (text: string) => boolean): readonly Node[] {
    const { all } = search;
    const found: Node[] = [];
    const visit = (region: Region, nodes: readonly Node[], depth: number): void => {
      for (const node of nodes) {
        if (node.startIndex < region.from || node.endIndex > region.to) continue;
        found.push(node);
        if (node.type !== "macro_invocation" || depth >= deepestMacro) continue;
        for (const inner of this.openMacro(node, region, worthwhile)) visit(inner, this.syntax.find(inner.tree.rootNode, all), depth + 1);
      }
    };
    const own = this.regions.get(this.tree);
    if (own) visit(own, search.around ? this.around(search.everywhere, search.around) : this.syntax.find(this.root, all), 0);
    return found;
  }

  /** Nodes of the given kinds in source order, macro inputs included where they parse and `worthwhile` says so. */
  findAll(kinds: readonly string[], worthwhile: (text: string) => boolean): readonly Node[] {
    return this.find({ all: kindList(...kinds, "macro_invocation") }, worthwhile).filter((node) => kinds.includes(node.type));
  }

  /** Nodes of the segment's own tree: those looked for everywhere, and those around places. */
  private around(everywhere: KindList | undefined, { kinds, offsets }: NonNullable<Search["around"]>): readonly Node[] {
    const found = new Map<number, Node>();
    const add = (nodes: readonly Node[]): void => {
      for (const node of nodes) if (!found.has(node.id)) found.set(node.id, node);
    };
    if (everywhere && everywhere.length > 0) add(this.syntax.find(this.root, everywhere));
    const text = this.parsedText;
    // The parser counts lines by line feeds alone; an editor also by a carriage return that stands alone.
    const lines = this.segment.text.includes("\r") ? lineFeeds(text) : this.segment.lines;
    for (const offset of offsets) {
      if (offset >= text.length) break;
      const row = countUpTo(lines, offset);
      add(this.syntax.findAt(this.root, kinds, row, offset - (lines[row - 1] ?? 0)));
    }
    return [...found.values()].sort((a, b) => a.startIndex - b.startIndex || b.endIndex - a.endIndex);
  }

  /** Descendants of a node of the given kinds (macro inputs below it that were opened included), in source order. */
  below(node: Node, kinds: readonly string[]): readonly Node[] {
    const start = this.start(node);
    const end = this.end(node);
    const list = kindList(...kinds);
    const found = this.syntax.find(node, list).filter((inner) => inner.id !== node.id);
    for (const region of this.regions.values()) {
      if (region.host === undefined || region.tree === node.tree) continue;
      if (region.from + region.shift < start || region.to + region.shift > end) continue;
      for (const inner of this.syntax.find(region.tree.rootNode, list)) {
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
