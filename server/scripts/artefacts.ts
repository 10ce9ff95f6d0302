// Everything that is derived from the rules, their fixtures, the grammar and the client's table, computed in memory. The
// same sources give the same bytes on every machine: sorted, `\n`, no clock, no paths.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configSchema } from "../src/config/schema.js";
import { groups } from "../src/engine/rule.js";
import { rulePage } from "../src/engine/rulePage.js";
import { examplesSource, ruleExamples } from "./artefactsExamples.js";
import { fillMarkers, readmeParts, rulesIndex, rulesIndexPath } from "./artefactsReadme.js";
import { loadRuleTools } from "./artefactsTools.js";
import { contributes, restrictedConfigurations } from "./contributes.js";
import { lintsSource, registrySource, ruleFiles, type RuleFile } from "./registry.js";
import { TaskError } from "./task.js";

/** A derived file. */
export interface Artefact {
  /** Relative to the project, `/` between names. */
  readonly path: string;
  /** Its whole text; undefined when the file must not exist. */
  readonly text: string | undefined;
}

/** The command that every message about stale files names. */
export const generateCommand = "npm run generate";

/**
 * Computes every derived file.
 *
 * @param root absolute path of the project
 * @returns the files, sorted by path
 * @throws TaskError where a rule is not where its declaration says, or a fixture has no examples; esbuild's error where
 * a rule does not bundle
 */
export async function artefacts(root: string): Promise<readonly Artefact[]> {
  const files = ruleFiles(join(root, "server", "src", "rules"));
  const registry = registrySource(files);
  const tools = await loadRuleTools(root, registry);
  checkPlaces(files, tools.rules);
  const examples = await ruleExamples(root, tools);
  const summaries = tools.ruleSummaries(tools.rules);
  const read = (path: string): string => readFileSync(join(root, path), "utf8");
  const pages = tools.rules.flatMap((rule) => {
    const own = examples.get(rule.id);
    return own ? [{ path: `docs/rules/${rule.id}.md`, text: rulePage(rule, own) }] : [];
  });
  const derived: Artefact[] = [
    { path: "server/src/engine/kinds.generated.ts", text: kindsSource(read("node_modules/tree-sitter-rust/src/node-types.json")) },
    { path: "server/src/rules/index.generated.ts", text: registry },
    { path: "server/src/rules/lints.generated.ts", text: lintsSource(tools.rules) },
    { path: "server/src/rules/examples.generated.ts", text: examplesSource(examples) },
    { path: "docs/covenant.schema.json", text: json(configSchema(summaries)) },
    { path: "package.json", text: manifest(read("package.json"), contributes(summaries)) },
    { path: "README.md", text: fillMarkers(read("README.md"), readmeParts(tools.rules)) },
    { path: rulesIndexPath, text: rulesIndex(tools.rules) },
    ...pages,
  ];
  const known = new Set(derived.map(({ path }) => path));
  const leftOver = pagesOnDisk(root).filter((path) => !known.has(path)).map((path) => ({ path, text: undefined }));
  return [...derived, ...leftOver].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The artefacts that differ from what is on disk. */
export function staleArtefacts(root: string, all: readonly Artefact[]): readonly Artefact[] {
  return all.filter(({ path, text }) => {
    const file = join(root, path);
    return text !== (existsSync(file) ? readFileSync(file, "utf8") : undefined);
  });
}

/** Writes the artefacts that differ and removes those that must not exist. */
export async function writeArtefacts(root: string, stale: readonly Artefact[]): Promise<void> {
  for (const { path, text } of stale) {
    const file = join(root, path);
    if (text === undefined) {
      await rm(file, { force: true });
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** A rule's id is its file name and its group is its folder. */
function checkPlaces(files: readonly RuleFile[], rules: readonly { readonly id: string; readonly group: string }[]): void {
  files.forEach((file, index) => {
    const rule = rules[index];
    const path = `server/src/rules/${file.group}/${file.id}.ts`;
    if (!Object.hasOwn(groups, file.group)) throw new TaskError(`${path} stands in no group; groups are declared in server/src/engine/rule.ts`);
    if (rule?.id !== file.id) throw new TaskError(`${path} declares the rule \`${rule?.id ?? ""}\`; the id must be the file name`);
    if (rule.group !== file.group) throw new TaskError(`${path} declares the group \`${rule.group}\`; it must be the folder`);
  });
}

function pagesOnDisk(root: string): readonly string[] {
  const folder = join(root, "docs", "rules");
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".md")).map((name) => `docs/rules/${name}`) : [];
}

/**
 * The union of the grammar's named node kinds.
 *
 * @param nodeTypes text of the grammar's `node-types.json`
 * @throws TaskError where the text is no list of node types
 */
export function kindsSource(nodeTypes: string): string {
  const parsed: unknown = JSON.parse(nodeTypes);
  if (!Array.isArray(parsed)) throw new TaskError("node-types.json of tree-sitter-rust is no list");
  const kinds = (parsed as unknown[]).flatMap((entry) => {
    const { type, named } = entry as { readonly type?: unknown; readonly named?: unknown };
    return named === true && typeof type === "string" && !type.startsWith("_") ? [type] : [];
  });
  const sorted = [...new Set(kinds)].sort();
  if (sorted.length === 0) throw new TaskError("node-types.json of tree-sitter-rust names no kinds");
  return ["/** Named node kinds of tree-sitter-rust. Generated by `npm run generate`; do not edit. */", "export type NodeKind =", ...sorted.map((kind, index) => `  | ${JSON.stringify(kind)}${index === sorted.length - 1 ? ";" : ""}`), ""].join("\n");
}

/** The package manifest with its `contributes` and its list of restricted settings replaced, everything else kept. */
function manifest(text: string, contributed: unknown): string {
  const parsed = JSON.parse(text) as Record<string, unknown> & { readonly capabilities?: { readonly untrustedWorkspaces?: object } };
  const capabilities = {
    ...parsed.capabilities,
    untrustedWorkspaces: { ...parsed.capabilities?.untrustedWorkspaces, restrictedConfigurations: restrictedConfigurations() },
  };
  return json({ ...parsed, capabilities, contributes: contributed });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
