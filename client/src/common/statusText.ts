import type { ServerStatus } from "../../../server/src/protocol/index.js";
import type { CommandId } from "./manifest.js";

/** State of the language server as the client sees it. */
export type SessionState = "stopped" | "starting" | "running" | "restarting" | "failed";

/** What the language status item shows. */
export interface StatusFace {
  readonly text: string;
  readonly detail: string;
  readonly severity: "information" | "warning" | "error";
  readonly busy: boolean;
  readonly command: { readonly id: CommandId; readonly title: string };
}

const CANCEL = { id: "covenant.cancelClippy", title: "Cancel" } as const;
const SHOW_LOG = { id: "covenant.showLog", title: "Show Log" } as const;

/**
 * The status item: one line of text, one of detail, and the one command that helps most.
 * @param session state of the server's process
 * @param status what the server said last; undefined before it said anything
 * @returns plain data for the status item
 */
export function statusFace(session: SessionState, status: ServerStatus | undefined): StatusFace {
  switch (session) {
    case "failed":
      return {
        text: "Covenant stopped",
        detail: "the server ended several times and was not started again",
        severity: "error",
        busy: false,
        command: { id: "covenant.restartServer", title: "Restart" },
      };
    case "stopped":
      return { text: "Covenant is off", detail: "", severity: "information", busy: false, command: SHOW_LOG };
    case "starting":
    case "restarting":
      return { text: "Covenant", detail: `${session}…`, severity: "information", busy: true, command: SHOW_LOG };
    case "running":
      return status === undefined
        ? { text: "Covenant", detail: "ready", severity: "information", busy: false, command: SHOW_LOG }
        : runningFace(status);
  }
}

function runningFace(status: ServerStatus): StatusFace {
  const busy = status.clippy === "running";
  const text = `Covenant: ${status.profile}`;
  // Nothing was judged before the first Rust file is opened.
  const speed = status.lastAnalysisMs === 0 ? [] : [`judged in ${formatMs(status.lastAnalysisMs)} ms`];
  const clippy = clippyText(status);
  if (status.configError !== undefined) {
    const { line, message } = status.configError;
    return {
      text: "Covenant: configuration error",
      detail: `covenant.toml line ${line + 1}: ${message}; the last good configuration stays in force`,
      severity: "error",
      busy,
      command: { id: "covenant.openConfiguration", title: "Open" },
    };
  }
  if (status.brokenRules.length > 0) {
    return { text, detail: `skipped after an error: ${status.brokenRules.join(", ")}`, severity: "warning", busy, command: SHOW_LOG };
  }
  const troubled = status.clippy === "missing" || status.clippy === "failed";
  return { text, detail: [...speed, clippy].join(" · "), severity: troubled ? "warning" : "information", busy, command: busy ? CANCEL : SHOW_LOG };
}

function clippyText(status: ServerStatus): string {
  const detail = status.clippyDetail === undefined ? "" : ` (${status.clippyDetail})`;
  switch (status.clippy) {
    case "off":
      return `no clippy run of our own on save${detail}`;
    case "untrusted":
      return "no clippy in Restricted Mode";
    case "idle":
      return `clippy on save${detail}`;
    case "running":
      return `clippy runs${detail}`;
    case "missing":
      return `cargo clippy was not found${detail}`;
    case "failed":
      return `clippy failed${detail}`;
  }
}

function formatMs(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds));
}
