/** The source files of a package, for questions that reach beyond the open ones. */
import type { OtherSource } from "../engine/mentions.js";
import type { PackageFacts } from "./packageIndex.js";
import { joinPath, type FileReader } from "./workspaceFiles.js";

/** Source files that are read to answer one question of a lightbulb; a few hundred take some milliseconds. */
const mostSources = 400;

/** The other files of a file's package with their texts, read one by one as they are asked for; undefined for a package too large to be read for one question. */
export function sourcesBeside(reader: FileReader, facts: PackageFacts, path: string): Iterable<OtherSource> | undefined {
  return facts.files.length <= mostSources ? readBeside(reader, facts, path) : undefined;
}

function* readBeside(reader: FileReader, facts: PackageFacts, path: string): Generator<OtherSource> {
  for (const name of facts.files) {
    const other = joinPath(facts.folder, name);
    const text = other === path ? undefined : reader.readText(other);
    if (text !== undefined) yield { path: other, name, text };
  }
}

/** Paths of the files of a file's package; the file alone where it is in none. */
export function sourcesWith(path: string, facts: PackageFacts | undefined): readonly string[] {
  return facts ? facts.files.map((file) => joinPath(facts.folder, file)) : [path];
}
