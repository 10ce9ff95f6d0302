import { metasOf } from "../../engine/attributes.js";
import { tellingCalls } from "../../engine/bodyFacts.js";
import { calls, codeOnly, failing, type Call } from "../../engine/bodySummary.js";
import type { Code } from "../../engine/code.js";
import { regionOf } from "../../engine/context.js";
import { lastSegment } from "../../engine/declarations.js";
import { fileRegion } from "../../engine/role.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { isJudgedByCompiler } from "../shared/compiledTests.js";

/** Attributes of functions that run with tests and are none: what they return or measure is looked at elsewhere. */
const noTest: ReadonlySet<string> = new Set(["bench", "fixture", "case"]);

/** Modules and crates whose functions are made for tests. */
const testing = /test|common|support|helper|util|harness|fixture|mock|integration|insta|trybuild|goldenfile|^loom$|^shuttle$/i;

/** Tests that say by their name that running through is what they are for. */
const runsThrough = /panic|segfault|use_after_free|double_free|dangling|unpin|coverage|readme|expan(?:d|sion)|hang|deadlock|crash|smoke|compil|leak|overflow|underflow|cooperative|out_of_bounds|fuzz|miri|lifetime|object_safe|trait_bounds|is_(?:debug|clone|copy)|regression|(?:issue|bug|gh)_?\d|clippy|clone?able|(?:debug|clone|copy|send|sync|default|hash|ord|eq)_impls?(?:_|$)/;

/** An attribute that is none of those that have nothing to do with tests; which ones make a test can be configured. */
const mayBeTest = /(?:^|\])[ \t]*#\[\s*(?!cfg_attr\s*\((?![^\]]*test)|(?:inline|must_use|doc|cfg|allow|expect|deny|warn|forbid|track_caller|cold|target_feature|deprecated|no_mangle|export_name|link_section|automatically_derived|stable|unstable|rustc_\w+|instrument|async_trait)\b)/m;

/** A line that begins with an assertion of the standard library: such a test need not be parsed. */
const plainAssertion = /^[ \t]*(?:debug_)?assert(?:_eq|_ne)?!\s*[({[]/m;

/** The same, said in a comment of the test; what names a report of a fault tells that the fault is gone. */
const saysSo = /\/\/.*(?:\/(?:issues|pull)\/\d|(?<!\w)#\d{2,}|\bregress(?:ion|es)\b|\bused to\b|\bsoundness\b|\bwithout\s+(?:\w+\s+)?(?:panic|hang|deadlock|crash)|\bshould\s+(?:allow|accept|be able to)\b|\b(?:no|not|never|\w+n't)\s+(?:\w+\s+)?(?:panic|hang|deadlock|crash|overflow)|\bmiri\b|\bcompil(?:e|es|ed|ing)\b)/i;

/** Calls that wait for somebody: where that goes wrong, the test does not end. */
const waiting = /^(?:lock|park(?:_\w+)?|wait(?:_\w+)?|recv(?:_\w+)?|acquire(?:_\w+)?)$/;

/** Types that run tests: `trybuild::TestCases`, a runner of the crate's own. */
const runner = /Test(?:s|Cases?|er|Suite|Harness|Runner)$/;

export default defineRule({
  id: "test-without-assertion",
  group: "testing",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Mandatory Constraints: comprehensive test coverage",
  scope: "file",
  regions: ["production", "test", "example", "build-script"],
  looksFor: "absence",
  wants: ({ text, keyword, head }) => keyword === "fn" && text.lastIndexOf("#[", head) >= 0 && mayBeTest.test(text.slice(0, head)) && !(plainAssertion.test(text) && !text.includes("/*")),
  summary: "Asks that every test can fail.",
  why: "A test without an assertion passes whatever the code does. It counts as coverage, and it is the first thing that is believed when something goes wrong.",
  remedy: "Assert what the code returned or changed. A test that only has to run through says so: in its name (`does_not_panic`) or in a comment.",
  limits: "Anything that may fail counts: macros that are not known to be silent, `?`, `unwrap`, `expect`, functions whose name says that they check, functions of test modules that may fail, waiting for somebody (`lock`, `recv`), what only the compiler checks, and what a test returns. A name or a comment may say that running through is the point (`does_not_panic`, `smoke`, `issue_1508`, “must not panic”, a link to an issue). Functions of the code under test do not count, although they may panic, unless a `#[should_panic]` test of the file calls them too: then panicking is how they report.",
  options: {},
  messages: {
    silent: "nothing in `{name}` can fail but a panic, so it passes whatever the code does; assert what it did",
  },
  on: {
    function_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const body = node.childForFieldName("body");
      if (!name || !body || !isTest(code, node) || runsThrough.test(nameOf(code, node)) || saysSo.test(code.segment.text) || returnsVerdict(code, node, body)) return;
      const text = codeOnly(code.text(body)).replace(/#!?\[[^\]]*\]/g, "");
      if (failing(text) === "asserts" || /\bErr\s*\(|\bprocess\s*::\s*(?:exit|abort)\b/.test(text)) return;
      const called = [...calls(text), ...passed(text)];
      if (isJudgedByCompiler(code, node, body, text) || panicsOnPurpose(code, text) || called.some((call) => mayAssert(code, call)) || typesIn(text).some((type) => runner.test(type) || mayFail(code, type))) return;
      cx.report(name, { message: "silent", data: { name: nameOf(code, node) } });
    },
  },
});

function isTest(code: Code, node: Node): boolean {
  const names = metasOf(code, node).map((meta) => meta.name);
  if (names.includes("should_panic") || names.includes("template")) return false;
  return names.some((name) => code.lists.testAttributes.has(name) && !noTest.has(name)) && !names.includes("fixture");
}

/** A test that returns something else than `Ok(())` is judged by what it returns. */
function returnsVerdict(code: Code, node: Node, body: Node): boolean {
  const type = node.childForFieldName("return_type");
  if (!type || code.text(type).replace(/\s/g, "") === "()") return false;
  const tail = body.namedChildren.findLast((child) => child.type !== "line_comment" && child.type !== "block_comment");
  return !tail || !/^(?:return\s+)?(?:\w+\s*::\s*)*Ok\s*(?:::\s*<.*>)?\s*\(\s*\(\s*\)\s*\)\s*;?$/s.test(code.text(tail));
}

/** Functions that are given to others to call: `cases.iter().for_each(check)`. */
function passed(text: string): readonly Call[] {
  return [...text.matchAll(/[(,]\s*((?:[A-Za-z_]\w*\s*::\s*)*)([a-z]\w*_\w+)\s*(?=[,)])/g)].map(([, path = "", name = ""]) => ({ kind: "free", path: path.split("::").map((part) => part.trim()).filter((part) => part !== ""), name }));
}

/** What it calls reports by panicking: a `#[should_panic]` test of the file calls it too, and this one is the other case. */
function panicsOnPurpose(code: Code, text: string): boolean {
  // An allocator of the file's own that asserts watches every test in it.
  if (code.facts.ask("helpers", "dealloc").some((helper) => helper.failing === "asserts")) return true;
  const expected = code.facts.ask("panicTested");
  return expected.length > 0 && tellingCalls(text).some((call) => expected.includes(call));
}

/** Types that the body names: their methods may assert when something else calls them. */
function typesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z](?:\w*[a-z]\w*)?\b/g) ?? [])];
}

