/** What one check is for. Plain data. */
import type { MetadataPackage } from "../project/metadata.js";
import type { ClippyEnd, ClippyWorkspace } from "./clippyWorkspace.js";
import type { TextDigests } from "./savedTexts.js";

/** A check that was asked for. */
export interface Job {
  readonly workspace: ClippyWorkspace;
  /** `save` may be overtaken by a save a limited number of times; `idle` always, and nobody waits for it. */
  readonly kind: "save" | "idle" | "asked";
  /** Files whose packages are to be checked; everything when absent. */
  readonly paths?: readonly string[];
  /** What the saved files held when the job was made. */
  readonly digests: TextDigests;
}

/** A job that takes the place of another before that has ended: it does the other's work as well. */
export function withUnfinished(job: Job, other: Job): Job {
  // What an idle check owes stays owed.
  if (other.kind === "idle") return job;
  const { workspace, kind } = job;
  const paths = job.paths === undefined || other.paths === undefined ? {} : { paths: [...new Set([...job.paths, ...other.paths])] };
  return { workspace, kind, digests: new Map([...other.digests, ...job.digests]), ...paths };
}

/** The members a job is about; `undefined` for all, also where a file belongs to no member and so may be a part of any. */
export function membersOf(job: Job): readonly MetadataPackage[] | undefined {
  if (job.kind === "idle") return job.workspace.owed;
  const owners = job.paths?.map((path) => job.workspace.ownerOf(path));
  const members = owners?.filter((owner) => owner !== undefined);
  return members === undefined || members.length !== owners?.length ? undefined : [...new Set(members)];
}

/** The last check in one line: findings, time, what was remarkable, and the command. */
export function endText(end: Extract<ClippyEnd, { readonly state: "done" | "cancelled" }>): string {
  if (end.state === "cancelled") return "cancelled";
  const note = end.note === undefined ? "" : ` (${end.note})`;
  return `${end.findings} ${end.findings === 1 ? "finding" : "findings"} in ${(end.durationMs / 1000).toFixed(1)} s${note}: ${end.command}`;
}
