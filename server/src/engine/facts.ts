/**
 * What a rule may ask about text outside the segment it looks at. Every question and its answer is recorded, so that
 * after an edit elsewhere a cached result stays valid exactly as long as its questions have the same answers. This is
 * the only way from one segment to another: a verdict cannot depend on anything that is not recorded.
 */
import { blockingHelper } from "./blockingHelpers.js";
import { constantUses } from "./bodyUses.js";
import { callsExpectedToPanic, helperFacts, wipesOnDrop, type HelperFact } from "./bodyFacts.js";
import { isBlockingName } from "./helperCalls.js";
import { indexCrate, unknownFile, type FileInCrate } from "./crateIndex.js";
import type { CallStep } from "./finding.js";
import { lastSegment, namedFields, returnTypeText, typeAlias } from "./declarations.js";
import { saysGenerated } from "./generated.js";
import { mark, type MarkKind } from "./marks.js";
import type { AliasFact, Binding, SignatureFact } from "./factAnswers.js";
import { summarize, type DeclarationCache, type DeclaredItem, type ModuleScope, type Outline } from "./outline.js";
import { tablesOf, type Tables } from "./factTables.js";
import type { SafetyContract } from "./safetyContracts.js";
import type { Segment } from "./segment.js";
import { withoutComments } from "./trivia.js";

export type { AliasFact, Binding, SignatureFact } from "./factAnswers.js";

/** Questions: arguments and answer. Answers are plain data. `scope` is a module key. */
interface Questions {
  binding: { args: readonly [scope: string, name: string]; answer: Binding | null };
  globs: { args: readonly [scope: string]; answer: readonly string[] };
  alias: { args: readonly [scope: string, name: string]; answer: AliasFact | null };
  signatures: { args: readonly [name: string]; answer: readonly SignatureFact[] };
  hasMethod: { args: readonly [type: string, method: string]; answer: boolean };
  fieldType: { args: readonly [type: string, field: string]; answer: string | null };
  /** A struct of the file that holds nothing: `struct E;`, `struct E(());`. */
  emptyStruct: { args: readonly [name: string]; answer: boolean };
  staticMut: { args: readonly [scope: string, name: string]; answer: boolean };
  /** The crate has an error impl for a type of that name, derives included; null where files of the crate are not known. */
  errorImpl: { args: readonly [name: string]; answer: boolean | null };
  /** Safe code of the crate calls the unsafe function; null where files of the crate are not known. */
  wrapped: { args: readonly [name: string]; answer: boolean | null };
  /** The file names the constant, and only as the element of array repeats. */
  onlyRepeated: { args: readonly [name: string]; answer: boolean };
  /** The crate index knows the file, so questions about the crate are answered for all of it. */
  indexed: { args: readonly []; answer: boolean };
  definesMacro: { args: readonly [name: string]; answer: boolean };
  imports: { args: readonly [root: string]; answer: boolean };
  reachable: { args: readonly [scope: string, name: string]; answer: boolean };
  open: { args: readonly [scope: string]; answer: boolean };
  documentedFile: { args: readonly [scope: string, name: string]; answer: boolean | null };
  testFile: { args: readonly []; answer: boolean };
  allowedAbove: { args: readonly [lint: string]; answer: boolean };
  publicItems: { args: readonly []; answer: boolean };
  generated: { args: readonly []; answer: boolean };
  sealingMember: { args: readonly [trait: string]; answer: boolean };
  marked: { args: readonly [kind: MarkKind, name: string]; answer: boolean };
  /** Does the file import something of one of these crates? Names separated by blanks. */
  importsAny: { args: readonly [roots: string]; answer: boolean };
  /** Functions and methods of that name, or the methods of the type of that name. */
  helpers: { args: readonly [name: string]; answer: readonly HelperFact[] };
  /** What the `#[should_panic]` tests of the file call, see `callsExpectedToPanic`. */
  panicTested: { args: readonly []; answer: readonly string[] };
  /** Is the type's memory overwritten when it is dropped, by an impl of the file? */
  wipes: { args: readonly [type: string]; answer: boolean };
  /** Contracts of the package's unsafe functions of that name. */
  contracts: { args: readonly [name: string]; answer: readonly SafetyContract[] };
  /** The calls by which a synchronous function of the crate blocks its thread. `path` and `owner` as `blockingHelper` takes them. */
  blocks: { args: readonly [scope: string, owner: string, path: string]; answer: readonly CallStep[] | null };
}

type Kind = keyof Questions;

/** A recorded question: what was asked and the answer as JSON. */
export interface Recorded {
  readonly key: string;
  readonly kind: string;
  readonly args: readonly string[];
  readonly answer: string;
}

