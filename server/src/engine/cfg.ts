/** Three-valued evaluation of `cfg` predicates under "this is not a test build" (rules-core specification 2.3). */
import type { Meta } from "./meta.js";

/** Kleene truth: `undefined` is unknown. */
export type Truth = boolean | undefined;

const falseWords: ReadonlySet<string> = new Set(["test", "doctest", "fuzzing", "loom", "miri", "kani"]);

/** Features that only tests switch on; `covenant.toml` extends the list. */
export const defaultTestFeatures: readonly string[] = [
  "test", "tests", "testing", "test-util", "test-utils", "test_util", "test_utils", "test-helpers", "test_helpers", "test-support", "test_support",
  "testkit", "mock", "mocks", "fuzzing", "fuzz", "arbitrary", "proptest", "quickcheck", "_test", "__test", "internal-testing",
];

/** The features that count as off outside tests: the built-in ones and those a configuration adds. */
export function testFeatures(more: readonly string[]): ReadonlySet<string> {
  return new Set([...defaultTestFeatures, ...more]);
}

/**
 * Value of a predicate when no test is built.
 * @param testFeatures features that count as off outside tests
 */
export function evaluate(predicate: Meta, testFeatures: ReadonlySet<string>): Truth {
  if (predicate.kind === "word") return falseWords.has(predicate.path) ? false : predicate.path === "true" ? true : predicate.path === "false" ? false : undefined;
  if (predicate.kind === "value") return predicate.path === "feature" && testFeatures.has(predicate.value) ? false : undefined;
  // `any(test, feature = "__private")`: by Cargo's convention such a feature is not for users, and beside `test` it lends test helpers to sister crates.
  const besideTest = predicate.path === "any" && predicate.items.some((item) => item.kind === "word" && item.path === "test");
  const values = predicate.items.map((item) => (besideTest && item.path === "feature" && item.value.startsWith("__") ? false : evaluate(item, testFeatures)));
  switch (predicate.path) {
    case "all":
      return values.includes(false) ? false : values.includes(undefined) ? undefined : true;
    case "any":
      return values.includes(true) ? true : values.includes(undefined) ? undefined : false;
    case "not": {
      const value = values[0];
      return value === undefined ? undefined : !value;
    }
    default:
      return undefined;
  }
}

/** True when the attribute is a `cfg` that is definitely false outside tests. */
export function isTestOnlyCfg(meta: Meta, testFeatures: ReadonlySet<string>): boolean {
  return meta.path === "cfg" && meta.kind === "list" && meta.items[0] !== undefined && evaluate(meta.items[0], testFeatures) === false;
}
