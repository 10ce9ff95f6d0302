/** Files that findings lead into, cut into items; read again when they change. */
import { outlineOf, DeclarationCache } from "../engine/outline.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { Workspace } from "../lsp/host.js";

type OutlinedFile = NonNullable<ReturnType<Workspace["outlinedFile"]>>;

export class OutlinedFiles {
  private readonly known = new Map<string, OutlinedFile>();

  constructor(private readonly readText: (path: string) => string | undefined) {}

  /** The file's text and the places of its items; undefined when it cannot be read. */
  of(path: string): OutlinedFile | undefined {
    const known = this.known.get(path);
    const text = known ? undefined : this.readText(path);
    if (text === undefined) return known;
    const file = SourceFile.of(text);
    const outlined = { file, places: outlineOf(file.segments, new DeclarationCache()).places };
    this.known.set(path, outlined);
    return outlined;
  }

  /** Says that a file's text is another. */
  changed(path: string): void {
    this.known.delete(path);
  }
}
