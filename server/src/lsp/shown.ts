/** Which findings of a document are shown: those that no baseline holds and, in new-code mode, that touch new code. */
import { inSourceOrder, type FileFindings } from "../engine/applyWaivers.js";
import type { Finding } from "../engine/finding.js";
import type { SourceFile } from "../engine/sourceFile.js";
import { withoutBaseline, type KeptContents } from "./baseline.js";
import type { OpenDocument } from "./documents.js";
import type { Host, NewCodeService } from "./host.js";
import { isNewAt, NewCode } from "./newCode.js";

export class Shown {
  private readonly contents: KeptContents = new WeakMap();

  readonly newCode: NewCode;

  /** @param service tells which code is new; undefined as long as there is none */
  constructor(
    private readonly host: Pick<Host, "workspace" | "pathOf">,
    service: () => NewCodeService | undefined,
  ) {
    this.newCode = new NewCode(service, (uri) => host.pathOf(uri));
  }

  /**
   * Divides the findings of a text of a document, as the command line does.
   * @returns the findings to show, by segments of `file`, and those that the baseline holds
   */
  divide(uri: string, file: SourceFile, open: FileFindings): { readonly open: FileFindings; readonly old: readonly Finding[] } {
    const lines = this.newCode.linesOf(uri, file);
    const entries = this.host.workspace.baselineOf(uri);
    // Of equal findings a baseline takes the first for the old ones: those in old code come before those in new code.
    const isNew = lines && entries.length > 0 ? (start: number, end: number): boolean => isNewAt(file, start, end, lines) : undefined;
    const divided = withoutBaseline(file, open, entries, this.contents, isNew);
    return lines ? { ...divided, open: this.newCode.only(file, divided.open, lines) } : divided;
  }

  /** The findings of a judged document that are shown, in source order. */
  findings(document: OpenDocument): readonly Finding[] {
    const result = document.analysis?.result;
    return result ? inSourceOrder(this.divide(document.uri, document.file, result.open).open) : [];
  }
}
