/** Patches that real git wrote, read back. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parseDiff, touches } from "../server/src/project/changedLines.js";

/** Lines of a file, numbered, so that each is unlike the others. */
function numbered(count: number, end = "\n"): string {
  return Array.from({ length: count }, (_, index) => `let line_${index + 1} = ${index + 1};${end}`).join("");
}

describe("changed lines", () => {
  let folder: string;
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "core.autocrlf=false", ...args], { cwd: folder, encoding: "utf8" });
  const write = (path: string, text: string | Uint8Array): void => writeFileSync(join(folder, path), text);
  const changed = (): Readonly<Record<string, readonly (readonly [number, number])[]>> => {
    git("add", "--all");
    const { files } = parseDiff(git("diff", "--cached", "--unified=0", "--full-index", "--find-renames", "--diff-filter=d"));
    return Object.fromEntries(files.map(({ path, lines }) => [path, lines.map(({ first, last }) => [first, last] as const)]));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "covenant-diff-"));
    git("init", "--quiet");
    mkdirSync(join(folder, "src"));
    write("src/a.rs", numbered(40));
    write("src/crlf.rs", numbered(9, "\r\n"));
    write("src/open.rs", "one\ntwo");
    git("add", "--all");
    git("commit", "--quiet", "--message", "before");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are those added or replaced, by the number they have now", () => {
    write("src/a.rs", `first\n${numbered(40).replace("line_10 ", "changed ").replace("let line_20 = 20;\n", "")}last\n`);
    assert.deepEqual(changed(), { "src/a.rs": [[1, 1], [11, 11], [41, 41]] });
  });

  it("include the line that lost its comment or attribute, and no other neighbour of what was removed", () => {
    write("src/a.rs", "// SAFETY: checked\nunsafe { f() }\n#[must_use]\nfn g() {}\nfn h() {}\nfn i() {}\n");
    changed();
    git("commit", "--quiet", "--message", "with comments");
    write("src/a.rs", "unsafe { f() }\nfn g() {}\nfn i() {}\n");
    assert.deepEqual(changed(), { "src/a.rs": [[1, 1], [2, 2]] });
  });

  it("of new files are all, of deleted and renamed ones none", () => {
    write("src/new.rs", "a\nb\nc");
    write("src/empty.rs", "");
    rmSync(join(folder, "src/open.rs"));
    renameSync(join(folder, "src/crlf.rs"), join(folder, "src/windows.rs"));
    const found = changed();
    assert.deepEqual(found["src/new.rs"], [[1, 3]]);
    assert.deepEqual(found["src/windows.rs"], []);
    assert.ok(!("src/open.rs" in found) && !("src/crlf.rs" in found));
    assert.deepEqual(found["src/empty.rs"] ?? [], []);
  });

  it("of a file that was renamed and changed are counted under its new name", () => {
    renameSync(join(folder, "src/a.rs"), join(folder, "src/b c.rs"));
    write("src/b c.rs", numbered(40).replace("line_7 ", "other "));
    assert.deepEqual(changed(), { "src/b c.rs": [[7, 7]] });
  });

  it("are right with Windows line ends and without a last one", () => {
    write("src/crlf.rs", numbered(9, "\r\n").replace("line_4 ", "other "));
    write("src/open.rs", "one\ntwo\nthree");
    assert.deepEqual(changed(), { "src/crlf.rs": [[4, 4]], "src/open.rs": [[2, 3]] });
  });

  it("know names that git puts in quotes", () => {
    const names = ["täglich.rs", 'quote"d.rs', "back\\slash.rs", "tab\there.rs", "100% \u{1f980}.rs", " blank .rs"];
    for (const name of names) write(`src/${name}`, "x\n");
    assert.deepEqual(Object.keys(changed()).sort(), names.map((name) => `src/${name}`).sort());
  });

  it("are not confused by content that looks like a patch", () => {
    const fake = "++ b/other.rs\n@@ -1 +1,9 @@\ndiff --git a/x b/x\n-- a/y\n";
    write("src/a.rs", `${fake}${numbered(40)}`);
    assert.deepEqual(changed(), { "src/a.rs": [[1, 4]] });
    git("commit", "--quiet", "--message", "fake");
    write("src/a.rs", `${numbered(39)}new\n`);
    assert.deepEqual(changed(), { "src/a.rs": [[40, 40]] });
  });

  it("leave out links", function () {
    if (process.platform === "win32") this.skip();
    symlinkSync("a.rs", join(folder, "src/link.rs"));
    assert.deepEqual(changed(), {});
  });

  it("come with the name of the staged content", () => {
    write("src/open.rs", "three\n");
    git("add", "--all");
    const { files } = parseDiff(git("diff", "--cached", "--unified=0", "--full-index"));
    assert.equal(git("cat-file", "blob", files[0]?.blob ?? ""), "three\n");
  });

  it("name what is in conflict", () => {
    git("checkout", "--quiet", "-b", "other");
    write("src/open.rs", "theirs\n");
    git("commit", "--quiet", "--all", "--message", "theirs");
    git("checkout", "--quiet", "-");
    write("src/open.rs", "ours\n");
    git("commit", "--quiet", "--all", "--message", "ours");
    assert.throws(() => git("merge", "--quiet", "other"));
    assert.deepEqual(parseDiff(git("diff", "--cached", "--unified=0")).unmerged, ["src/open.rs"]);
  });

  it("are read from any text without an error, in order", () => {
    const piece = fc.oneof(fc.constantFrom("diff --git a/x b/x", "+++ b/x", "--- a/x", "@@ -1,2 +3,4 @@", "@@ -1 +0,0 @@", "-// c", "+x", "\\ No newline", "* Unmerged path x", '+++ "b/\\777"', "new mode 120000"), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { path, lines } of parseDiff(pieces.join("\n")).files) {
          assert.notEqual(path, "");
          for (const { first, last } of lines) assert.ok(first <= last && touches(lines, first, last));
        }
      }),
    );
  });
});
