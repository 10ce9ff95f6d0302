/** What decides whether and how clippy runs; both may change at any time. */

/** Decides whether a save starts clippy, and says why. */
export interface ClippyStrategy {
  /** True when a save is to start clippy now. Asked at every save; running on demand does not ask. */
  runsOnSave(): boolean;
  /** Why it is so, in a few words for the status item; may be empty. */
  why(): string;
}

/** The strategy of a mode: clippy is ours to run in `own`, and in `auto` where a client leaves the choice to us. */
export function clippyStrategy(mode: () => "auto" | "reuse" | "own" | "off", why: () => string): ClippyStrategy {
  return { runsOnSave: () => mode() === "own" || mode() === "auto", why };
}

/** What can change while the object lives. */
export interface ClippySettings {
  /** Program for cargo. */
  readonly cargo: string;
  readonly extraArguments: readonly string[];
  /** Variables added to the environment of cargo. */
  readonly environment: Readonly<Record<string, string>>;
  /** Empty for `<target directory>/covenant`; relative to the workspace root otherwise. */
  readonly targetDirectory: string;
}
