/** Runs rules over texts in tests: no host, no configuration file. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { FileAnalyzer, type AnalysisInput } from "../server/src/engine/analyze.js";
import { fixesFor, type MendedFinding } from "../server/src/engine/fixes.js";
import type { Finding } from "../server/src/engine/finding.js";
import { loneFile, type RoleFacts, type Target } from "../server/src/engine/role.js";
import type { EngineConfig } from "../server/src/engine/rules.js";
import type { Rule } from "../server/src/engine/rule.js";
import { SourceFile } from "../server/src/engine/sourceFile.js";
import { Syntax } from "../server/src/engine/syntax.js";
import { rules } from "../server/src/rules/index.generated.js";

const require = createRequire(import.meta.url);

/** Starts tree-sitter from the installed packages. */
export function loadSyntax(): Promise<Syntax> {
  return Syntax.load(readFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm")), readFileSync(require.resolve("tree-sitter-rust/tree-sitter-rust.wasm")));
}

/** A configuration with the given rules on at their own severities; `options` by rule id. */
export function configOf(on: readonly Rule[], options: Readonly<Record<string, Record<string, unknown>>> = {}): EngineConfig {
  return {
    key: JSON.stringify([on.map((rule) => rule.id), options]),
    rules: new Map(
      on.map((rule) => [
        rule.id,
        { level: rule.severity, options: { ...Object.fromEntries(Object.entries(rule.options).map(([name, schema]) => [name, schema.default])), ...options[rule.id] } },
      ]),
    ),
    testAttributes: [],
    testFeatures: [],
    testMacros: [],
    quotingMacros: [],
  };
}

/** Rules by id; throws for an unknown one. */
export function rulesNamed(...ids: readonly string[]): readonly Rule[] {
  return ids.map((id) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule) throw new Error(`no rule ${id}`);
    return rule;
  });
}

/** The role that fixture directives describe. */
export function roleOf(directives: ReadonlyMap<string, string>): RoleFacts {
  const dependencies = new Set<string>();
  const features = new Map<string, readonly string[]>();
  for (const part of directives.get("dependencies")?.matchAll(/([\w-]+)(?:\[([^\]]*)\])?/g) ?? []) {
    const key = (part[1] ?? "").replaceAll("-", "_");
    dependencies.add(key);
    features.set(key, (part[2] ?? "").split(/[\s,]+/).filter((name) => name !== ""));
  }
  const rustVersion = directives.get("rust-version");
  const fuzzed = directives.get("fuzzed");
  return {
    ...loneFile,
    target: (directives.get("target") as Target | undefined) ?? "library",
    crateRoot: directives.get("crate-root") !== "false",
    testRole: directives.get("test-role") === "true",
    dependencies,
    dependencyFeatures: features,
    edition: directives.get("edition") ?? "2021",
    ...(rustVersion === undefined ? {} : { rustVersion }),
    ...(fuzzed === undefined ? {} : { fuzzed: ` ${fuzzed} ` }),
  };
}

/** Findings of a text with the given rules. `today` is `YYYY-MM-DD`; without it no waiver runs out. */
export function findingsIn(syntax: Syntax, text: string, on: readonly Rule[], role: RoleFacts = { ...loneFile, target: "library" }, config: EngineConfig = configOf(on), today?: string): readonly Finding[] {
  const analyzer = new FileAnalyzer(syntax, rules);
  try {
    const result = analyzer.analyze({ file: SourceFile.of(text), role, config, crate: undefined, today });
    if (result && result.problems.length > 0) throw new Error(result.problems.map((problem) => `${problem.rule}: ${problem.message}`).join("\n"));
    return result?.findings ?? [];
  } finally {
    analyzer.dispose();
  }
}

/** Findings of a text with the fixes offered for each. */
export function fixesIn(syntax: Syntax, text: string, on: readonly Rule[], role: RoleFacts = { ...loneFile, target: "library" }, config: EngineConfig = configOf(on), today?: string): readonly MendedFinding[] {
  const analyzer = new FileAnalyzer(syntax, rules);
  try {
    const input: AnalysisInput = { file: SourceFile.of(text), role, config, crate: undefined, today };
    const result = analyzer.analyze(input);
    return fixesFor(syntax, rules, analyzer, input, result?.findings ?? [], 0, text.length);
  } finally {
    analyzer.dispose();
  }
}
