/** The status the client shows, sent when it changed. */
import type { Connection } from "vscode-languageserver";
import type { RuleProblem } from "../engine/judge.js";
import type { ClippyState, NewCodeState, ServerStatus } from "../protocol/index.js";
import type { FileContext, Host } from "./host.js";
import { RunLog } from "./runLog.js";

export class Status {
  /** The last runs of clippy. */
  readonly runs: RunLog;
  private lastAnalysisMs = 0;
  private clippy: ClippyState = "off";
  private clippyDetail = "";
  private context: Pick<FileContext, "profile" | "configFiles"> = { profile: "recommended", configFiles: [] };
  private readonly broken = new Set<string>();
  private last = "";

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly newCode: () => NewCodeState | undefined,
  ) {
    this.runs = new RunLog(() => host.now(), () => new Date());
  }

  analyzed(milliseconds: number, context: FileContext): void {
    this.lastAnalysisMs = Math.round(milliseconds * 10) / 10;
    this.context = context;
  }

  /** Notes rules that threw. Returns the problems of those that had not before. */
  failed(problems: readonly RuleProblem[]): readonly RuleProblem[] {
    return problems.filter(({ rule }) => !this.broken.has(rule) && this.broken.add(rule));
  }

  setClippy(state: ClippyState, detail: string): void {
    this.runs.state(state, detail);
    this.clippy = state;
    this.clippyDetail = detail;
    this.send();
  }

  /** Sends the status unless it equals the last one but for a time of the same size: a keystroke has better things to send. */
  send(): void {
    const status = this.current();
    const key = JSON.stringify({ ...status, lastAnalysisMs: Math.round(Math.log2(status.lastAnalysisMs + 0.1)) });
    if (key === this.last) return;
    this.last = key;
    void this.connection.sendNotification("covenant/status", status);
  }

  current(): ServerStatus {
    const newCode = this.newCode();
    const [problem] = [...this.host.workspace.configProblems()].flatMap(([uri, problems]) => problems.map((own) => ({ uri, line: own.line, message: own.message })));
    return {
      lastAnalysisMs: this.lastAnalysisMs,
      clippy: this.clippy,
      ...(this.clippyDetail === "" ? {} : { clippyDetail: this.clippyDetail }),
      ...(problem ? { configError: problem } : {}),
      brokenRules: [...this.broken],
      configFiles: this.context.configFiles,
      profile: this.context.profile,
      ...(newCode ? { newCode } : {}),
    };
  }
}
