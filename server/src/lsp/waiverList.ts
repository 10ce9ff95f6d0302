/** Every waiver comment of the workspace, for the view that lists them: the same engine as `covenant waivers`. */
import type { CancellationToken } from "vscode-languageserver";
import type { StatedWaiver } from "../engine/finding.js";
import { waiverMarker } from "../engine/waivers.js";
import type { ListedWaiver } from "../protocol/ruleFixes.js";
import { rangeOf } from "./convert.js";
import type { Documents, OpenDocument } from "./documents.js";
import { eachSource } from "./eachSource.js";
import type { Host } from "./host.js";

/** Wait after a change before the client is told, in milliseconds. */
const settleMs = 400;

/** What asks for attention comes first. */
const ranks: Readonly<Record<ListedWaiver["effect"], number>> = { expired: 0, invalid: 1, unused: 2, used: 3 };

export class WaiverList {
  /** Waivers of open documents as they were told last. */
  private readonly last = new Map<string, string>();
  private timer: { cancel(): void } | undefined;

  /** @param tell sends `covenant/waiversChanged` */
  constructor(
    private readonly host: Host,
    private readonly documents: Documents,
    private readonly delay: (milliseconds: number, run: () => void) => { cancel(): void },
    private readonly tell: () => void,
  ) {}

  /**
   * The waivers of all folders and of open documents beside them; those that ask for attention first, then by file and place.
   * @throws Error when the request was cancelled
   */
  async list(token: CancellationToken): Promise<readonly ListedWaiver[]> {
    const found: ListedWaiver[] = [];
    // Whether a waiver covers anything only the rules can tell, so its file is judged; most files have none.
    await eachSource(this.host, this.documents, { rules: this.host.rules, wants: (text) => text.includes(waiverMarker), token }, ({ uri, input, analyzer }) => {
      const waivers = analyzer.analyze(input)?.waivers ?? [];
      found.push(...waivers.map(({ start, end, ...waiver }) => ({ ...waiver, uri, range: rangeOf(input.file, start, end) })));
    });
    return found.sort((a, b) => ranks[a.effect] - ranks[b.effect] || (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : a.range.start.line - b.range.start.line));
  }

  /** A document was judged: its waivers may be others than before. */
  judged(document: OpenDocument): void {
    const waivers = document.analysis?.result.waivers ?? [];
    const before = this.last.get(document.uri);
    if (waivers.length === 0 && before === undefined) return;
    const now = waivers.map((waiver) => textOf(document, waiver)).join("\n");
    if (now === before) return;
    if (waivers.length === 0) this.last.delete(document.uri);
    else this.last.set(document.uri, now);
    this.changed();
  }

  /** Something changed that can change the list. */
  changed(): void {
    this.timer?.cancel();
    this.timer = this.delay(settleMs, this.tell);
  }

  dispose(): void {
    this.timer?.cancel();
  }
}

/** What the view shows of a waiver; its column does not count, so that typing before it on its line tells nobody. */
function textOf({ file }: OpenDocument, { start, end: _end, ...waiver }: StatedWaiver): string {
  return JSON.stringify([file.positionAt(start).line, waiver]);
}