/** A function of this file that belongs to tests and may fail; for a type, one of its methods. */
function mayFail(code: Code, name: string): boolean {
  const helpers = code.facts.ask("helpers", name);
  if (helpers.length === 0) return false;
  const inTests = fileRegion(code.role) !== "production" || code.facts.ask("testFile");
  return helpers.some((helper) => (helper.testOnly || inTests) && helper.failing !== "silent" && (helper.failing === "asserts" || !/^[A-Z]/.test(name)));
}

/** A call of a test's helper that may assert: one of this file by its body, one of another module by its name. */
function mayAssert(code: Code, call: Call): boolean {
  if (waiting.test(call.name)) return true;
  if (call.kind === "free" && (/(?:^|_)tests?(?:_|$)/.test(call.name) || failing(`${trueName(code, call)}()`) === "asserts")) return true;
  if (call.path.some((part) => /^[a-z]/.test(part) && testing.test(part))) return true;
  if (mayFail(code, call.name)) return true;
  if (code.facts.ask("helpers", call.name).length > 0 || call.kind === "method" || call.path.length > 0) return false;
  const scope = code.place.scope.key;
  const binding = code.facts.ask("binding", scope, call.name);
  if (binding) return binding.kind === "import" && (binding.path.split("::").slice(0, -1).some((part) => testing.test(part)) || isOfTestCrate(code, binding.path));
  return code.facts.ask("globs", scope).some((glob) => testing.test(glob) || isOfTestCrate(code, glob)) || (regionOf(code, code.root) === "test" && isParameter(code, call.name));
}

/** A path into another module of an integration test: such a module helps tests and nothing else. */
function isOfTestCrate(code: Code, path: string): boolean {
  const [root = "", ...more] = path.split("::");
  if (fileRegion(code.role) !== "test" || more.length === 0 || root === "super" || root === "self") return false;
  const binding = root === "crate" ? undefined : code.facts.ask("binding", code.place.scope.key, root);
  return root === "crate" ? code.role.target === "test" : binding?.kind === "local" && binding.keyword === "mod";
}

/** The name of what is called before an import of the test or of its module renamed it. */
function trueName(code: Code, { path, name }: Call): string {
  if (path.length > 0) return name;
  const renamed = new RegExp(`(\\w+)\\s+as\\s+${name}\\b`).exec(code.segment.text)?.[1];
  if (renamed !== undefined) return renamed;
  const binding = code.facts.ask("binding", code.place.scope.key, name);
  return binding?.kind === "import" ? lastSegment(binding.path) : name;
}

/** A parameter that is called: what it does is decided by the caller. */
function isParameter(code: Code, name: string): boolean {
  return new RegExp(`[(,]\\s*(?:mut\\s+)?${name}\\s*:`).test(code.segment.text.slice(code.segment.head, code.segment.body));
}
