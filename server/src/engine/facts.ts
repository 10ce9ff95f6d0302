/**
 * What a rule may ask about text outside the segment it looks at. Every question and its answer is recorded, so that
 * after an edit elsewhere a cached result stays valid exactly as long as its questions have the same answers. This is
 * the only way from one segment to another: a verdict cannot depend on anything that is not recorded.
 */
import { indexCrate, type FileInCrate } from "./crateIndex.js";
import { lastSegment, namedFields, returnTypeText, typeAlias, type TypeAlias } from "./declarations.js";
import { summarize, type DeclarationCache, type ModuleScope, type Outline } from "./outline.js";
import type { ItemKeyword, Segment } from "./segment.js";

/** What a name means in a module. */
export type Binding = { readonly kind: "import"; readonly path: string } | { readonly kind: "local"; readonly keyword: ItemKeyword };

/** A free function or method of the file. */
export interface SignatureFact {
  readonly owner: string;
  readonly returns: string;
  readonly isAsync: boolean;
  readonly isUnsafe: boolean;
}

/** Questions: arguments and answer. Answers are plain data. `scope` is a module key. */
interface Questions {
  binding: { args: readonly [scope: string, name: string]; answer: Binding | null };
  globs: { args: readonly [scope: string]; answer: readonly string[] };
  alias: { args: readonly [scope: string, name: string]; answer: (TypeAlias & { readonly isPublic: boolean }) | null };
  signatures: { args: readonly [name: string]; answer: readonly SignatureFact[] };
  hasMethod: { args: readonly [type: string, method: string]; answer: boolean };
  fieldType: { args: readonly [type: string, field: string]; answer: string | null };
  staticMut: { args: readonly [scope: string, name: string]; answer: boolean };
  definesMacro: { args: readonly [name: string]; answer: boolean };
  imports: { args: readonly [root: string]; answer: boolean };
  reachable: { args: readonly [scope: string, name: string]; answer: boolean };
  open: { args: readonly [scope: string]; answer: boolean };
  documentedFile: { args: readonly [scope: string, name: string]; answer: boolean | null };
  testFile: { args: readonly []; answer: boolean };
  publicItems: { args: readonly []; answer: boolean };
  generated: { args: readonly []; answer: boolean };
}

type Kind = keyof Questions;

/** A recorded question: what was asked and the answer as JSON. */
export interface Recorded {
  readonly kind: string;
  readonly args: readonly string[];
  readonly answer: string;
}

/** The answers for one version of a file. */
export class FileFacts {
  private readonly known = new Map<string, { value: unknown; json: string }>();
  private ownIndex: FileInCrate | undefined;

  constructor(
    private readonly outline: Outline,
    private readonly segments: readonly Segment[],
    private readonly cache: DeclarationCache,
    /** The crate index's view of this file; undefined when the file is judged alone. */
    private readonly crate: FileInCrate | undefined,
  ) {}

  /** Answers a question and gives the answer's JSON beside it. */
  answer<K extends Kind>(kind: K, args: Questions[K]["args"]): { value: Questions[K]["answer"]; json: string } {
    const key = `${kind}\0${args.join("\0")}`;
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
    return recorded.every(({ kind, args, answer }) => this.answer(kind as Kind, args as never).json === answer);
  }

