/**
 * The tree of the long segment that was parsed last without an error: while somebody types in it, only the edit is parsed. Short segments
 * are parsed afresh, which is as fast. Owns the tree it keeps.
 */
import { difference } from "./difference.js";
import { sameMask, type MaskedText } from "./mask.js";
import type { Segment } from "./segment.js";
import type { Syntax, Tree } from "./syntax.js";

/** Texts shorter than this are parsed afresh. */
const hotLength = 6000;

/** A cut segment longer than this is what an open string or comment swallowed; error recovery over it costs much and says nothing. */
const longestRecovered = 50_000;

export class HotTree {
  private kept: { readonly masked: MaskedText; readonly tree: Tree } | undefined;

  constructor(private readonly syntax: Syntax) {}

  /** Parses a segment. Give the tree back with `release`. Undefined when the text is not worth a parse. */
  parse(segment: Segment, masked: MaskedText): Tree | undefined {
    if (segment.recovered && segment.text.length > longestRecovered) return undefined;
    // Where a bracket or literal is open the tree has errors, which come out of a parse from scratch alone; the tree from
    // before is good for the text in which it is closed again.
    if (segment.text.length < hotLength || segment.recovered) return this.syntax.parse(masked.text);
    const before = this.kept;
    const tree = before && sameMask(before.masked, masked) ? this.syntax.reparse(before.tree, before.masked.text, masked.text, difference(before.masked.text, masked.text)) : this.syntax.parse(masked.text);
    if (tree && !tree.rootNode.hasError) {
      if (before) this.syntax.free(before.tree);
      this.kept = { masked, tree };
    }
    return tree;
  }

  /** Frees a tree unless it is the kept one. */
  release(tree: Tree): void {
    if (this.kept?.tree !== tree) this.syntax.free(tree);
  }

  dispose(): void {
    if (this.kept) this.syntax.free(this.kept.tree);
    this.kept = undefined;
  }
}
