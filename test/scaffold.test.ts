/** `npm run new-rule` in a copy of what it needs: what it writes compiles, passes its own fixture, and is found. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { artefacts, staleArtefacts } from "../server/scripts/artefacts.js";
import { fixtureRun } from "../server/scripts/bless.js";
import { newRule } from "../server/scripts/newRule.js";

const root = join(import.meta.dirname, "..", "..");
const needed = ["package.json", "README.md", "tsconfig.json", "docs", "server/src", "server/scripts", "client/src/common/manifest.ts", "test/annotations.ts", "test/ruleHarness.ts", "test/fixtures.test.ts", "test/rules"];

describe("a new rule", function () {
  this.timeout(120_000);
  const id = "scaffolded-in-a-test";
  let copy: string;

  before(() => {
    copy = mkdtempSync(join(tmpdir(), "covenant-scaffold-"));
    for (const path of needed) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  });
  after(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  it("is refused with a bad id, an unknown group or a name that is taken, and nothing is written", async () => {
    const before = staleArtefacts(copy, await artefacts(copy));
    await assert.rejects(newRule(copy, "Unwrap", "panics"), /no rule id/);
    await assert.rejects(newRule(copy, "single", "panics"), /no rule id/);
    await assert.rejects(newRule(copy, "../some-rule", "panics"), /no rule id/);
    await assert.rejects(newRule(copy, id, "no-group"), /there is no group `no-group`; the groups are `panics`/);
    await assert.rejects(newRule(copy, "unwrap-in-production", "docs"), /exists already, in the group `panics`/);
    assert.ok(!existsSync(join(copy, `test/rules/${id}.rs`)));
    assert.deepEqual(staleArtefacts(copy, await artefacts(copy)), before);
  });

  it("is one rule file and one fixture, registered, documented and configurable", async () => {
    assert.deepEqual(await newRule(copy, id, "panics"), [`server/src/rules/panics/${id}.ts`, `test/rules/${id}.rs`]);
    assert.deepEqual(staleArtefacts(copy, await artefacts(copy)), []);
    for (const path of ["server/src/rules/index.generated.ts", "server/src/rules/examples.generated.ts", "docs/covenant.schema.json", "docs/rules/README.md", "package.json", "README.md"]) {
      assert.ok(readFileSync(join(copy, path), "utf8").includes(id), `${path} does not name the rule`);
    }
    assert.ok(existsSync(join(copy, `docs/rules/${id}.md`)));
  });

  it("compiles", () => {
    const tsc = join(copy, "node_modules", "typescript", "bin", "tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-b", "server/src/rules"], { cwd: copy, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });

  it("passes its fixture, and only because it finds what the fixture says", async () => {
    const fixtures = async (): Promise<{ readonly status: number | null; readonly stdout: string }> =>
      spawnSync(process.execPath, await fixtureRun(copy, [id]), { cwd: copy, encoding: "utf8" });
    const passing = await fixtures();
    assert.equal(passing.status, 0, passing.stdout);
    assert.match(passing.stdout, /1 passing/);
    const rule = join(copy, `server/src/rules/panics/${id}.ts`);
    const source = readFileSync(rule, "utf8");
    assert.match(source, /cx\.report\(/);
    writeFileSync(rule, source.replace(/cx\.report\(.*/, ""));
    const mute = await fixtures();
    assert.notEqual(mute.status, 0, "the fixture passes although the rule finds nothing");
    assert.match(mute.stdout, /missing: line 3/);
  });
});
