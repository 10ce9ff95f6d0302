/** The texts that are open in the editor: Rust documents, and the files that configure how they are judged. */
import { viewOf, type TextView } from "../release/shownText.js";
import { viewOfFile, type Documents } from "./documents.js";

export class OpenTexts {
  /** Manifests and configuration files by URI. */
  readonly configuration = new Map<string, string>();

  constructor(private readonly documents: Documents) {}

  has(uri: string): boolean {
    return this.documents.get(uri) !== undefined || this.configuration.has(uri);
  }

  /** Looks into an open text; undefined for one that is not open. */
  viewOf(uri: string): TextView | undefined {
    const document = this.documents.get(uri);
    if (document) return viewOfFile(document.file);
    const text = this.configuration.get(uri);
    return text === undefined ? undefined : viewOf(text);
  }
}
