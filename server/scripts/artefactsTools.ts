// Loads the rules and the fixture helpers from their sources. The generator may not import them the ordinary way: the
// registry it would import is one of the files it writes, and may name rules that are gone or miss new ones.
import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import type { RuleSummary } from "../src/config/catalogue.js";
import type { MendedFinding } from "../src/engine/fixes.js";
import type { RoleFacts } from "../src/engine/role.js";
import type { Rule } from "../src/engine/rule.js";
import type { EngineConfig } from "../src/engine/rules.js";
import type { Syntax } from "../src/engine/syntax.js";

/**
 * What the generator uses of the rules and of the test helpers. `test/meta.test.ts` assigns the real functions to this
 * type, so the two cannot drift apart.
 */
export interface RuleTools {
  readonly rules: readonly Rule[];
  /** Rules as the configuration sees them. */
  readonly ruleSummaries: (rules: readonly Rule[]) => readonly RuleSummary[];
  /** A fixture without its annotations. */
  readonly parseFixture: (source: string) => { readonly text: string; readonly directives: ReadonlyMap<string, string> };
  /** The marked parts of a fixture. */
  readonly examples: (text: string) => { readonly bad?: string; readonly good?: string };
  readonly loadSyntax: () => Promise<Syntax>;
  readonly roleOf: (directives: ReadonlyMap<string, string>) => RoleFacts;
  readonly rulesNamed: (...ids: readonly string[]) => readonly Rule[];
  readonly configOf: (on: readonly Rule[], options?: Readonly<Record<string, Record<string, unknown>>>) => EngineConfig;
  readonly fixesIn: (syntax: Syntax, text: string, on: readonly Rule[], role?: RoleFacts, config?: EngineConfig, today?: string) => readonly MendedFinding[];
}

const entry = `
export { rules } from "./server/src/rules/index.generated.js";
export { ruleSummaries } from "./server/src/node/catalogue.js";
export { parseFixture, examples } from "./test/annotations.js";
export { loadSyntax, roleOf, rulesNamed, configOf, fixesIn } from "./test/ruleHarness.js";
`;

/**
 * Bundles and imports the rules of a project.
 *
 * @param root absolute path of the project
 * @param registry source that stands in for `index.generated.ts`, whatever that file says now
 * @throws esbuild's error where a rule does not bundle; the rule's own where it throws while it is declared
 */
export async function loadRuleTools(root: string, registry: string): Promise<RuleTools> {
  // Inside node_modules, so that the packages left out of the bundle are found.
  const cache = join(root, "node_modules", ".cache", "rust-covenant");
  const file = join(cache, `ruleTools-${randomUUID()}.mjs`);
  await mkdir(cache, { recursive: true });
  try {
    await build({
      stdin: { contents: entry, resolveDir: root, loader: "ts" },
      absWorkingDir: root,
      outfile: file,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      sourcemap: "inline",
      logLevel: "silent",
      plugins: [registryInMemory(registry)],
    });
    const loaded: unknown = await import(pathToFileURL(file).href);
    return loaded as RuleTools;
  } finally {
    await rm(file, { force: true });
  }
}

function registryInMemory(contents: string): Plugin {
  return {
    name: "registry-in-memory",
    setup(bundler) {
      bundler.onLoad({ filter: /[\\/]rules[\\/]index\.generated\.ts$/ }, ({ path }) => ({ contents, loader: "ts", resolveDir: dirname(path) }));
    },
  };
}
