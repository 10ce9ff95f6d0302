/** Tells which rules may find something in a segment, without looking at its tree. */
import { lastSegment } from "./declarations.js";
import { RuleSet } from "./dispatch.js";
import type { Facts } from "./facts.js";
import type { Place } from "./outline.js";
import type { RoleFacts } from "./role.js";
import type { Sight, TextTest } from "./rule.js";
import { containsAny, type ActiveRule } from "./rules.js";
import type { Segment } from "./segment.js";
import { identifierIn, WordTable } from "./wordTable.js";

/** A rule with what has to stand in a segment before anything else is asked about it. */
interface Sifted {
  readonly own: ActiveRule;
  /** Of each of these lists one word must stand in the text. */
  readonly lists: readonly (readonly number[])[];
  /** The rule has no finer condition, and the table says no less than `needs` does. */
  readonly exact: boolean;
}

/** Sets of rules that are kept; real files know some hundreds. */
const mostSets = 4000;

/** Filters for imports under another name that are kept. */
const mostNames = 200;

/** The rules of one configuration that may apply in one region. Reads a segment's text once for all of them. */
export class RuleFilter {
  private readonly table = new WordTable();
  private readonly sifted: readonly Sifted[];
  /** Every word that some rule needs, for imports under another name. */
  private readonly needed: ReadonlySet<string>;
  /** The filters for modules with such imports, by what those mean to rules, and by module; this one where no rule cares. */
  private readonly underNames = new Map<string, RuleFilter>();
  private readonly ofModule = new WeakMap<NonNullable<Place["renames"]>, RuleFilter>();
  private readonly sets = new Map<string, RuleSet>();
  private readonly key: number[] = [];
  private text = "";
  private readonly answers = new Map<TextTest, boolean>();
  private facts: Facts | undefined;
  private readonly sight: { -readonly [K in keyof Sight]: Sight[K] } = {
    crateRoot: false,
    once: (test) => {
      let answer = this.answers.get(test);
      if (answer === undefined) this.answers.set(test, (answer = test(this.text)));
      return answer;
    },
    importsAny: (roots) => this.facts?.ask("importsAny", roots) ?? false,
  };

  constructor(private readonly active: readonly ActiveRule[]) {
    this.sifted = active.map((own) => this.prepare(own));
    this.needed = new Set(active.flatMap(({ needs }) => needs ?? []));
  }

  /**
   * Of the rules that may apply in the segment's region, those that may find something in it.
   * @param first the segment is the first of its file
   * @param facts what the rules may ask; what they ask is recorded in it
   */
  rulesFor(segment: Segment, place: Place, first: boolean, facts: Facts, role: RoleFacts): RuleSet {
    return (place.renames ? this.under(place.renames) : this).sift(segment, place, first, facts, role);
  }

  private sift(segment: Segment, place: Place, first: boolean, facts: Facts, role: RoleFacts): RuleSet {
    this.text = segment.text;
    this.facts = facts;
    this.sight.crateRoot = role.crateRoot;
    this.answers.clear();
    this.table.read(segment.text);
    let found = 0;
    const key = this.key;
    for (let index = 0; index < this.sifted.length; index++) {
      const { own, lists, exact } = this.sifted[index] as Sifted;
      if (lists.length > 0 && !this.allStand(lists)) continue;
      if (exact || this.wanted(own, segment, place, first)) key[found++] = index;
    }
    return this.setOf(found === 0 ? "" : String.fromCharCode.apply(undefined, key.slice(0, found)));
  }

  /** One object for equal sets, so that what is prepared for a set is prepared once. */
  private setOf(key: string): RuleSet {
    let set = this.sets.get(key);
    if (!set) {
      if (this.sets.size >= mostSets) this.sets.clear();
      this.sets.set(key, (set = new RuleSet([...key].map((char) => this.active[char.charCodeAt(0)] as ActiveRule))));
    }
    return set;
  }

  private wanted({ rule, needs, options }: ActiveRule, segment: Segment, place: Place, first: boolean): boolean {
    if (rule.wants) return rule.wants(segment, place, first, options, this.sight);
    return needs === undefined || containsAny(segment.text, needs);
  }

  private allStand(lists: readonly (readonly number[])[]): boolean {
    for (const list of lists) {
      let stands = false;
      for (const id of list) {
        if (!this.table.stands(id)) continue;
        stands = true;
        break;
      }
      if (!stands) return false;
    }
    return true;
  }

  private prepare(own: ActiveRule): Sifted {
    const { rule, needs } = own;
    const wanted = rule.wants ? (rule.clues ?? []) : needs ? [needs] : [];
    const lists: number[][] = [];
    let exact = !rule.wants;
    for (const words of wanted) {
      const parts = words.map((word) => (word.endsWith("*") ? word : identifierIn(word)));
      exact &&= parts.every((part, index) => part === words[index]);
      // A word without letters may stand anywhere, so that its list asks for nothing.
      if (!parts.includes(undefined)) lists.push(parts.flatMap((part) => (part === undefined ? [] : [this.table.add(part)])));
    }
    return { own, lists, exact };
  }

  private under(renames: NonNullable<Place["renames"]>): RuleFilter {
    const known = this.ofModule.get(renames);
    if (known) return known;
    const own = renames.filter((leaf) => this.needed.has(lastSegment(leaf.path)));
    const key = own.map((leaf) => `${lastSegment(leaf.path)} ${leaf.name}`).join();
    const found = own.length === 0 ? this : (this.underNames.get(key) ?? new RuleFilter(this.active.map((rule) => underOtherNames(rule, own))));
    if (found !== this) {
      if (this.underNames.size >= mostNames) this.underNames.clear();
      this.underNames.set(key, found);
    }
    this.ofModule.set(renames, found);
    return found;
  }
}

/** With `use std::process::exit as quit`, a rule that needs `exit` needs `exit` or `quit`. */
function underOtherNames(own: ActiveRule, renames: NonNullable<Place["renames"]>): ActiveRule {
  const { needs } = own;
  const others = needs && renames.flatMap((leaf) => (needs.includes(lastSegment(leaf.path)) ? [leaf.name] : []));
  return needs && others && others.length > 0 ? { ...own, needs: [...needs, ...others] } : own;
}
