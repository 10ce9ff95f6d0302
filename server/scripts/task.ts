// What `run.mjs` hands to each task. Tasks get the project's folder from here, never from their own place on disk,
// because they run bundled from a cache folder as well as compiled by `tsc`.

/** The call of a task: where the project is, and the arguments after the task's name. */
export interface Task {
  /** Absolute path of the project. */
  readonly root: string;
  readonly args: readonly string[];
}

/** A failure that its message explains fully: shown without a stack. */
export class TaskError extends Error {
  override readonly name = "TaskError";
}

/**
 * Says what a caught value says.
 *
 * @param error anything that was thrown
 * @returns its message, or its text where it is no `Error`
 */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
