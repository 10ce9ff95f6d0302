/**
 * The contract of a rule: one value that holds everything about it. Registry, pages, schema, README tables and the
 * checklist are derived from these values; nothing about a rule is written anywhere else.
 */
import type { Code } from "./code.js";
import type { CallStep, Fix, RelatedPlace, Severity } from "./finding.js";
import type { NodeKind } from "./kinds.generated.js";
import type { Mention } from "./mentions.js";
import type { Place } from "./outline.js";
import type { Region } from "./role.js";
import type { Segment } from "./segment.js";
import type { SourceFile } from "./sourceFile.js";
import type { Node } from "./syntax.js";

/** Rule groups, each a folder below `server/src/rules`. */
export const groups = {
  panics: "Panics and unfinished code",
  errors: "Error handling and error types",
  unsafe: "Unsafe code",
  async: "Async code",
  "global-state": "Mutable global state",
  suppression: "Silenced lints and waivers",
  docs: "Documentation",
  testing: "Tests",
  crypto: "Cryptography and secrets",
  performance: "Performance",
  api: "Public API",
} as const;

export type Group = keyof typeof groups;

/** Named sets of rules; every rule is on in `strict`. */
export const profiles = ["recommended", "library", "service", "ffi", "strict"] as const;
export type Profile = (typeof profiles)[number];

/** The smallest part of the project whose change can change a verdict of the rule. */
export type RuleScope = "function" | "item" | "file" | "crate";

/** Schema of one option; the default is also its type. */
export type OptionSchema =
  | { readonly type: "boolean"; readonly default: boolean; readonly description: string }
  | { readonly type: "number"; readonly default: number; readonly description: string }
  | { readonly type: "string"; readonly default: string; readonly description: string }
  | { readonly type: "strings"; readonly default: readonly string[]; readonly description: string };

type OptionValue<S extends OptionSchema> = S extends { type: "boolean" } ? boolean : S extends { type: "number" } ? number : S extends { type: "string" } ? string : readonly string[];

export type OptionValues<O> = { readonly [K in keyof O]: O[K] extends OptionSchema ? OptionValue<O[K]> : never };

/** Placeholders `{name}` of a message. */
type Placeholders<M extends string> = M extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

/** Data a message needs; a message without placeholders takes none. */
type MessageData<M extends string> = [Placeholders<M>] extends [never] ? { readonly data?: undefined } : { readonly data: { readonly [K in Placeholders<M>]: string } };

/** What a rule hands to `report`. */
export type Report<M extends Record<string, string>> = {
  [K in keyof M & string]: {
    readonly message: K;
    /** The range to underline, as segment offsets; the node's own range without it. */
    readonly range?: { readonly start: number; readonly end: number };
    /** Other places that explain the finding, as segment offsets. */
    readonly related?: readonly RelatedPlace[];
    /** The calls by which the finding comes about, in other functions of the crate. */
    readonly through?: readonly CallStep[];
    /**
     * Computes the fixes; called only when somebody asks for them. Offsets of edits count from the segment's start and
     * may lie outside the segment. `\n` becomes the file's line ending.
     */
    readonly fixes?: (fix: FixContext) => readonly Fix[];
  } & MessageData<M[K]>;
}[keyof M & string];

/** What a rule's visitor works with. */
export interface RuleContext<M extends Record<string, string> = Record<string, string>, O = Record<string, OptionSchema>> {
  readonly code: Code;
  readonly options: OptionValues<O>;
  /** The segment is the first of the file. */
  readonly first: boolean;
  /**
   * Reports a finding at a node. Dropped when the rule does not apply in the node's region, inside a syntax error, or
   * under an `allow`/`expect` of one of the rule's lints.
   */
  report(node: Node, report: Report<M>): void;
  /** True when a report at the node would be dropped for its region (tests, examples …). */
  exempt(node: Node): boolean;
}

/** What a fix may look at: the whole file, besides the segment's code. */
export interface FixContext {
  readonly file: SourceFile;
  /** Offset of the segment in the file. */
  readonly segmentStart: number;
  readonly segmentIndex: number;
  /** Parses a segment of the file for the duration of `use`; undefined when it is unparsable. Keep no node of it. */
  withCode<T>(segmentIndex: number, use: (code: Code) => T): T | undefined;
  /** Where an identifier stands in the other files of the package; undefined where the host cannot tell. */
  readonly elsewhere?: (identifier: string) => readonly Mention[] | undefined;
}

