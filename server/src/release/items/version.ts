/** "Version bumped appropriately" (specification 2.10, without the registry and without the API comparison of 2.11). */
import { parseChangelog } from "../../project/changelog.js";
import { checkChangelog } from "../../project/changelogCheck.js";
import { judgeVersion, lockedVersions } from "../../project/version.js";
import { changelogOf, GIT, gitFacts } from "../gitFacts.js";
import { defineItem } from "../item.js";
import { resolvePath } from "../paths.js";

export const version = defineItem({
  id: "version",
  title: "Version bumped appropriately",
  clause: "Release Checklist; Public API Rules: Stability",
  proves:
    "The version is above the last release tag by at least the step that the changelog's entries declare, is not tagged already, and agrees with Cargo.lock and the members that depend on it. The API itself is not compared and the registry is not asked.",
  parser: "semver-tags@1",
  inputs: ["manifests", "changelog", "tags"],
  timeoutMs: 10_000,
  needs: [GIT],
  commands: () => [],
  prove: async (context, host) => {
    const git = await gitFacts(context, host);
    if (git.state === "cancelled") return { state: "cancelled", summary: "reading the tags was cancelled", measures: {} };
    if (git.state === "missing") return { state: "tool-missing", summary: "git was not found, so the last release is unknown", measures: {}, install: GIT.install };
    if (git.state === "none") return { state: "inconclusive", summary: `${git.reason}, so the last release is unknown`, measures: {} };
    const file = await changelogOf(context, host);
    const section = file === undefined ? undefined : checkChangelog(parseChangelog(file.text), {
      crate: context.package.name, version: context.package.version, today: context.today,
    }).section;
    const lockfile = await host.read(resolvePath(context.workspace.root, "Cargo.lock"));
    const locked = lockfile === undefined ? undefined : lockedVersions(lockfile, context.package.name);
    const dependents = context.workspace.members.flatMap((member) =>
      member.dependencies
        .filter((dependency) => dependency.path === context.package.root)
        .map((dependency) => ({ name: member.name, requirement: dependency.requirement })));
    const verdict = judgeVersion({
      crate: context.package.name, version: context.package.version, tags: git.tags, head: git.head, shallow: git.shallow, dependents,
      ...(section === undefined ? {} : { section }),
      ...(locked === undefined ? {} : { locked }),
    });
    return {
      state: verdict.state,
      summary: verdict.reasons.join("; "),
      measures: {
        version: context.package.version,
        ...(verdict.previous === undefined ? {} : { previous: verdict.previous }),
        ...(verdict.bump === undefined ? {} : { bump: verdict.bump }),
        ...(verdict.asked === undefined ? {} : { asked: verdict.asked }),
        registry: "not asked",
        api: "not compared",
      },
    };
  },
});
