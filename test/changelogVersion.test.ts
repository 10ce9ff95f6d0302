import assert from "node:assert/strict";
import { parseChangelog } from "../server/src/project/changelog.js";
import { bumpBetween, judgeVersion, lockedVersions, notAdmitting, releaseTags, type VersionFacts } from "../server/src/project/version.js";
import { pedanticFlags } from "../server/src/project/metadataLints.js";
import { MetadataError, parseMetadata, withDependents, withPathDependencies } from "../server/src/project/metadata.js";
import { sample } from "./cargo/samples.js";

const HEAD = "h".repeat(40);
const tag = (name: string, commit = "c".repeat(40), merged = true): VersionFacts["tags"][number] => ({ name, commit, merged });
const section = (body: string): NonNullable<VersionFacts["section"]> => {
  const [first] = parseChangelog(`## 0.0.0\n${body}`).sections;
  assert.ok(first !== undefined);
  return first;
};
const facts = (more: Partial<VersionFacts>): VersionFacts => ({ crate: "demo", version: "1.3.0", tags: [tag("v1.2.0")], head: HEAD, shallow: false, dependents: [], section: section("### Added\n- x\n"), ...more });

describe("version", () => {
  it("reads steps as Cargo does", () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ["1.2.3", "2.0.0", "major"], ["1.2.3", "1.3.0", "minor"], ["1.2.3", "1.2.4", "patch"], ["0.1.0", "0.2.0", "major"], ["0.1.0", "0.1.1", "minor"],
      ["0.0.1", "0.0.2", "major"], ["1.0.0-rc.1", "1.0.0", "pre-release"], ["1.0.0", "1.0.0", "none"], ["1.0.0", "0.9.0", "backwards"], ["1.0.0", "2.0.0-alpha.1", "major"],
    ];
    for (const [from, to, bump] of cases) assert.equal(bumpBetween(from, to), bump, `${from} to ${to}`);
  });

  it("takes the package's own tags before the repository's", () => {
    const names = (list: readonly string[]): readonly string[] => releaseTags(list.map((name) => tag(name)), "demo").map((entry) => entry.version);
    assert.deepEqual(names(["v1.0.0", "demo-v2.0.0", "demo/v2.1.0", "demo@2.2.0", "demo-2.3.0", "other-v3.0.0", "nightly"]), ["2.0.0", "2.1.0", "2.2.0", "2.3.0"]);
    assert.deepEqual(names(["v1.0.0", "1.1.0", "other-v3.0.0", "v1"]), ["1.0.0", "1.1.0"]);
  });

  it("passes a step that is as large as the changelog declares", () => {
    const verdict = judgeVersion(facts({ locked: ["1.3.0"], dependents: [{ name: "user", requirement: "^1.2" }] }));
    assert.equal(verdict.state, "passed");
    assert.equal(verdict.bump, "minor");
    assert.equal(judgeVersion(facts({ version: "0.1.1", tags: [tag("v0.1.0")] })).state, "passed");
  });

  const failing: readonly (readonly [string, Partial<VersionFacts>, RegExp])[] = [
    ["no step", { version: "1.2.0" }, /released already/],
    ["a step back", { version: "1.1.0" }, /not above the last release/],
    ["an addition in a patch", { version: "1.2.1" }, /declares a minor change/],
    ["a removal in a minor step", { section: section("### Removed\n- x\n") }, /declares a major change/],
    ["a breaking change in a minor step", { section: section("### Changed\n- **Breaking**: x\n") }, /declares a major change/],
    ["a removal in 0.1.1", { version: "0.1.1", tags: [tag("v0.1.0")], section: section("### Removed\n- x\n") }, /declares a major change/],
    ["another lockfile", { locked: ["1.2.0"] }, /Cargo\.lock does not list/],
    ["a dependent that does not admit it", { dependents: [{ name: "user", requirement: ">=1, <1.3" }] }, /user requires demo/],
    ["no SemVer", { version: "1.3" }, /not a SemVer/],
  ];
  for (const [name, more, reason] of failing) {
    it(`fails for ${name}`, () => {
      const verdict = judgeVersion(facts(more));
      assert.equal(verdict.state, "failed");
      assert.match(verdict.reasons.join("; "), reason);
    });
  }

  it("does not take silence for a first release", () => {
    for (const more of [{ tags: [] }, { tags: [], shallow: true }, { shallow: true }, { tags: [tag("v1.2.0", "x", false)] }]) assert.equal(judgeVersion(facts(more)).state, "inconclusive");
    const { section: _section, ...without } = facts({});
    assert.equal(judgeVersion(without).state, "inconclusive");
  });

  it("accepts the tag of the release itself on HEAD", () => {
    assert.equal(judgeVersion(facts({ tags: [tag("v1.2.0"), tag("v1.3.0", HEAD)] })).state, "passed");
  });

  it("reads members from a lockfile and ignores registry packages of the same name", () => {
    const lock = 'version = 4\n\n[[package]]\nname = "demo"\nversion = "1.3.0"\n\n[[package]]\nname = "demo"\nversion = "0.1.0"\nsource = "registry+https://example.com/index"\n';
    assert.deepEqual(lockedVersions(lock, "demo"), ["1.3.0"]);
    assert.equal(lockedVersions("= =", "demo"), undefined);
    assert.deepEqual(notAdmitting([{ name: "a", requirement: "*" }, { name: "b", requirement: "=1.0.0" }], "1.3.0").map((entry) => entry.name), ["b"]);
  });
});