/** The answers for one version of a file. */
export class FileFacts {
  private readonly known = new Map<string, { value: unknown; json: string }>();
  private ownIndex: FileInCrate | undefined;
  private lookup: Tables | undefined;

  constructor(
    private readonly outline: Outline,
    private readonly segments: readonly Segment[],
    private readonly cache: DeclarationCache,
    /** The crate index's view of this file; undefined when the file is judged alone. */
    private readonly crate: FileInCrate | undefined,
  ) {}

  /** Answers a question and gives the answer's JSON beside it. */
  answer<K extends Kind>(kind: K, args: Questions[K]["args"], key = keyOf(kind, args)): { value: Questions[K]["answer"]; json: string } {
    let found = this.known.get(key);
    if (!found) {
      const value = this.compute(kind, args);
      found = { value, json: JSON.stringify(value) };
      this.known.set(key, found);
    }
    return found as { value: Questions[K]["answer"]; json: string };
  }

  /** True when every recorded question still has its recorded answer. */
  stillTrue(recorded: readonly Recorded[]): boolean {
    return recorded.every(({ kind, args, answer, key }) => this.answer(kind as Kind, args as never, key).json === answer);
  }

  /** A call of a function of that name may say something about what blocks; true as long as nobody asked. */
  mayBlock(name: string): boolean {
    return isBlockingName(name) || ((this.crate?.known ? this.crate : this.ownIndex)?.helpers.crate.names.has(name) ?? true);
  }

  private compute(kind: Kind, args: readonly string[]): unknown {
    const [first = "", second = "", third = ""] = args;
    switch (kind) {
      case "binding":
        return this.binding(first, second);
      case "globs":
        return this.scope(first)?.uses.filter(({ leaf }) => leaf.name === "*").map(({ leaf }) => leaf.path) ?? [];
      case "alias":
        return this.alias(first, second);
      case "signatures":
        return this.functions(second === "" ? first : second);
      case "hasMethod":
        return this.named(second).some((item) => item.owner === first && item.keyword === "fn");
      case "fieldType":
        return this.fieldType(first, second);
      case "emptyStruct":
        return this.named(first).some((item) => item.keyword === "struct" && /\bstruct\s+\w+\s*(?:\(\s*(?:pub\s*(?:\([^)]*\))?\s*)?\(\s*\)\s*,?\s*\)|\{\s*\})?\s*;?\s*$/.test(item.segment.text));
      case "staticMut":
        return this.declared(first, second).some((item) => item.keyword === "static" && /\bstatic\s+mut\b/.test(item.segment.text)) ?? false;
      case "errorImpl":
        return this.index().errorTypes.has(first) || (this.isWhole() ? false : null);
      case "indexed":
        return this.crate?.known ?? false;
      case "wrapped":
        return this.index().wrapped.has(first) || (this.isWhole() ? false : null);
      case "onlyRepeated": {
        const uses = this.segments.flatMap((segment) => (segment.text.includes(first) ? constantUses(segment).filter(({ name }) => name === first) : []));
        // One use is the declaration itself.
        return uses.length > 1 && uses.filter(({ repeated }) => !repeated).length === 1;
      }
      case "definesMacro":
        return this.named(first).some((item) => item.keyword === "macro-rules");
      case "imports":
        return this.tables().roots.has(first);
      case "reachable":
        return this.isOutside() ? false : this.index().reachable.has(`${first}\0${second}`);
      case "open":
        return this.isOutside() ? false : this.index().open.has(first);
      case "documentedFile":
        return this.crate?.known ? this.crate.documentedFiles.has(`${first}\0${second}`) : null;
      case "testFile":
        return this.crate?.testOnly ?? false;
      case "allowedAbove":
        return this.crate?.allows.has(first) ?? false;
      case "publicItems":
        return this.index().reachable.size > 0 || this.opensSomething();
      case "sealingMember":
        return this.members(first).some((header) => /\b(?:private|sealed|internal)\s*::|\b(?:Sealed|Private|Internal|Token)\b|doc\s*\(\s*hidden/.test(header));
      case "marked":
        return this.index().marks.has(mark(first as MarkKind, second));
      case "generated":
        return saysGenerated(this.segments.slice(0, 2).map((segment) => (segment.kind === "inner" ? segment.text : segment.text.slice(0, segment.head))).join(""));
      case "importsAny":
        return first.split(" ").some((root) => this.tables().roots.has(root));
      case "helpers":
        return helperFacts(this.outline, this.cache, this.tables().byName, first);
      case "panicTested":
        return callsExpectedToPanic(this.segments);
      case "contracts":
        return this.index().contracts.filter(({ name }) => name === first);
      case "blocks":
        return blockingHelper(this.index().helpers, first, second, third)?.steps ?? null;
      case "wipes":
        return wipesOnDrop(this.segments, this.cache, this.tables().byName, first);
    }
  }

