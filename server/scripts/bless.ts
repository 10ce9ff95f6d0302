// `npm run bless [-- <rule-id>…]`: runs the fixtures and writes what their fixes make of them, then generates. Look at the
// difference before you commit it.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { build } from "esbuild";
import { artefacts, staleArtefacts, writeArtefacts } from "./artefacts.js";
import { run } from "./processes.js";
import { registrySource, ruleFiles } from "./registry.js";
import type { Task } from "./task.js";

/**
 * Runs the fixture tests of the named rules, of all rules without names.
 *
 * @returns 0 where all pass and the derived files are written; 1 where a fixture fails
 */
export async function main(task: Task): Promise<number> {
  // The runner takes the rules from the registry, which a rule file that came or went has made stale.
  const rules = join(task.root, "server", "src", "rules");
  await writeFile(join(rules, "index.generated.ts"), registrySource(ruleFiles(rules)));
  const code = await run(process.execPath, await fixtureRun(task.root, task.args), { cwd: task.root, env: { ...process.env, COVENANT_BLESS: "1" } });
  if (code !== 0) return code;
  const stale = staleArtefacts(task.root, await artefacts(task.root));
  await writeArtefacts(task.root, stale);
  for (const { path } of stale) console.error(`wrote ${path}`);
  return 0;
}

/**
 * Bundles the fixture runner, so that it runs although the rest of the tests may not compile yet.
 *
 * @param root absolute path of the project
 * @param ids rules whose fixtures run; all where empty
 * @returns arguments for Node that run the fixtures with Mocha; running none counts as failure
 */
export async function fixtureRun(root: string, ids: readonly string[]): Promise<readonly string[]> {
  const outfile = join(root, "out", "test", "fixtures.bundle.mjs");
  await mkdir(join(root, "out", "test"), { recursive: true });
  await build({ entryPoints: [join(root, "test", "fixtures.test.ts")], outfile, bundle: true, packages: "external", platform: "node", format: "esm", target: "node20", sourcemap: "inline", logLevel: "warning" });
  const grep = ids.length > 0 ? ["--grep", `rule fixtures (?:${ids.join("|")})\\.`] : [];
  return [join(root, "node_modules", "mocha", "bin", "mocha.js"), "--fail-zero", ...grep, outfile];
}
