import type { NewCodeState } from "../../../server/src/protocol/index.js";

/** What the status item of new-code mode shows. */
export interface NewCodeFace {
  /** Of the choice, in a few words. */
  readonly name: string;
  readonly text: string;
  readonly detail: string;
  readonly isTroubled: boolean;
}

/**
 * Words for new-code mode.
 * @param state what the server said; undefined where all code counts
 * @returns plain data for the status item and the choice
 */
export function newCodeFace(state: NewCodeState | undefined): NewCodeFace {
  if (state === undefined) return { name: "All code", text: "Findings: all code", detail: "", isTroubled: false };
  const name = state.mode === "uncommitted" ? "Uncommitted code" : "New code since the base branch";
  if (state.problem !== undefined) return { name, text: "Findings: all code", detail: `what is new is not known: ${state.problem}`, isTroubled: true };
  const text = state.mode === "uncommitted" ? "Findings: uncommitted code" : `Findings: new code${state.base === undefined ? "" : ` since ${state.base}`}`;
  return { name, text, detail: state.base === undefined ? "asking git…" : "", isTroubled: false };
}