  /** Attributes and headers of the functions and types that a trait of the file declares. */
  private members(owner: string): readonly string[] {
    const items = [...this.outline.scopes.values()].flatMap((scope) => scope.items.filter((item) => item.owner === owner));
    return items.map(({ segment }) => withoutComments(segment.text.slice(0, segment.keyword === "fn" ? segment.body : undefined)));
  }

  private scope(key: string): ModuleScope | undefined {
    return this.outline.scopes.get(key);
  }

  /** Look-up tables, made at the first question. */
  private tables(): Tables {
    this.lookup ??= tablesOf(this.outline);
    return this.lookup;
  }

  private named(name: string): readonly DeclaredItem[] {
    return this.tables().byName.get(name) ?? [];
  }

  /** Items of a module by name, members of types left out. */
  private declared(scope: string, name: string): readonly DeclaredItem[] {
    return this.tables().declared.get(`${scope}\0${name}`) ?? [];
  }

  private binding(key: string, name: string): Binding | null {
    const use = this.tables().uses.get(`${key}\0${name}`);
    if (use) return { kind: "import", path: use.path };
    const [item] = this.declared(key, name);
    if (item) return { kind: "local", keyword: item.keyword };
    return this.scope(key)?.children.some((child) => child.name === name) ? { kind: "local", keyword: "mod" } : null;
  }

  private alias(key: string, name: string): Questions["alias"]["answer"] {
    const declared = this.declared(key, name).find((item) => item.keyword === "type");
    const alias = declared && typeAlias(declared.segment);
    if (alias) return { ...alias, isPublic: declared.visibility === "public", elsewhere: false };
    const imported = this.tables().uses.has(`${key}\0${name}`) || this.scope(key)?.uses.some(({ leaf }) => leaf.name === "*");
    const found = imported ? this.index().aliases.get(`${key}\0${name}`) : undefined;
    return found ? { ...found, elsewhere: true } : null;
  }

  private functions(name: string): readonly SignatureFact[] {
    return this.named(name)
      .filter((item) => item.keyword === "fn")
      .map((item) => {
        const header = item.segment.text.slice(item.segment.head, item.segment.body);
        return { owner: item.owner, returns: returnTypeText(item.segment), isAsync: /\basync\b/.test(header), isUnsafe: /\bunsafe\b/.test(header.slice(0, header.indexOf("fn"))) };
      });
  }

  private fieldType(type: string, field: string): string | null {
    const declared = this.named(lastSegment(type)).find((item) => item.keyword === "struct" || item.keyword === "union");
    return (declared && namedFields(declared.segment).get(field)) ?? null;
  }

  /** The file declares a public module or re-exports something: its items may all stand in other files. */
  private opensSomething(): boolean {
    const { items, children, uses } = this.outline.root;
    return items.some((item) => item.owner === "" && item.visibility === "public") || children.some((child) => child.visibility === "public") || uses.some((use) => use.visibility === "public");
  }

  /** The crate is known and no module of it declares the file (a macro may): then nothing says that it is public. */
  private isOutside(): boolean {
    return this.crate?.known === false;
  }

  /** Every file that may speak of this one is known: the crate is indexed, or the file declares no other. */
  private isWhole(): boolean {
    if (this.crate) return this.crate.known;
    return [...this.outline.scopes.values()].every((scope) => scope.items.every((item) => item.keyword !== "mod"));
  }

  private index(): FileInCrate {
    if (this.crate?.known) return this.crate;
    if (!this.ownIndex) {
      const summary = summarize(this.outline, this.segments, this.cache);
      this.ownIndex = indexCrate(new Map([["file.rs", summary]]), ["file.rs"]).get("file.rs");
    }
    return this.ownIndex ?? unknownFile;
  }
}

function keyOf(kind: string, args: readonly string[]): string {
  return `${kind}\0${args.join("\0")}`;
}

const nothing: readonly Recorded[] = [];

/** The facts as rules see them while one segment is judged. */
export class Facts {
  private readonly asked = new Map<string, Recorded>();

  constructor(private readonly facts: FileFacts) {}

  /** Asks a question; the question and its answer become part of the segment's dependencies. */
  ask<K extends Kind>(kind: K, ...args: Questions[K]["args"]): Questions[K]["answer"] {
    const key = keyOf(kind, args);
    const { value, json } = this.facts.answer(kind, args, key);
    if (!this.asked.has(key)) this.asked.set(key, { kind, args, key, answer: json });
    return value;
  }

  /** What was asked so far. */
  get recorded(): readonly Recorded[] {
    return this.asked.size === 0 ? nothing : [...this.asked.values()];
  }
}
