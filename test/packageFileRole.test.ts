import assert from "node:assert/strict";
import { fileRole } from "../server/src/project/fileRole.js";
import { parseManifest } from "../server/src/project/manifest.js";
import type { PackageModel } from "../server/src/project/packageModel.js";

function model(extra: string, files: readonly string[]): PackageModel {
  const { package: found, problems } = parseManifest(`[package]\nname = "p"\nedition = "2021"\n${extra}`, files);
  assert.deepEqual(problems, []);
  assert.ok(found);
  return found;
}

/** `target`, with ` root` and ` test` where they hold. */
function role(of: PackageModel | undefined, path: string): string {
  const { target, crateRoot, testRole } = fileRole(of, path);
  return `${target}${crateRoot ? " root" : ""}${testRole ? " test" : ""}`;
}

const table = (of: PackageModel | undefined, expected: Readonly<Record<string, string>>): void => {
  const actual = Object.fromEntries(Object.keys(expected).map((path) => [path, role(of, path)]));
  assert.deepEqual(actual, expected);
};

describe("package: file roles", () => {
  it("judges a file outside any package as production library code", () => {
    table(undefined, { "a.rs": "library root", "tests/a.rs": "library root", "../x.rs": "library root" });
  });

  it("knows the conventional places", () => {
    const files = ["src/lib.rs", "src/main.rs", "src/bin/tool.rs", "tests/t.rs", "examples/e.rs", "build.rs"];
    table(model("", files), {
      "src/lib.rs": "library root",
      "src/main.rs": "binary root",
      "src/shared.rs": "library",
      "src/deep/er.rs": "library",
      "src/bin/tool.rs": "binary root",
      "src/bin/tool/part.rs": "binary",
      "tests/t.rs": "test root test",
      "tests/common/mod.rs": "test test",
      "benches/b.rs": "bench root test",
      "examples/e.rs": "example root test",
      "examples/e/part.rs": "example test",
      "examples/big/main.rs": "example root test",
      "fuzz/fuzz_targets/f.rs": "fuzz root test",
      "build.rs": "build-script root test",
      "scratch.rs": "none",
    });
  });

  it("knows the test modules of the covenant's layout", () => {
    table(model("", ["src/lib.rs"]), {
      "src/tests/parser.rs": "library test",
      "src/tests/deep/parser.rs": "library test",
      "src/tests.rs": "library test",
      "src/a/tests.rs": "library test",
      "src/a/test.rs": "library test",
      "src/parser_test.rs": "library test",
      "src/a/parser_tests.rs": "library test",
      "src/contest.rs": "library",
      "src/testing.rs": "library",
      "src/a/tests/b.rs": "library",
      "src/attestation.rs": "library",
    });
  });

  it("gives the modules of a package without a library to its binary", () => {
    table(model("", ["src/main.rs", "src/args.rs"]), { "src/args.rs": "binary", "src/main.rs": "binary root" });
  });

  it("follows targets that are written out", () => {
    const extra = [
      "[lib]",
      'path = "lib/root.rs"',
      "[[bin]]",
      'name = "tool"',
      'path = "cmd/tool/main.rs"',
      "[[test]]",
      'name = "all"',
      'path = "integration/all.rs"',
      "[package.metadata]",
      "x = 1",
    ].join("\n");
    table(model(extra, []), {
      "lib/root.rs": "library root",
      "lib/part.rs": "library",
      "cmd/tool/main.rs": "binary root",
      "cmd/tool/args.rs": "binary",
      "integration/all.rs": "test root test",
      "integration/help.rs": "test test",
      "other/x.rs": "none",
    });
    table(model("build = \"build/main.rs\"", ["src/lib.rs"]), {
      "build/main.rs": "build-script root test",
      "build/part.rs": "build-script test",
    });
  });

  it("tells procedural macros and fuzz packages", () => {
    table(model("[lib]\nproc-macro = true", ["src/lib.rs"]), { "src/lib.rs": "proc-macro root", "src/a.rs": "proc-macro" });
    const fuzz = model('[package.metadata]\ncargo-fuzz = true\n[[bin]]\nname = "f"\npath = "fuzz_targets/f.rs"', []);
    table(fuzz, { "fuzz_targets/f.rs": "fuzz root test", "fuzz_targets/help.rs": "fuzz test" });
  });

  it("falls back on the places when the targets are not known", () => {
    table(model("", []), { "src/lib.rs": "library root", "src/main.rs": "binary root", "src/a.rs": "library", "x.rs": "none" });
  });
});
