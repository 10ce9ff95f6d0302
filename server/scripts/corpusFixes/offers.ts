// Everything the editor would offer in a crate: judges its files with every rule on and computes the fixes.
import { join } from "node:path";
import { FileAnalyzer, type AnalysisInput } from "../../src/engine/analyze.js";
import { defaultTestFeatures } from "../../src/engine/cfg.js";
import type { Fix } from "../../src/engine/finding.js";
import { fixAll } from "../../src/engine/fixAll.js";
import { fixesFor, orderedEdits } from "../../src/engine/fixes.js";
import { summarize } from "../../src/engine/outline.js";
import { RuleBook } from "../../src/engine/ruleBook.js";
import { SourceFile } from "../../src/engine/sourceFile.js";
import type { Syntax } from "../../src/engine/syntax.js";
import { ruleSummaries } from "../../src/node/catalogue.js";
import { PackageIndex } from "../../src/node/packageIndex.js";
import { diskReader, joinPath } from "../../src/node/workspaceFiles.js";
import { rules } from "../../src/rules/index.generated.js";
import { segmentKey, touchedBy, type Placed } from "./batches.js";

/** What kind of offer a fix is. */
export type OfferKind =
  /** Applied by "fix all". */
  | "safe"
  /** For the user to judge. */
  | "suggestion"
  /** The waiver comment, which every finding is offered. */
  | "waiver";

/** A fix that the editor would offer. */
export interface Offer extends Placed {
  readonly rule: string;
  readonly kind: OfferKind;
  readonly title: string;
  /** Line of the finding, from 1. */
  readonly line: number;
  /** Key of the finding's segment. */
  readonly home: string;
  /** Offset of the finding in the file. */
  readonly at: number;
}

/** A file of a crate with what is offered in it. */
export interface OfferedFile {
  /** Relative to the crate, `/` between names. */
  readonly name: string;
  readonly file: SourceFile;
  readonly offers: readonly Offer[];
  /** The text after all safe fixes, and how many were applied. */
  readonly mended: { readonly text: string; readonly applied: number; readonly parses: boolean };
}

/** The offers in a crate, and findings whose fixes could not be computed. */
export interface Offers {
  /** Arguments of `cargo check` that name the crate's library and programs. */
  readonly targets: readonly string[];
  /** Root files of the build script. */
  readonly buildScripts: readonly string[];
  readonly files: readonly OfferedFile[];
  readonly problems: readonly string[];
}

/**
 * Judges a crate with every rule on.
 *
 * @param folder absolute path of the crate, `/` between names
 * @throws Error when the folder is no package
 */
export function offersIn(syntax: Syntax, folder: string): Offers {
  const reader = diskReader();
  const index = new PackageIndex(reader, ruleSummaries(rules), { profile: "strict" });
  const facts = index.packageOf(joinPath(folder, "Cargo.toml"));
  if (!facts) throw new Error(`${folder} is no package`);
  const book = new RuleBook(rules);
  const read = facts.files.flatMap((name) => {
    const path = joinPath(folder, name);
    const text = reader.readText(path);
    if (text === undefined) return [];
    const file = SourceFile.of(text);
    const analyzer = new FileAnalyzer(syntax, book);
    index.setSummary(path, summarize(analyzer.outlineFile(file), file.segments, analyzer.declarationCache, new Set(defaultTestFeatures)));
    return [{ name, path, file, analyzer }];
  });
  const problems: string[] = [];
  const files = read.map(({ name, path, file, analyzer }): OfferedFile => {
    try {
      const { role, config, crate } = index.inputOf(path);
      const input: AnalysisInput = { file, role, config: config.engine, crate, today: undefined };
      const findings = analyzer.analyze(input)?.findings ?? [];
      const offers: Offer[] = [];
      for (const { finding, fixes, problem } of fixesFor(syntax, rules, analyzer, input, findings, 0, file.length)) {
        if (problem) problems.push(`${join(folder, name)}: ${problem.rule}: ${problem.message}`);
        for (const fix of fixes) {
          const edits = [...(orderedEdits(fix) ?? [])].reverse();
          offers.push({
            file: name,
            edits,
            touched: touchedBy(name, file, edits, finding.start),
            rule: finding.rule,
            kind: kindOf(fix),
            title: fix.title,
            line: file.positionAt(finding.start).line + 1,
            home: segmentKey(name, file, finding.start),
            at: finding.start,
          });
        }
      }
      const { file: after, applied } = fixAll(syntax, rules, analyzer, input);
      return { name, file, offers, mended: { text: after.text, applied, parses: parsesAsWell(syntax, file.text, after.text) } };
    } finally {
      analyzer.dispose();
    }
  });
  const kinds = new Set(facts.model.targets.map((target) => target.kind));
  return { targets: [...(kinds.has("library") || kinds.has("proc-macro") ? ["--lib"] : []), ...(kinds.has("binary") ? ["--bins"] : [])], buildScripts: facts.model.targets.filter((target) => target.kind === "build-script").map((target) => target.path), files, problems };
}

function kindOf(fix: Fix): OfferKind {
  if (fix.title.startsWith("Waive `")) return "waiver";
  return fix.applicability;
}

/** Whether a text has no more syntax errors than another. The engine asks this of single segments; here whole files are parsed. */
export function parsesAsWell(syntax: Syntax, before: string, after: string): boolean {
  return errors(syntax, after) <= errors(syntax, before);
}

/** Number of places of a text that do not parse. */
function errors(syntax: Syntax, text: string): number {
  const tree = syntax.parse(syntax.prepared(text));
  if (!tree) return Number.MAX_SAFE_INTEGER;
  try {
    return tree.rootNode.hasError ? tree.rootNode.descendantsOfType("ERROR").length + 1 : 0;
  } finally {
    syntax.free(tree);
  }
}
