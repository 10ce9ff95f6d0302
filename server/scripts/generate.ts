// `npm run generate [-- --check | --print [path…]]`: writes the derived files, compares them with what is on disk, or
// prints them.
import { artefacts, generateCommand, staleArtefacts, writeArtefacts } from "./artefacts.js";
import { TaskError, type Task } from "./task.js";

/**
 * Runs the generator.
 *
 * @returns 0; with `--check`, 1 where a derived file is stale
 * @throws TaskError for arguments that make no sense, and whatever `artefacts` throws
 */
export async function main(task: Task): Promise<number> {
  const [mode, ...paths] = task.args;
  if (mode !== undefined && mode !== "--check" && mode !== "--print") throw new TaskError(`unknown argument \`${mode}\`; the modes are \`--check\` and \`--print\``);
  if (paths.length > 0 && mode !== "--print") throw new TaskError("paths can be named with `--print` only");
  const all = await artefacts(task.root);
  if (mode === "--print") {
    print(all, paths);
    return 0;
  }
  const stale = staleArtefacts(task.root, all);
  if (mode === "--check") {
    for (const { path } of stale) console.error(`stale: ${path}`);
    if (stale.length > 0) console.error(`run \`${generateCommand}\` and commit the result`);
    return stale.length > 0 ? 1 : 0;
  }
  await writeArtefacts(task.root, stale);
  for (const { path, text } of stale) console.error(`${text === undefined ? "removed" : "wrote"} ${path}`);
  console.error(`${all.length} derived files, ${stale.length} of them changed`);
  return 0;
}

function print(all: Awaited<ReturnType<typeof artefacts>>, paths: readonly string[]): void {
  const unknown = paths.find((path) => !all.some((artefact) => artefact.path === path));
  if (unknown !== undefined) throw new TaskError(`no derived file is called \`${unknown}\``);
  for (const { path, text } of all) {
    if (text === undefined || (paths.length > 0 && !paths.includes(path))) continue;
    console.log(paths.length === 1 ? text.replace(/\n$/, "") : `==> ${path}\n${text}`);
  }
}
