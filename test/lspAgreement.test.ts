/** The editor and the command line find the same: on the sample crate, on every fixture, on real crates. */
import assert from "node:assert/strict";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, sandbox, type JsonFinding, type Sandbox } from "./cli/harness.js";
import { TestClient } from "./lspHarness.js";
import { realFiles, whyNoRealFiles } from "./realFiles.js";

const tests = join(import.meta.dirname, "../../test");
const severities = ["", "error", "warning", "information", "hint"];
const strict = 'profile = "strict"\n';

describe("the editor and the command line", function () {
  this.timeout(60_000);
  let box: Sandbox;
  beforeEach(() => (box = sandbox()));
  afterEach(() => box.remove());

  it("agree about the sample crate", async () => {
    const count = await agree(box, join(tests, "sample"), ["src/error.rs", "src/ffi.rs", "src/journal.rs", "src/lib.rs", "src/main.rs", "src/worker.rs", "examples/read.rs"]);
    assert.ok(count > 20, `only ${count} findings`);
  });

  it("agree about every fixture, with every rule on", async () => {
    box.write("covenant.toml", strict);
    const names = readdirSync(join(tests, "rules")).filter((name) => name.endsWith(".rs"));
    for (const name of names) copyFileSync(join(tests, "rules", name), join(box.folder, name));
    const count = await agree(box, box.folder, names);
    assert.ok(count > 300, `only ${count} findings`);
  });

  it("agree about real crates, their modules and their configuration", async function () {
    if (whyNoRealFiles() !== undefined) this.skip();
    box.write("covenant.toml", `${strict}[[overrides]]\npaths = ["nom/src/bytes/**"]\n[overrides.rules]\nmissing-docs = "off"\n`);
    const files = realFiles("nom", "itertools", "rusqlite", "axum").filter(({ text }) => text.length < 60_000);
    for (const crate of new Set(files.map(({ name }) => name.split("/")[0] ?? ""))) box.write(`${crate}/Cargo.toml`, `[package]\nname = "${crate}"\nversion = "1.0.0"\nedition = "2021"\n`);
    for (const { name, text } of files) box.write(name, text);
    const count = await agree(box, box.folder, files.map(({ name }) => name));
    assert.ok(count > 500, `only ${count} findings`);
  });
});

/** Judges a folder both ways and compares; returns the number of findings. */
async function agree(box: Sandbox, folder: string, paths: readonly string[]): Promise<number> {
  const { report, outcome } = await checkJson(box, ["--no-cache", "."], { cwd: folder });
  assert.deepEqual([report.failed, report.problems], [[], []], outcome.err);
  const expected = new Map<string, string[]>();
  for (const finding of report.findings) expected.set(finding.path, [...(expected.get(finding.path) ?? []), asText(finding)]);
  const client = await TestClient.start({ folder, development: false, settings: { maxFindingsPerFile: 10_000 } });
  try {
    const found = (path: string): readonly string[] =>
      (client.published.findLast(({ uri }) => uri === client.uri(path))?.diagnostics ?? []).map(({ range, code, severity, message }) => asText({ rule: String(code), severity: severities[severity ?? 0] ?? "", message, start: from1(range.start), end: from1(range.end) }));
    // An editor hides a byte-order mark from the server.
    for (const path of paths) await client.open(path, readFileSync(join(folder, path), "utf8").replace(/^\uFEFF/, ""));
    const same = (path: string): boolean => JSON.stringify(found(path)) === JSON.stringify(expected.get(path) ?? []);
    await client.until(() => paths.every((path) => client.published.some(({ uri }) => uri === client.uri(path)) && same(path)), "").catch(() => undefined);
    await client.idle();
    for (const path of paths) assert.deepEqual(found(path), expected.get(path) ?? [], path);
  } finally {
    await client.stop();
  }
  assert.deepEqual([...expected.keys()].filter((path) => !paths.includes(path)).filter((path) => !path.startsWith("tests/")), []);
  return report.findings.length;
}

function asText(finding: Pick<JsonFinding, "rule" | "severity" | "message"> & { readonly start: { line: number; column: number }; readonly end: { line: number; column: number } }): string {
  const { rule, severity, message, start, end } = finding;
  return `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule} ${message}`;
}

function from1({ line, character }: { line: number; character: number }): { line: number; column: number } {
  return { line: line + 1, column: character + 1 };
}
