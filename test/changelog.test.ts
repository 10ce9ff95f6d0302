import assert from "node:assert/strict";
import { parseChangelog } from "../server/src/project/changelog.js";
import { checkChangelog, type ReleaseFacts } from "../server/src/project/changelogCheck.js";

const facts: ReleaseFacts = { crate: "demo", version: "1.2.0", today: "2026-11-22" };
const GOOD = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-20

### Added

- A thing.

## [1.1.0] - 2026-10-01

### Fixed
- Another.

[1.2.0]: https://example.com/compare/v1.1.0...v1.2.0
`;

function problems(text: string, more: Partial<ReleaseFacts> = {}): readonly string[] {
  return checkChangelog(parseChangelog(text), { ...facts, ...more }).problems.map((problem) => problem.message);
}

describe("changelog", () => {
  it("reads every accepted form of heading", () => {
    const forms = ["[1.2.3] - 2026-01-02", "[1.2.3](https://x/y) - 2026-01-02", "1.2.3 (2026-01-02)", "v1.2.3 - 2026-01-02", "demo v1.2.3 - 2026-01-02", "[demo-v1.2.3] - 2026-01-02", "Version 1.2.3 — 2026-01-02", "`1.2.3` - 2026-01-02"];
    for (const form of forms) {
      const [section] = parseChangelog(`## ${form}\n`).sections;
      assert.equal(section?.version, "1.2.3", form);
      assert.equal(section?.date, "2026-01-02", form);
      assert.equal(section?.crate, form.includes("demo") ? "demo" : undefined, form);
    }
    const [yanked] = parseChangelog("## [1.0.0-rc.1] - 2026-01-02 [YANKED]\n").sections;
    assert.equal(yanked?.version, "1.0.0-rc.1");
    assert.equal(yanked?.yanked, true);
    assert.equal(parseChangelog("## Unreleased\n").sections[0]?.unreleased, true);
  });

  it("sees through line breaks, underlined headings, code fences and comments", () => {
    const text = "Changelog\r\n=========\r\n\r\n1.2.0 - 2026-11-20\r\n------------------\r\n\r\n### Added\r\n\r\n- a\r\n\r\n```md\r\n## [9.9.9] - 2030-01-01\r\n- no\r\n```\r\n\r\n<!--\r\n## [8.8.8]\r\n-->\r\n- b\r\n";
    const { sections } = parseChangelog(text);
    assert.deepEqual(sections.map((section) => section.version), ["1.2.0"]);
    assert.deepEqual(sections[0]?.groups[0]?.entries, ["a", "b"]);
    assert.deepEqual(problems(text), []);
  });

  it("passes a described release", () => {
    assert.deepEqual(problems(GOOD), []);
    assert.deepEqual(problems(GOOD, { taggedVersions: ["1.1.0"], tagNames: ["v1.1.0"] }), []);
  });

  const bad: readonly (readonly [string, string, RegExp, Partial<ReleaseFacts>?])[] = [
    ["a missing section", GOOD, /no section for version 1\.3\.0/, { version: "1.3.0" }],
    ["entries left in Unreleased", GOOD.replace("## [Unreleased]\n", "## [Unreleased]\n### Added\n- x\n"), /Unreleased still has entries/],
    ["a section without entries", GOOD.replace("- A thing.", ""), /has no entry under Added/],
    ["entries under an unknown type only", GOOD.replace("### Added", "### Stuff"), /has no entry under Added/],
    ["a missing date", GOOD.replace(" - 2026-11-20", ""), /has no date/],
    ["a date of another form", GOOD.replace("2026-11-20", "20.11.2026"), /not a date of the form/],
    ["a day that does not exist", GOOD.replace("2026-11-20", "2026-02-30"), /not a date of the form/],
    ["a date in the future", GOOD.replace("2026-11-20", "2026-11-23"), /in the future/],
    ["dates that run backwards", GOOD.replace("2026-11-20", "2026-09-01"), /dated before 1\.1\.0/],
    ["versions that ascend", GOOD.replace("[1.1.0] -", "[1.4.0] -"), /versions must descend/],
    ["a tagged release without a section", GOOD, /1\.1\.5 is tagged but has no section/, { taggedVersions: ["1.1.5"] }],
    ["a link to a tag that does not exist", GOOD, /names the tag v1\.1\.0, which does not exist/, { tagNames: ["v1.0.0"] }],
    ["Unreleased below a release", GOOD.replace("## [Unreleased]\n", "") + "\n## [Unreleased]\n", /Unreleased is not at the top/],
    ["a heading that is no version", GOOD + "\n## Thanks\n", /names neither a version/],
    ["nothing after a release", GOOD, /has no entry under Added/, { afterRelease: true }],
    ["an empty file", "", /no section for version/],
  ];
  for (const [name, text, message, more] of bad) {
    it(`fails for ${name}`, () => assert.ok(problems(text, more).some((problem) => message.test(problem)), problems(text, more).join("; ")));
  }

  it("judges Unreleased when the version is out already", () => {
    const text = GOOD.replace("## [Unreleased]\n", "## [Unreleased]\n### Fixed\n- x\n");
    assert.deepEqual(problems(text, { afterRelease: true }), []);
    assert.equal(checkChangelog(parseChangelog(text), { ...facts, afterRelease: true }).section?.unreleased, true);
  });

  it("takes only the package's own sections of a shared changelog", () => {
    const text = "## other v9.0.0 - 2026-11-21\n### Added\n- x\n\n## demo v1.2.0 - 2026-11-20\n### Added\n- y\n";
    assert.deepEqual(problems(text), []);
  });
});