  private compute(kind: Kind, args: readonly string[]): unknown {
    const [first = "", second = ""] = args;
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
        return this.items().some((item) => item.owner === first && item.keyword === "fn" && item.name === second);
      case "fieldType":
        return this.fieldType(first, second);
      case "staticMut":
        return this.scope(first)?.items.some((item) => item.keyword === "static" && item.name === second && /\bstatic\s+mut\b/.test(item.segment.text)) ?? false;
      case "definesMacro":
        return this.items().some((item) => item.keyword === "macro-rules" && item.name === first);
      case "imports":
        return this.segments.some((segment) => (segment.keyword === "use" || segment.keyword === "extern-crate") && this.cache.leavesOf(segment).some((leaf) => leaf.path.split("::")[0] === first));
      case "reachable":
        return this.index().reachable.has(`${first}\0${second}`);
      case "open":
        return this.index().open.has(first);
      case "documentedFile":
        return this.crate?.known ? this.crate.documentedFiles.has(`${first}\0${second}`) : null;
      case "testFile":
        return this.crate?.testOnly ?? false;
      case "publicItems":
        return this.index().reachable.size > 0 || this.opensSomething();
      case "generated":
        return this.segments.slice(0, 2).some((segment) => (segment.kind === "inner" ? segment.text : segment.text.slice(0, segment.head)).includes("@generated"));
    }
  }

  private scope(key: string): ModuleScope | undefined {
    return this.outline.scopes.get(key);
  }

  private items(): ModuleScope["items"] {
    return [...this.outline.scopes.values()].flatMap((scope) => scope.items);
  }

  private binding(key: string, name: string): Binding | null {
    const scope = this.scope(key);
    if (!scope) return null;
    const use = scope.uses.find(({ leaf }) => leaf.name === name);
    if (use) return { kind: "import", path: use.leaf.path };
    const item = scope.items.find((declared) => declared.owner === "" && declared.name === name && declared.keyword !== "macro-call");
    if (item) return { kind: "local", keyword: item.keyword };
    return scope.children.some((child) => child.name === name) ? { kind: "local", keyword: "mod" } : null;
  }

  private alias(key: string, name: string): Questions["alias"]["answer"] {
    const declared = this.scope(key)?.items.find((item) => item.owner === "" && item.keyword === "type" && item.name === name);
    const alias = declared && typeAlias(declared.segment);
    return alias ? { ...alias, isPublic: declared.visibility === "public" } : null;
  }

  private functions(name: string): readonly SignatureFact[] {
    return this.items()
      .filter((item) => item.keyword === "fn" && item.name === name)
      .map((item) => {
        const header = item.segment.text.slice(item.segment.head, item.segment.body);
        return { owner: item.owner, returns: returnTypeText(item.segment), isAsync: /\basync\b/.test(header), isUnsafe: /\bunsafe\b/.test(header.slice(0, header.indexOf("fn"))) };
      });
  }

  private fieldType(type: string, field: string): string | null {
    const declared = this.items().find((item) => (item.keyword === "struct" || item.keyword === "union") && item.name === lastSegment(type));
    return (declared && namedFields(declared.segment).get(field)) ?? null;
  }

  /** The file declares a public module or re-exports something: its items may all stand in other files. */
  private opensSomething(): boolean {
    const { items, children, uses } = this.outline.root;
    return items.some((item) => item.owner === "" && item.visibility === "public") || children.some((child) => child.visibility === "public") || uses.some((use) => use.visibility === "public");
  }

  private index(): FileInCrate {
    if (this.crate?.known) return this.crate;
    if (!this.ownIndex) {
      const summary = summarize(this.outline, this.segments, this.cache);
      this.ownIndex = indexCrate(new Map([["file.rs", summary]]), ["file.rs"]).get("file.rs");
    }
    return this.ownIndex ?? { known: false, testOnly: false, open: new Set(), reachable: new Set(), documentedFiles: new Set() };
  }
}

/** The facts as rules see them while one segment is judged. */
export class Facts {
  private readonly asked = new Map<string, Recorded>();

  constructor(private readonly facts: FileFacts) {}

  /** Asks a question; the question and its answer become part of the segment's dependencies. */
  ask<K extends Kind>(kind: K, ...args: Questions[K]["args"]): Questions[K]["answer"] {
    const { value, json } = this.facts.answer(kind, args);
    const key = `${kind}\0${args.join("\0")}`;
    if (!this.asked.has(key)) this.asked.set(key, { kind, args, answer: json });
    return value;
  }

  /** What was asked so far. */
  get recorded(): readonly Recorded[] {
    return [...this.asked.values()];
  }
}
