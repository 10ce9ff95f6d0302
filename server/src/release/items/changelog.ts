/** "CHANGELOG updated" (specification 2.9). */
import { parseChangelog } from "../../project/changelog.js";
import { checkChangelog } from "../../project/changelogCheck.js";
import { releaseTags } from "../../project/version.js";
import { changelogOf, gitFacts, GIT } from "../gitFacts.js";
import { defineItem } from "../item.js";
import { relativePath } from "../paths.js";

export const changelog = defineItem({
  id: "changelog",
  title: "CHANGELOG updated",
  clause: "Release Checklist",
  proves:
    "CHANGELOG.md has a dated section in the form of Keep a Changelog for the version in Cargo.toml, or Unreleased entries when that version is out. Whether the entries tell everything that changed is a reader's judgement.",
  parser: "keep-a-changelog@1",
  inputs: ["changelog", "manifests", "tags"],
  timeoutMs: 10_000,
  needs: [GIT],
  commands: () => [],
  prove: async (context, host) => {
    const file = await changelogOf(context, host);
    if (file === undefined) return { state: "failed", summary: "there is no CHANGELOG.md beside the manifest or at the workspace root", measures: { sections: 0 } };
    const git = await gitFacts(context, host);
    if (git.state === "cancelled") return { state: "cancelled", summary: "reading the tags was cancelled", measures: {} };
    const parsed = parseChangelog(file.text);
    const own = git.state === "known" ? releaseTags(git.tags, context.package.name) : undefined;
    const released = own?.find((tag) => tag.version === context.package.version);
    const { problems, section } = checkChangelog(parsed, {
      crate: context.package.name,
      version: context.package.version,
      today: context.today,
      ...(own === undefined ? {} : { taggedVersions: own.filter((tag) => tag.merged).map((tag) => tag.version) }),
      ...(git.state === "known" ? { tagNames: git.tags.map((tag) => tag.name), afterRelease: released !== undefined && released.commit !== git.head } : {}),
    });
    const path = relativePath(context.workspace.root, file.path);
    const measures = { sections: parsed.sections.length, problems: problems.length, tags: git.state === "known" ? git.tags.length : "not asked: no git history" };
    const [first] = problems;
    if (first !== undefined) {
      const more = problems.length === 1 ? "" : ` (and ${problems.length - 1} more)`;
      return { state: "failed", summary: `${first.message}${more}`, measures, findings: problems.map((problem) => ({ file: path, line: problem.line + 1, message: problem.message })) };
    }
    const entries = section?.groups.reduce((total, group) => total + group.entries.length, 0) ?? 0;
    return { state: "passed", summary: `\`${section?.title ?? context.package.version}\` has ${entries} ${entries === 1 ? "entry" : "entries"}`, measures };
  },
});
