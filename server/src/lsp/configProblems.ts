/** Shows the problems of configuration files in those files and in the status, each when it comes, changes or goes. */
import type { Host } from "./host.js";
import type { DiagnosticsHub } from "./hub.js";
import type { Status } from "./status.js";

export class ConfigProblems {
  /** What is shown, as JSON, by URI. */
  private shown = new Map<string, string>();

  constructor(
    private readonly host: Host,
    private readonly hub: DiagnosticsHub,
    private readonly status: Status,
  ) {}

  /** Publishes what differs from what is shown. Cheap enough for every keystroke: there are few such files. */
  show(): void {
    const problems = this.host.workspace.configProblems();
    const current = new Map([...problems].map(([uri, own]) => [uri, JSON.stringify(own)]));
    for (const uri of new Set([...this.shown.keys(), ...current.keys()])) {
      if (this.shown.get(uri) !== current.get(uri)) this.hub.publishClosed(uri, problems.get(uri));
    }
    this.shown = current;
    this.status.send();
  }
}
