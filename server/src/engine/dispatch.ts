/** Which visitor of which rule is called for which kind of node: prepared once for each set of rules that meet in a segment. */
import type { Search } from "./code.js";
import type { RuleContext } from "./rule.js";
import { placesOf, type ActiveRule } from "./rules.js";
import { identifierIn } from "./wordTable.js";
import { kindList, type KindList, type Node } from "./syntax.js";

/** Words that stand more often than this in a segment: all its nodes of the kinds are looked at. */
const mostPlaces = 24;

/** A visitor of one of the rules. */
export interface Visitor {
  /** The rule's place in the set. */
  readonly rule: number;
  readonly visit: (node: Node, cx: RuleContext) => void;
}

/** A set of rules, prepared. */
export interface Dispatch {
  readonly rules: readonly ActiveRule[];
  readonly visitors: ReadonlyMap<string, readonly Visitor[]>;
  /** What one of the rules needs. */
  readonly words: readonly string[];
  /** Kinds that are looked at wherever they stand, and those only around words; undefined when there are none of these. */
  readonly everywhere: KindList;
  readonly around: KindList | undefined;
  /** All of them and the calls of macros, whose input is looked at as well. */
  readonly all: KindList;
}

/** Prepares a set of rules. */
export function dispatchOf(rules: readonly ActiveRule[]): Dispatch {
  const visitors = new Map<string, Visitor[]>();
  rules.forEach(({ rule }, index) => {
    for (const [kind, visit] of Object.entries(rule.on)) {
      const list = visitors.get(kind) ?? [];
      list.push({ rule: index, visit });
      visitors.set(kind, list);
    }
  });
  const kinds = [...visitors.keys()];
  const atWords = kinds.filter((kind) => visitors.get(kind)?.every(({ rule }) => rules[rule]?.rule.atWords === true && rules[rule].needs !== undefined));
  return {
    rules,
    visitors,
    words: [...new Set(rules.flatMap(({ needs }) => needs ?? []))],
    everywhere: kindList(...kinds.filter((kind) => !atWords.includes(kind))),
    around: atWords.length > 0 ? kindList(...atWords, "macro_invocation") : undefined,
    all: kindList(...kinds, "macro_invocation"),
  };
}

/** Where the rules want to look in a segment: at every node of their kinds, or only around the words they need. */
export function searchIn(text: string, { all, everywhere, around, words }: Dispatch): Search {
  const offsets = around && placesOf(text, words, mostPlaces);
  return offsets ? { all, everywhere, around: { kinds: around, offsets } } : { all };
}

/** The words a rule looks for in code; undefined for a rule that looks at more. */
function blockWords({ rule, needs }: ActiveRule): readonly string[] | undefined {
  if (rule.blocks !== "with-words" || !needs) return undefined;
  const words = needs.flatMap((need) => identifierIn(need) ?? []);
  return words.length === needs.length ? words : undefined;
}

/** Rules that meet in a segment, with what is known about them together. */
export class RuleSet {
  private prepared: Dispatch | undefined;
  private others: RuleSet | undefined;
  private readonly parts = new Map<string, RuleSet>();
  /** Some of them speak of the public API alone. */
  readonly aboutPublicApi: boolean;
  /** All of them look at no more of a function than its header. */
  readonly readsHeader: boolean;
  /** All of them look at no more of it than its header and the blocks with `words`. */
  readonly readsBlocks: boolean;
  /** The words without which a block, or a whole segment, is nothing to those that need them. */
  readonly words: ReadonlySet<string>;

  constructor(readonly rules: readonly ActiveRule[]) {
    this.aboutPublicApi = rules.some(({ rule }) => rule.about === "public-api");
    this.readsHeader = rules.every(({ rule }) => rule.reads === "header");
    this.readsBlocks = rules.every((own) => own.rule.reads === "header" || blockWords(own) !== undefined);
    this.words = new Set(rules.flatMap((own) => blockWords(own) ?? []));
  }

  /** Those that do not speak of the public API alone. */
  get elsewhere(): RuleSet {
    return (this.others ??= new RuleSet(this.rules.filter(({ rule }) => rule.about !== "public-api")));
  }

  /** Those that have something to look at in a segment in whose code only some of `words` stand. */
  standing(found: ReadonlySet<string>): RuleSet {
    if (found.size === this.words.size) return this;
    const key = [...this.words].map((word) => (found.has(word) ? "1" : "0")).join("");
    let part = this.parts.get(key);
    if (!part) {
      const rules = this.rules.filter((own) => blockWords(own)?.some((word) => found.has(word)) !== false);
      this.parts.set(key, (part = rules.length === this.rules.length ? this : new RuleSet(rules)));
    }
    return part;
  }

  get dispatch(): Dispatch {
    return (this.prepared ??= dispatchOf(this.rules));
  }
}
