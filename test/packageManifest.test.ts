import assert from "node:assert/strict";
import fc from "fast-check";
import { parseManifest } from "../server/src/project/manifest.js";
import { type PackageModel, crateName, hasFeature } from "../server/src/project/packageModel.js";

function read(text: string, files: readonly string[] = [], workspace?: string): PackageModel {
  const manifest = parseManifest(text, files, workspace);
  assert.deepEqual(manifest.problems, []);
  assert.ok(manifest.package);
  return manifest.package;
}

const targets = (model: PackageModel): string[] => model.targets.map(({ kind, name, path }) => `${kind} ${name} ${path}`);

describe("package: manifest", () => {
  it("reads the package table and cargo's defaults", () => {
    const model = read('[package]\nname = "a-b"\n');
    assert.equal(model.edition, "2015");
    assert.equal(model.version, undefined);
    assert.equal(model.publish, true);
    assert.equal(read('[package]\nname = "a"\npublish = false').publish, false);
    assert.equal(read('[package]\nname = "a"\npublish = ["own"]').publish, true);
  });

  it("inherits from the workspace and adds features up", () => {
    const workspace = [
      "[workspace]",
      'members = ["crates/*"]',
      'exclude = ["old"]',
      "[workspace.package]",
      'version = "1.2.3"',
      'edition = "2024"',
      'rust-version = "1.85"',
      "publish = false",
      "[workspace.dependencies]",
      'tokio = { version = "1", features = ["rt"], default-features = false }',
      'serde = "1.0"',
      "[workspace.lints.clippy]",
      'pedantic = { level = "warn", priority = -1 }',
      'unwrap_used = "deny"',
    ].join("\n");
    const member = [
      "[package]",
      'name = "member"',
      "version.workspace = true",
      "edition.workspace = true",
      "rust-version = { workspace = true }",
      "publish.workspace = true",
      "[lints]",
      "workspace = true",
      "[dependencies]",
      'tokio = { workspace = true, features = ["fs", "rt"], optional = false }',
      "serde.workspace = true",
    ].join("\n");
    const model = read(member, [], workspace);
    assert.deepEqual(
      [model.version, model.edition, model.rustVersion, model.publish],
      ["1.2.3", "2024", "1.85", false],
    );
    assert.deepEqual(model.lints, {
      clippy: { pedantic: { level: "warn", priority: -1 }, unwrap_used: { level: "deny", priority: 0 } },
    });
    assert.deepEqual(model.dependencies, [
      { key: "tokio", package: "tokio", version: "1", features: ["rt", "fs"], defaultFeatures: false, optional: false },
      { key: "serde", package: "serde", version: "1.0", features: [], defaultFeatures: true, optional: false },
    ]);
    assert.deepEqual(parseManifest(workspace).workspace, { members: ["crates/*"], exclude: ["old"] });
    assert.equal(parseManifest(workspace).package, undefined);
  });

  it("says what an inherited value lacks", () => {
    const { problems, package: model } = parseManifest(
      '[package]\nname = "m"\nversion.workspace = true\n[dependencies]\nx.workspace = true',
      [],
      "[workspace]",
    );
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        "`version` is inherited, but the workspace does not give it",
        "dependency `x` is inherited, but the workspace does not give it",
      ],
    );
    assert.equal(model?.dependencies[0]?.key, "x");
  });

  it("understands renamed, optional and target dependencies", () => {
    const model = read(
      [
        "[package]",
        'name = "a"',
        "[dependencies]",
        'rt = { package = "tokio", version = "1", features = ["full"] }',
        'async-trait = "0.1"',
        'extra = { version = "1", optional = true, features = ["fs"] }',
        "[target.'cfg(unix)'.dependencies]",
        'nix = { version = "0.29", features = ["fs"] }',
        "[dev-dependencies]",
        'local = { path = "../local" }',
        "[build_dependencies]",
        'cc = "1"',
      ].join("\n"),
    );
    assert.equal(hasFeature(model, "tokio", ["fs", "full"]), true);
    assert.equal(hasFeature(model, "tokio", ["fs"]), false);
    assert.equal(hasFeature(model, "rt", ["full"]), false);
    assert.equal(hasFeature(model, "extra", ["fs"]), false);
    assert.equal(hasFeature(model, "nix", ["fs"]), false);
    assert.equal(crateName(model, "tokio"), "rt");
    assert.equal(crateName(model, "async-trait"), "async_trait");
    assert.equal(crateName(model, "absent"), undefined);
    assert.equal(model.dependencies.find(({ key }) => key === "nix")?.target, "cfg(unix)");
    assert.equal(model.devDependencies[0]?.path, "../local");
    assert.equal(model.buildDependencies[0]?.key, "cc");
  });

  it("finds targets where cargo does", () => {
    const files = [
      "src/lib.rs", "src/main.rs", "src/bin/one.rs", "src/bin/two/main.rs", "src/bin/two/part.rs", "examples/e.rs",
      "tests/t.rs", "tests/common/mod.rs", "benches/b/main.rs", "build.rs",
    ];
    assert.deepEqual(targets(read('[package]\nname = "my-tool"\nedition = "2021"', files)), [
      "library my_tool src/lib.rs",
      "binary my-tool src/main.rs",
      "binary one src/bin/one.rs",
      "binary two src/bin/two/main.rs",
      "example e examples/e.rs",
      "test t tests/t.rs",
      "bench b benches/b/main.rs",
      "build-script build-script-build build.rs",
    ]);
  });

  it("lets written targets win and honours the switches", () => {
    const files = ["src/lib.rs", "src/main.rs", "src/bin/one.rs", "tests/t.rs", "build.rs"];
    const text = [
      "[package]",
      'name = "t"',
      'edition = "2021"',
      "autotests = false",
      "build = false",
      "[lib]",
      'path = "./code/../code/root.rs"',
      "proc-macro = true",
      "[[bin]]",
      'name = "one"',
      "[[bin]]",
      'name = "renamed"',
      'path = "src/main.rs"',
    ].join("\n");
    assert.deepEqual(targets(read(text, files)), [
      "proc-macro t code/root.rs",
      "binary one src/bin/one.rs",
      "binary renamed src/main.rs",
    ]);
    const old = '[package]\nname = "t"\n[[bin]]\nname = "one"';
    assert.deepEqual(targets(read(old, files)), [
      "library t src/lib.rs",
      "binary one src/bin/one.rs",
      "test t tests/t.rs",
      "build-script build-script-build build.rs",
    ]);
  });

  it("reads on past values of a wrong type and tells them", () => {
    const { package: model, problems } = parseManifest(
      '[package]\nname = 3\nversion = "1.0.0"\n[dependencies]\na = 1\nb = { features = "x", version = 2 }\n[lints.clippy]\nx = 1\n[[bin]]\n',
    );
    assert.equal(model?.version, "1.0.0");
    assert.equal(model?.name, "");
    assert.deepEqual(
      problems.map(({ message }) => message),
      [
        "`name` of `[package]` must be a text",
        "`[package]` has no `name`",
        "dependency `a` must be a version or a table",
        "`version` of dependency `b` must be a text",
        "`features` of dependency `b` must be a list",
        "lint `x` of `[lints]` has no level",
        "`[[bin]]` has neither a name nor a path",
      ],
    );
  });

  it("gives the place of a syntax error and needs a package or a workspace", () => {
    assert.deepEqual(parseManifest("[package\n").problems.map(({ line }) => line), [0]);
    assert.match(parseManifest("").problems[0]?.message ?? "", /neither a `\[package\]` nor a `\[workspace\]`/);
  });

  it("is total on any tables", () => {
    const key = fc.constantFrom("package", "name", "version", "workspace", "dependencies", "features", "lints", "target", "bin",
      "lib", "publish", "toString", "__proto__");
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.boolean(), fc.integer(), fc.string(), fc.array(tie("any"), { maxLength: 2 }), tie("table")),
      table: fc.dictionary(key, tie("any"), { maxKeys: 4 }),
    }));
    const toToml = (item: unknown): string =>
      Array.isArray(item)
        ? `[${item.map(toToml).join(",")}]`
        : typeof item === "object" && item !== null
          ? `{${Object.entries(item).map(([k, v]) => `${k}=${toToml(v)}`).join(",")}}`
          : JSON.stringify(item);
    fc.assert(
      fc.property(value.table, (table) => {
        const text = Object.entries(table as object).map(([k, v]) => `${k} = ${toToml(v)}`).join("\n");
        const manifest = parseManifest(text, ["src/lib.rs", "src/main.rs"], text);
        assert.ok(manifest.package !== undefined || manifest.workspace !== undefined || manifest.problems.length > 0);
      }),
      { numRuns: 1500 },
    );
  });
});
