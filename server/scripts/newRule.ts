// `npm run new-rule -- <id> --group <group>`: writes a rule and its fixture that compile and pass, then generates. What
// they look for is an example; from there on the rule is yours.
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { groups } from "../src/engine/rule.js";
import { artefacts, staleArtefacts, writeArtefacts } from "./artefacts.js";
import { ruleFiles } from "./registry.js";
import { messageOf, TaskError, type Task } from "./task.js";

/**
 * Scaffolds a rule.
 *
 * @returns 0
 * @throws TaskError for a bad id, an unknown group or a rule that exists; nothing is written then
 */
export async function main(task: Task): Promise<number> {
  const { id, group } = parse(task.args);
  const files = await newRule(task.root, id, group);
  for (const file of files) console.error(`wrote ${file}`);
  console.error("next: say in the rule what it asks for and why, in the fixture what it finds; then `npm run bless -- " + id + "`");
  return 0;
}

function parse(args: readonly string[]): { readonly id: string; readonly group: string } {
  let values: { readonly group?: string | undefined };
  let positionals: readonly string[];
  try {
    ({ values, positionals } = parseArgs({ args: [...args], options: { group: { type: "string", short: "g" } }, allowPositionals: true }));
  } catch (error) {
    throw new TaskError(messageOf(error));
  }
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0 || values.group === undefined) throw new TaskError(`write \`npm run new-rule -- <id> --group <group>\`; the groups are ${groupNames()}`);
  return { id, group: values.group };
}

/**
 * Writes the rule, the fixture and every derived file.
 *
 * @param root absolute path of the project
 * @param id kebab-case, at least two words
 * @param group a group of `engine/rule.ts`
 * @returns the two hand-written files, relative to the project
 * @throws TaskError for a bad id, an unknown group or a rule that exists; nothing is written then
 */
export async function newRule(root: string, id: string, group: string): Promise<readonly string[]> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id)) throw new TaskError(`\`${id}\` is no rule id: two or more lower-case words with \`-\` between them, such as \`unwrap-in-production\``);
  if (!Object.hasOwn(groups, group)) throw new TaskError(`there is no group \`${group}\`; the groups are ${groupNames()}`);
  const known = ruleFiles(join(root, "server", "src", "rules")).find((file) => file.id === id);
  if (known) throw new TaskError(`the rule \`${id}\` exists already, in the group \`${known.group}\``);
  const rule = `server/src/rules/${group}/${id}.ts`;
  const fixture = `test/rules/${id}.rs`;
  const taken = [rule, fixture].find((path) => existsSync(join(root, path)));
  if (taken !== undefined) throw new TaskError(`${taken} exists already`);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  await write(root, rule, ruleSource(id, group, version));
  await write(root, fixture, fixtureSource(id));
  await writeArtefacts(root, staleArtefacts(root, await artefacts(root)));
  return [rule, fixture];
}

async function write(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

function groupNames(): string {
  return Object.keys(groups).map((name) => `\`${name}\``).join(", ");
}

/** The function that the scaffolded rule looks for, named after the rule so that no two scaffolds see each other's. */
function functionName(id: string): string {
  return `avoid_${id.replaceAll("-", "_")}`;
}

function ruleSource(id: string, group: string, version: string): string {
  const name = functionName(id);
  return `import { defineRule } from "../../engine/rule.js";

export default defineRule({
  id: "${id}",
  group: "${group}",
  since: "${version}",
  severity: "warning",
  // In no profile but \`strict\`: a new rule proves itself on real code before it is on for everybody.
  profiles: [],
  lints: [],
  clause: "Quality Standards: Code Requirements",
  scope: "function",
  regions: ["production"],
  looksFor: "presence",
  needs: ["${name}"],
  summary: "Forbids calls of \`${name}()\`.",
  why: "Say what goes wrong for the users of a crate that breaks this rule.",
  remedy: "Say what to write instead.",
  options: {},
  messages: {
    call: "\`{name}()\` is not for production code; say here what to do instead",
  },
  on: {
    call_expression(node, cx) {
      const callee = node.childForFieldName("function");
      if (!callee || cx.code.text(callee) !== "${name}") return;
      cx.report(callee, { message: "call", data: { name: "${name}" } });
    },
  },
});
`;
}

function fixtureSource(id: string): string {
  const name = functionName(id);
  return `// example: bad
fn answer() -> u32 {
    ${name}()
    //~ 5-${5 + name.length} ${id}: \`${name}()\` is not for production code
}
// example: good
fn answer_checked() -> Option<u32> {
    None
}
// example: end

#[cfg(test)]
mod tests {
    #[test]
    fn tests_may() {
        ${name}();
    }
}
`;
}
