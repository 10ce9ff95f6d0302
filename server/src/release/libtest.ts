/**
 * Reading what `cargo test` prints on stable (specification 2.1). The exit code is never enough: a test that calls
 * `std::process::exit(0)` ends its binary with exit 0 while another test has FAILED. Every `running N tests` must be closed
 * by a `test result:` whose counts add up to N.
 */

/** One `running N tests` … `test result:` pair. */
export interface Suite {
  /** N of `running N tests`. */
  readonly expected: number;
  /** Absent when the suite was never closed: its binary ended early. */
  readonly result?: SuiteResult;
  /** Names of the tests that failed, as far as their lines could be read. */
  readonly failed: readonly string[];
  /** Names of the ignored tests. */
  readonly ignored: readonly string[];
  /** The last test that was started, for the report of a binary that ended early. */
  readonly last?: string;
}

/** The counts of a `test result:` line. */
export interface SuiteResult {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly ignored: number;
  readonly measured: number;
  readonly filtered: number;
}

/** What one test binary, or the documentation tests of one crate, printed. */
export interface TestBinary {
  /** `src/lib.rs`, `tests/it.rs`, or `Doc-tests name`. */
  readonly name: string;
  readonly suites: readonly Suite[];
  /** Signal or exit status that cargo reports for it, for example `signal: 6, SIGABRT: process abort signal`. */
  readonly crash?: string;
}

/** The whole output. */
export interface TestReport {
  readonly binaries: readonly TestBinary[];
  /** Text of each failed test by name: panic message and location. */
  readonly failures: ReadonlyMap<string, string>;
  /** What did not compile, as cargo names it. */
  readonly notCompiled: readonly string[];
  /** The first `error:` line of cargo that is neither a failed target nor a failed compilation. */
  readonly error?: string;
}

interface OpenSuite {
  expected: number;
  result?: SuiteResult;
  failed: string[];
  ignored: string[];
  last?: string;
}

interface OpenBinary {
  name: string;
  suites: OpenSuite[];
  crash?: string;
}

const RESULT = /^test result: (ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; (\d+) measured; (\d+) filtered out/;
const VERDICT = /^test (.+?)(?: - (?:should panic|compile fail|compile))? \.\.\. (ok|FAILED|ignored|bench:)/;

/**
 * Parses the output of `cargo test` with stdout and stderr in one stream, in order.
 * @param output Text with any line breaks.
 * @returns What was run; total on any text.
 */
export function parseTestOutput(output: string): TestReport {
  const binaries: OpenBinary[] = [];
  const failures = new Map<string, string>();
  const notCompiled: string[] = [];
  let error: string | undefined;
  /** Inside `failures:` only captured output follows: text there that looks like a test line is the tests' own. */
  let captured = false;
  let failing: string | undefined;
  let crashed: OpenBinary | undefined;

  for (const line of output.split(/\r?\n/)) {
    const opened = /^\s+Running (?:unittests )?(\S.*?) \((.+)\)$/.exec(line)?.[1] ?? /^\s+(Doc-tests \S+)$/.exec(line)?.[1];
    if (opened !== undefined) {
      binaries.push({ name: opened, suites: [] });
      captured = false;
      failing = undefined;
      continue;
    }
    const binary = binaries.at(-1);
    const suite = binary?.suites.at(-1);
    const result = RESULT.exec(line);
    if (result !== null && suite !== undefined && suite.result === undefined) {
      suite.result = readResult(result);
      captured = false;
      failing = undefined;
      continue;
    }
    if (captured) {
      const head = /^---- (.+?)(?: stdout)? ----$/.exec(line)?.[1];
      if (head !== undefined) {
        failing = head;
        failures.set(failing, "");
        continue;
      }
      if (failing !== undefined && /^failures:$/.test(line)) failing = undefined;
      // cargo's own last words interrupt a report whose binary ended in the middle of it.
      if (!/^error: /.test(line)) {
        if (failing !== undefined) failures.set(failing, append(failures.get(failing) ?? "", line));
        continue;
      }
    }
    const running = /^running (\d+) tests?$/.exec(line)?.[1];
    if (running !== undefined && binary !== undefined) {
      binary.suites.push({ expected: Number(running), failed: [], ignored: [] });
      continue;
    }
    if (line === "failures:" && suite !== undefined) {
      captured = true;
      continue;
    }
    const verdict = VERDICT.exec(line);
    if (verdict?.[1] !== undefined && suite !== undefined) {
      suite.last = verdict[1];
      if (verdict[2] === "FAILED") suite.failed.push(verdict[1]);
      if (verdict[2] === "ignored") suite.ignored.push(verdict[1]);
      continue;
    }
    const begun = /^test (.+?) \.\.\. /.exec(line)?.[1] ?? /^test (.+) has been running for over \d+ seconds$/.exec(line)?.[1];
    if (begun !== undefined && suite !== undefined) suite.last = begun;

    if (/^error: test failed, to rerun pass /.test(line) || /^error: doctest failed, to rerun pass /.test(line)) {
      crashed = binary;
      captured = false;
    } else if (crashed !== undefined && /^\s+process didn't exit successfully: /.test(line)) {
      const status = /\(((?:signal|exit status|exit code): .+)\)$/.exec(line)?.[1];
      // 101 is libtest's own "some tests failed"; anything else ended the binary from inside.
      if (status !== undefined && !/^exit (status|code): 101$/.test(status)) crashed.crash = status;
      crashed = undefined;
    } else {
      const broken = /^error: could not (?:compile|document) (`.+?`(?: \([^)]*\))?)/.exec(line)?.[1];
      if (broken !== undefined) notCompiled.push(broken);
      else if (/^error: (?!\d+ targets? failed)/.test(line)) error ??= line.slice("error: ".length);
    }
  }
  return { binaries, failures, notCompiled, ...(error === undefined ? {} : { error }) };
}

/**
 * Parses the output of the same command with `-- --list --format terse`.
 * @returns Number of listed tests per binary name. A binary with a harness of its own may list nothing.
 */
export function parseTestList(output: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let name: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    const opened = /^\s+Running (?:unittests )?(\S.*?) \((.+)\)$/.exec(line)?.[1] ?? /^\s+(Doc-tests \S+)$/.exec(line)?.[1];
    if (opened !== undefined) {
      name = opened;
      counts.set(name, counts.get(name) ?? 0);
    } else if (name !== undefined && /: test$/.test(line)) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return counts;
}

/** True when the suite's counts account for every test that it announced. */
export function isClosed(suite: Suite): boolean {
  const { result } = suite;
  return result !== undefined && result.passed + result.failed + result.ignored + result.measured === suite.expected;
}

/** Longest text kept of one failure. */
const LONGEST_FAILURE = 4000;

function append(text: string, line: string): string {
  if (text.length > LONGEST_FAILURE) return text;
  return text === "" ? line : `${text}\n${line}`;
}

function readResult(match: RegExpExecArray): SuiteResult {
  const count = (index: number): number => Number(match[index] ?? "0");
  return { ok: match[1] === "ok", passed: count(2), failed: count(3), ignored: count(4), measured: count(5), filtered: count(6) };
}