describe("cargo metadata", () => {
  it("reads a recorded answer", () => {
    const workspace = parseMetadata(sample("cargo-metadata-no-deps.json"));
    assert.equal(workspace.root, "/ws/ws");
    assert.deepEqual(workspace.members.map((member) => [member.name, member.root]), [["a", "/ws/ws/a"], ["b", "/ws/ws/b"]]);
    const [a, b] = workspace.members;
    assert.ok(a !== undefined && b !== undefined);
    assert.deepEqual(withPathDependencies(workspace, b).map((member) => member.name), ["a", "b"]);
    assert.deepEqual(withDependents(workspace, a).map((member) => member.name), ["a", "b"]);
    assert.deepEqual(withDependents(workspace, b).map((member) => member.name), ["b"]);
    assert.ok(a.publishable);
  });

  it("names the field that is not what it should be", () => {
    const good = JSON.parse(sample("cargo-metadata-no-deps.json")) as Record<string, unknown>;
    const cases: readonly (readonly [string, string])[] = [
      ["not json", "(the JSON text)"], ["[]", "(top)"], [JSON.stringify({ ...good, version: 2 }), "version"],
      [JSON.stringify({ ...good, packages: [{}] }), "packages[0].manifest_path"], [JSON.stringify({ ...good, target_directory: 3 }), "target_directory"],
    ];
    for (const [text, field] of cases) assert.throws(() => parseMetadata(text), (error) => error instanceof MetadataError && error.field === field, field);
  });
});

describe("pedantic flags", () => {
  it("passes nothing when the project has decided about pedantic", () => {
    assert.deepEqual(pedanticFlags('[lints.clippy]\npedantic = { level = "warn", priority = -1 }\nmust_use_candidate = "allow"\n', undefined), []);
    assert.deepEqual(pedanticFlags('[lints.clippy]\npedantic = "allow"\n', undefined), []);
    assert.deepEqual(pedanticFlags("[lints]\nworkspace = true\n", '[workspace.lints.clippy]\npedantic = "deny"\n'), []);
  });

  it("repeats the project's own levels after pedantic, because later flags win", () => {
    const text = '[lints.clippy]\nunwrap-used = "deny"\nall = { level = "allow", priority = -1 }\nmust_use_candidate = "allow"\nodd = 3\n';
    assert.deepEqual(pedanticFlags(text, undefined), ["-W", "clippy::pedantic", "-A", "clippy::all", "-D", "clippy::unwrap_used", "-A", "clippy::must_use_candidate"]);
  });

  it("uses the workspace's lints only when the package inherits them", () => {
    assert.deepEqual(pedanticFlags("[package]\n", '[workspace.lints.clippy]\npedantic = "deny"\n'), ["-W", "clippy::pedantic"]);
    assert.deepEqual(pedanticFlags("= broken", undefined), ["-W", "clippy::pedantic"]);
  });
});
