/**
 * Access to tree-sitter: the parser with the Rust grammar. The only file of the
 * engine that holds wasm resources; every tree it hands out must be given back with `free`.
 */
import { Language, Parser, type Node, type Tree } from "web-tree-sitter";
import type { Edit } from "./finding.js";
import { lineStarts } from "./lexer.js";
import { mask } from "./mask.js";

export type { Node, Tree } from "web-tree-sitter";

/** Asked between steps of a parse; true stops it. */
export type StopSignal = () => boolean;

/** Steps of the parser granted for each character before a text counts as unparsable; deterministic, unlike a clock. */
const stepsPerCharacter = 0.5;

/**
 * Steps granted at most, enough for a table of half a megabyte. A few megabytes of one item would take many seconds, and
 * a few more the whole wasm memory, after which the parser is gone for good.
 */
const mostSteps = 30_000;

/** Node kinds to look for. The library asks of each of the grammar's hundreds of kinds whether the list includes it. */
export class KindList extends Array<string> {
  private known: ReadonlySet<string> = new Set();

  override includes(kind: string): boolean {
    return this.known.has(kind);
  }

  /** Adds kinds to a list that has none yet. */
  holding(kinds: ReadonlySet<string>): this {
    this.known = kinds;
    this.push(...kinds);
    return this;
  }
}

/** A list of kinds. */
export function kindList(...kinds: readonly string[]): KindList {
  return new KindList().holding(new Set(kinds));
}

/** The wasm parser with the Rust grammar. One instance a process or worker; not shared between threads. */
export class Syntax {
  private live = 0;

  private constructor(private readonly parser: Parser) {}

  /**
   * Starts tree-sitter.
   * @param core bytes of `web-tree-sitter.wasm`
   * @param grammar bytes of `tree-sitter-rust.wasm`
   * @throws Error when the bytes are not those modules
   */
  static async load(core: Uint8Array, grammar: Uint8Array): Promise<Syntax> {
    await Parser.init({ wasmBinary: core } as Parameters<typeof Parser.init>[0]);
    const language = await Language.load(grammar);
    const parser = new Parser();
    parser.setLanguage(language);
    return new Syntax(parser);
  }

  /** Trees handed out and not yet given back. */
  get liveTrees(): number {
    return this.live;
  }

  /**
   * Parses a text from scratch.
   * @returns undefined when `stop` said so, or when the text needs more than its share of steps (binary junk, thousands
   *   of nested errors)
   */
  parse(text: string, stop?: StopSignal): Tree | undefined {
    return this.run(text, undefined, stop);
  }

  /**
   * Parses `text`, which `edit` made of the text of `old`, reusing what it can. `old` stays as it is.
   * Error recovery may depend on the old tree, so a text with errors is parsed again from scratch: the result is the
   * result from scratch always.
   * @param old a tree without errors
   */
  reparse(old: Tree, oldText: string, text: string, edit: Edit, stop?: StopSignal): Tree | undefined {
    const edited = old.copy();
    edited.edit({
      startIndex: edit.start,
      oldEndIndex: edit.end,
      newEndIndex: edit.start + edit.newText.length,
      startPosition: pointAt(oldText, edit.start),
      oldEndPosition: pointAt(oldText, edit.end),
      newEndPosition: pointAt(text, edit.start + edit.newText.length),
    } as Parameters<Tree["edit"]>[0]);
    const next = this.run(text, edited, stop);
    edited.delete();
    if (!next || !next.rootNode.hasError) return next;
    this.free(next);
    return this.run(text, undefined, stop);
  }

  /** The text as it is parsed: what the grammar does not know is blanked. */
  prepared(text: string): string {
    return mask(text).text;
  }

  /** Deletes a tree. */
  free(tree: Tree): void {
    tree.delete();
    this.live--;
  }

  /** All nodes of the given kinds below `root`, in source order: one pass on the wasm side, whatever their number. */
  find(root: Node, kinds: KindList): readonly Node[] {
    return root.descendantsOfType(kinds);
  }

  /** Those of them that hold the character at a place, outermost first. Rows from 0, columns in UTF-16 units. */
  findAt(root: Node, kinds: KindList, row: number, column: number): readonly Node[] {
    return root.descendantsOfType(kinds, { row, column }, { row, column: column + 1 });
  }

  /** Deletes the parser. Trees still handed out become invalid. */
  dispose(): void {
    this.parser.delete();
  }

  private run(text: string, old: Tree | undefined, stop: StopSignal | undefined): Tree | undefined {
    let budget = Math.min(mostSteps, 2000 + text.length * stepsPerCharacter);
    const tree = this.parser.parse(text, old, {
      progressCallback: () => {
        budget--;
        return budget < 0 || (stop?.() ?? false);
      },
    });
    if (!tree) {
      this.parser.reset();
      return undefined;
    }
    this.live++;
    return tree;
  }
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  const starts = lineStarts(text.slice(0, offset));
  const last = starts[starts.length - 1] ?? 0;
  return { row: starts.length, column: offset - last };
}
