import assert from "node:assert/strict";
import { isClosed, parseTestList, parseTestOutput } from "../server/src/release/libtest.js";
import { sample, section } from "./cargo/samples.js";

describe("libtest output", () => {
  it("reads every binary, suite, failure and ignored test of a recorded run", () => {
    const report = parseTestOutput(sample("cargo-test-pretty.txt"));
    assert.deepEqual(report.binaries.map((binary) => [binary.name, binary.suites.length]), [["src/lib.rs", 1], ["tests/it.rs", 1], ["tests/it2.rs", 1], ["Doc-tests tcrate", 2]]);
    const suites = report.binaries.flatMap((binary) => binary.suites);
    assert.ok(suites.every(isClosed));
    assert.deepEqual(suites.flatMap((suite) => suite.failed), ["it_fail", "it_no_panic", "it_result"]);
    assert.deepEqual(suites.flatMap((suite) => suite.ignored), ["tests::ign", "src/lib.rs - add (line 6)"]);
    assert.match(report.failures.get("it_fail") ?? "", /panicked at tests\/it\.rs:2:43:/);
    assert.equal(suites.reduce((sum, suite) => sum + (suite.result?.passed ?? 0), 0), 8);
    assert.equal(report.binaries.every((binary) => binary.crash === undefined), true);
    assert.equal(report.error, undefined);
  });

  /** The recorded stdout has no `Running` lines (they are on stderr); in one stream they stand where they belong. */
  const merged = (text: string, names: readonly string[]): string => {
    let index = 0;
    return text.replace(/^running \d+ tests?$/gm, (line) => `     Running ${names[index++] ?? "x"} (target/debug/deps/x)\n\n${line}`);
  };

  it("finds the binary that ended early although cargo exited with 0", () => {
    const [stdout = ""] = section("cargo-test-edge-cases.txt", "tests/exit0.rs").split("-- stderr");
    const report = parseTestOutput(merged(stdout, ["unittests src/lib.rs", "tests/exit0.rs", "tests/other.rs"]));
    assert.deepEqual(report.binaries.map((binary) => binary.suites.map(isClosed)), [[true], [false], [true]]);
    assert.deepEqual(report.binaries[1]?.suites[0]?.failed, ["b"]);
  });

  it("finds it even without the lines between the binaries", () => {
    const [stdout = ""] = section("cargo-test-edge-cases.txt", "tests/exit0.rs").split("-- stderr");
    const report = parseTestOutput(`     Running tests/all.rs (x)\n${stdout}`);
    assert.deepEqual(report.binaries[0]?.suites.map(isClosed), [true, false, true]);
  });

  it("names the signal that ended a binary", () => {
    const report = parseTestOutput(section("cargo-test-edge-cases.txt", "process::abort"));
    assert.match(report.binaries.find((binary) => binary.name === "tests/abort.rs")?.crash ?? "", /SIGABRT/);
    assert.equal(report.binaries.find((binary) => binary.name === "tests/zz.rs")?.crash, undefined);
  });

  it("sees filters, compile errors and cargo's own errors", () => {
    const filtered = parseTestOutput(merged(section("cargo-test-edge-cases.txt", "filter that matches nothing"), ["a", "b", "c"]));
    assert.equal(filtered.binaries.flatMap((binary) => binary.suites).reduce((sum, suite) => sum + (suite.result?.filtered ?? 0), 0), 8);
    assert.deepEqual(parseTestOutput(section("cargo-test-edge-cases.txt", "compile error")).notCompiled, ["`td` (lib test)", "`td` (lib)"]);
    assert.equal(parseTestOutput("error: no library targets found in package `tb`\n").error, "no library targets found in package `tb`");
  });

  it("trusts the summary where noise stands between a name and its verdict", () => {
    const report = parseTestOutput(`     Running tests/n.rs (x)\n${section("cargo-test-edge-cases.txt", "noise between name")}`);
    const [suite] = report.binaries[0]?.suites ?? [];
    assert.ok(suite !== undefined && isClosed(suite));
    assert.equal(suite.result?.passed, 2);
  });

  it("is not fooled by test output that looks like libtest's", () => {
    const report = parseTestOutput([
      "     Running tests/spoof.rs (x)", "", "running 1 test", "test liar ... FAILED", "", "failures:", "", "---- liar stdout ----",
      "running 5 tests", "test fake ... ok", "", "failures:", "    liar", "",
      "test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s", "",
    ].join("\r\n"));
    assert.deepEqual(report.binaries[0]?.suites.map((suite) => [suite.expected, suite.failed]), [[1, ["liar"]]]);
  });

  it("counts what a listing announces, per binary", () => {
    const counts = parseTestList("    Finished `test`\n     Running unittests src/lib.rs (x)\na: test\nb::c: test\n     Running tests/own.rs (y)\nhello\n   Doc-tests k\nsrc/lib.rs - f (line 3): test\n");
    assert.deepEqual([...counts], [["src/lib.rs", 2], ["tests/own.rs", 0], ["Doc-tests k", 1]]);
  });
});