/** A question about a text; told apart by the function, so that it is asked once for several rules. */
export type TextTest = (text: string) => boolean;

/** What a rule may ask before a segment is parsed. */
export interface Sight {
  /** Asks something of the segment's text, once for all rules that ask the same. */
  once(test: TextTest): boolean;
  /** The file is the root of its crate. */
  readonly crateRoot: boolean;
  /** True in a file that imports one of the crates or modules, given by their names with blanks between them. */
  importsAny(roots: string): boolean;
}

type Visitor<M extends Record<string, string>, O> = (node: Node, cx: RuleContext<M, O>) => void;

/** Declaration of a rule. */
export interface RuleSpec<M extends Record<string, string>, O> {
  /** File name, configuration key, page name: kebab-case. */
  readonly id: string;
  readonly group: Group;
  /** Version of the extension that brought the rule. */
  readonly since: string;
  readonly severity: Severity;
  /** Profiles besides `strict` in which the rule is on. */
  readonly profiles: readonly Exclude<Profile, "strict">[];
  /** Lints that say the same (`clippy::…` or a rustc lint): an `allow` of one silences the rule, their diagnostics fold into its findings. */
  readonly lints: readonly string[];
  /** Section of the covenant the rule enforces. */
  readonly clause: string;
  readonly scope: RuleScope;
  /** Where it applies. */
  readonly regions: readonly Region[];
  /** Presence rules report what is there; absence rules report what is missing and are silent in broken items. */
  readonly looksFor: "presence" | "absence";
  /**
   * What a judgement of a function looks at: `header` is attributes, docs and signature. A function that only such rules
   * look at is parsed without its body.
   */
  readonly reads?: "header";
  /**
   * Words of which at least one must stand in a segment for the rule to have anything to say; without it, every segment
   * is visited. A function where the words depend on the rule's options.
   */
  readonly needs?: readonly string[] | ((options: OptionValues<O>) => readonly string[]);
  /**
   * Every node that the rule has something to say about holds one of the `needs` words. Only such nodes are visited,
   * however long the function around them is.
   */
  readonly atWords?: true;
  /**
   * Of the blocks in a function it looks only into those in whose code one of the `needs` words stands, comments and
   * literals not counted; and where none stands in a segment's code, it has nothing to say. What matters beside a word
   * are the blocks around it. Other blocks are parsed as if they were empty.
   */
  readonly blocks?: "with-words";
  /** The rule speaks of items that the crate's public API reaches, and of nothing else. Other items are not parsed for it. */
  readonly about?: "public-api";
  /**
   * A finer condition than `needs`, for rules that look at items; it is asked instead of `needs`.
   * @param sight what else it may ask
   */
  readonly wants?: (segment: Segment, place: Place, first: boolean, options: OptionValues<O>, sight: Sight) => boolean;
  /**
   * For a rule with `wants`: lists of words. Where of some list none stands in the segment, `wants` would say no and is
   * not asked. A word stands where an identifier is the word or ends in it, `word*` where one begins with it.
   */
  readonly clues?: readonly (readonly string[])[];
  /** One sentence: what it forbids or asks for. */
  readonly summary: string;
  /** Why it matters, for the page and the hover. */
  readonly why: string;
  /** How to put it right, for the page and the hover. */
  readonly remedy: string;
  /** What it cannot see, and where it differs from its lint on purpose. */
  readonly limits?: string;
  readonly options: O;
  readonly messages: M;
  readonly on: { readonly [K in NodeKind]?: Visitor<M, O> };
}

/** A rule as the engine keeps it, its own message and option types forgotten. */
export interface Rule extends Omit<RuleSpec<Record<string, string>, Readonly<Record<string, OptionSchema>>>, "on" | "needs" | "wants"> {
  readonly needs?: readonly string[] | ((options: Readonly<Record<string, unknown>>) => readonly string[]);
  readonly wants?: (segment: Segment, place: Place, first: boolean, options: Readonly<Record<string, unknown>>, sight: Sight) => boolean;
  readonly on: Readonly<Partial<Record<NodeKind, (node: Node, cx: RuleContext) => void>>>;
}

/** Declares a rule; the compiler checks message ids, their data and the options used. */
export function defineRule<const M extends Record<string, string>, const O extends Readonly<Record<string, OptionSchema>>>(spec: RuleSpec<M, O>): Rule {
  return spec as unknown as Rule;
}

/** Fills the placeholders of a message. */
export function formatMessage(message: string, data: Readonly<Record<string, string>> | undefined): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => data?.[name] ?? whole);
}
