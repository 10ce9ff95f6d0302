import assert from "node:assert/strict";
import fc from "fast-check";
import { lintsOptOut } from "../server/src/project/lintsOptOut.js";

const workspace = '[workspace]\nmembers = ["a"]\n\n[workspace.lints.clippy]\npedantic = { level = "warn", priority = -1 }\nunwrap_used = "deny"\n';
const member = '# The first member.\n[package]\nname = "a"\nversion = "0.1.0"\n';

describe("members without the lints of their workspace", () => {
  it("reports a member that says nothing, on the line of its package", () => {
    assert.deepEqual(lintsOptOut(member, workspace), {
      line: 1, endColumn: 9, message: "`clippy::pedantic` of the workspace is not in force for this member; add `[lints]` with `workspace = true`",
    });
    const other = lintsOptOut(member, "[workspace.lints.rust]\nunsafe_code = \"forbid\"\n");
    assert.match(other?.message ?? "", /^the lints of the workspace are not in force/);
  });

  it("reports own levels that leave pedantic out, on the line of the levels", () => {
    const found = lintsOptOut(`${member}\n[lints.clippy]\nunwrap_used = "warn"\n`, workspace);
    assert.deepEqual([found?.line, found?.endColumn], [5, 14]);
    assert.match(found?.message ?? "", /set `pedantic` here/);
  });

  it("is silent where the member inherits or has decided", () => {
    assert.equal(lintsOptOut(`${member}[lints]\nworkspace = true\n`, workspace), undefined);
    assert.equal(lintsOptOut(`lints.workspace = true\n${member}`, workspace), undefined);
    assert.equal(lintsOptOut(`${member}[lints]\n[lints]\n`, workspace), undefined, "no TOML: cargo's to report");
    assert.equal(lintsOptOut(`${member}[lints.clippy]\npedantic = "allow"\n`, workspace), undefined);
    assert.equal(lintsOptOut(`${member}[lints.rust]\nunused = "allow"\n`, '[workspace.lints.rust]\nunused = "deny"\n'), undefined);
    assert.equal(lintsOptOut(member, "[workspace]\n"), undefined);
    assert.equal(lintsOptOut(member, "[workspace.lints.clippy]\n"), undefined);
    assert.equal(lintsOptOut("[workspace]\nmembers = []\n", workspace), undefined, "no package");
  });

  it("is total", () => {
    const piece = fc.constantFrom("[lints]", "[package]", "\n", 'name = "a"', "workspace = true", "[workspace.lints.clippy]", 'pedantic = "warn"', "=", "lints = {}", "é");
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (left, right) => {
        const found = lintsOptOut(left.join(""), right.join(""));
        assert.ok(found === undefined || found.line >= 0);
      }),
      { numRuns: 2000 },
    );
  });
});
