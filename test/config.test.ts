import assert from "node:assert/strict";
import fc from "fast-check";
import { nearest } from "../server/src/engine/nearest.js";
import { type ConfigFile, parseConfig } from "../server/src/config/parseConfig.js";
import { type PlacedConfig, resolve } from "../server/src/config/resolve.js";
import { catalogue } from "./configCatalogue.js";

function config(text: string): ConfigFile {
  const parsed = parseConfig(text, catalogue);
  assert.deepEqual(parsed.problems, []);
  assert.ok(parsed.config);
  return parsed.config;
}

const place = (dir: string, text: string): PlacedConfig => ({ dir, config: config(text) });

/** Marks what a problem points at: `line:text`, with the text cut out of the line. */
function problems(text: string): string[] {
  const parsed = parseConfig(text, catalogue);
  assert.equal(parsed.config, undefined, "a file with problems must give no configuration");
  assert.notEqual(parsed.problems.length, 0);
  const lines = text.split("\n");
  return parsed.problems.map(({ line, column, endColumn, message }) => {
    const marked = lines[line]?.slice(column, endColumn);
    return `${line}:${marked}: ${message}`;
  });
}

describe("config: parsing", () => {
  it("reads every key", () => {
    const parsed = config(
      [
        "root = true",
        'profile = "library"',
        'exclude = ["vendor/**"]',
        "[rules]",
        'missing-docs = "off"',
        'panic-in-production = { level = "hint", macros = ["panic", "assert"], limit = 2 }',
        "unwrap-in-production.allowLockUnwrap = true",
        "[regions]",
        'testAttributes = ["my_test"]',
        "[[overrides]]",
        'paths = ["src/generated/**"]',
        'profile = "ffi"',
        "[overrides.rules]",
        'unwrap-in-production = "warning"',
      ].join("\n"),
    );
    assert.deepEqual(parsed, {
      root: true,
      profile: "library",
      exclude: ["vendor/**"],
      rules: new Map<string, unknown>([
        ["missing-docs", { level: "off", options: {} }],
        ["panic-in-production", { level: "hint", options: { macros: ["panic", "assert"], limit: 2 } }],
        ["unwrap-in-production", { options: { allowLockUnwrap: true } }],
      ]),
      overrides: [
        {
          paths: ["src/generated/**"],
          profile: "ffi",
          rules: new Map([["unwrap-in-production", { level: "warning", options: {} }]]),
        },
      ],
      regions: { testAttributes: ["my_test"], testFeatures: [], testMacros: [], quotingMacros: [] },
    });
  });

  it("accepts an empty file, a byte-order mark and CRLF", () => {
    assert.equal(config("").root, false);
    assert.equal(config('\uFEFFroot = true\r\n[rules]\r\nmissing-docs = "off"\r\n').rules.get("missing-docs")?.level, "off");
  });

  it("points at the key or value at fault and names the nearest id", () => {
    assert.deepEqual(
      problems(
        [
          'profil = "strict"',
          "[rules]",
          'unwrap-in-prodction = "off"',
          'missing-docs = "eror" # a slip',
          'panic-in-production = { level = "warning", macro = ["a"], limit = "3" }',
        ].join("\n"),
      ),
      [
        "0:profil: unknown key `profil`; did you mean `profile`?",
        "2:unwrap-in-prodction: there is no rule `unwrap-in-prodction`; did you mean `unwrap-in-production`?",
        '3:"eror": "eror" is not one of "off", "error", "warning", "information", "hint"; did you mean "error"?',
        "4:macro: rule `panic-in-production` has no option `macro`; did you mean `macros`?",
        '4:"3": `limit` must be a number, not a text in quotes',
      ],
    );
  });

  it("finds places in arrays of tables, sub-tables, dotted and quoted keys and multi-line values", () => {
    assert.deepEqual(
      problems(
        [
          "exclude = [",
          '  "vendor/**", # "not me"',
          "  3,",
          "]",
          "[[overrides]]",
          'paths = ["""',
          'a"""]',
          "[overrides.rules]",
          'missing-docs = "hint"',
          "[[overrides]]",
          'profile = "strict"',
          "[overrides.rules.panic-in-production]",
          "limit = inf",
          "[[overrides]]",
          'paths = ["!src/**", "../x", "/abs", "a\\\\b", ""]',
          'rules."nope-nope" = 1979-05-27',
        ].join("\n"),
      ),
      [
        "2:3: an element of `exclude` must be a text in quotes, not a number",
        "9:overrides: `paths` is missing here",
        "12:inf: `limit` must be a finite number",
        ...["!src/**", "../x", "/abs", "a\\\\b"].map(
          (glob) =>
            `14:"${glob}": "${glob.replace("\\\\", "\\")}" is not a glob this file may use: relative to this folder, with \`/\`, without a leading \`!\` and without \`..\``,
        ),
        '14:"": an empty text is not allowed here',
        '15:"nope-nope": there is no rule `nope-nope`',
      ],
    );
  });

  it("gives the position of a syntax error", () => {
    const parsed = parseConfig('[rules]\nmissing-docs = "off\n', catalogue);
    assert.equal(parsed.config, undefined);
    assert.equal(parsed.problems[0]?.line, 1);
    assert.match(parsed.problems[0]?.message ?? "", /^not valid TOML: /);
  });

  it("is total: any text gives a configuration or problems inside the text", () => {
    const piece = fc.constantFrom("[rules]", "[[overrides]]", "\n", "\r\n", "=", '"', "'", "{", "}", "[", "]", ",", ".", "a", "rules",
      'missing-docs = "off"', "#", "\\", '"""', "1", " ", "\uFEFF", "💥", "__proto__ = 1", "paths");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const parsed = parseConfig(text, catalogue);
        assert.equal(parsed.config === undefined, parsed.problems.length > 0);
        const lines = text.split("\n");
        for (const { line, column, endColumn } of parsed.problems) {
          assert.ok(line >= 0 && line < lines.length && column >= 0 && column <= endColumn);
          assert.ok(endColumn <= (lines[line]?.length ?? 0));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("config: resolving", () => {
  const level = (files: readonly PlacedConfig[], path: string, id: string): string | undefined =>
    resolve(files, path, catalogue).rules.get(id)?.level;

  it("starts from the recommended profile", () => {
    const resolved = resolve([], "src/lib.rs", catalogue);
    assert.equal(resolved.profile, "recommended");
    assert.deepEqual([...resolved.rules].map(([id, rule]) => [id, rule.level]), [
      ["unwrap-in-production", "error"],
      ["panic-in-production", "warning"],
      ["missing-docs", "off"],
    ]);
    assert.deepEqual(resolved.rules.get("panic-in-production")?.options, { macros: ["panic"], limit: 3, prefix: "" });
  });

  it("has every rule on in strict", () => {
    const files = [place("", 'profile = "strict"')];
    assert.equal(level(files, "src/lib.rs", "missing-docs"), "information");
  });

  it("lets the nearest file win per rule and per option, and extends its parents", () => {
    const files = [
      place("/w/a", "[rules]\npanic-in-production = { limit = 9 }\nmissing-docs = \"hint\""),
      place("/w", 'profile = "service"\n[rules]\npanic-in-production = { level = "error", macros = [], limit = 1 }\nmissing-docs = "off"'),
    ];
    const inner = resolve(files, "/w/a/src/lib.rs", catalogue);
    assert.equal(inner.profile, "service");
    assert.deepEqual(inner.rules.get("panic-in-production"), { level: "error", options: { macros: [], limit: 9, prefix: "" } });
    assert.equal(inner.rules.get("missing-docs")?.level, "hint");
    assert.equal(level(files.slice(1), "/w/b/src/lib.rs", "missing-docs"), "off");
  });

  it("stops at a root file", () => {
    const files = [place("/w/a", "root = true"), place("/w", 'profile = "strict"')];
    assert.equal(resolve(files, "/w/a/src/lib.rs", catalogue).profile, "recommended");
  });

  it("matches overrides below their own folder, a later one winning", () => {
    const text = '[[overrides]]\npaths = ["src/gen"]\nrules.missing-docs = "hint"\n[[overrides]]\npaths = ["**/deep.rs"]\nprofile = "strict"\nrules.missing-docs = "error"';
    const files = [place("/w/a", text)];
    assert.equal(level(files, "/w/a/src/gen/x.rs", "missing-docs"), "hint");
    assert.equal(level(files, "/w/a/src/gen/deep.rs", "missing-docs"), "error");
    assert.equal(level(files, "/w/a/src/generated/x.rs", "missing-docs"), "off");
    assert.equal(level(files, "/w/a/gen/a/src/gen/x.rs", "missing-docs"), "off");
    assert.equal(resolve(files, "/w/a/src/deep.rs", catalogue).profile, "strict");
  });

  it("adds up excludes and regions", () => {
    const files = [
      place("/w/a", 'exclude = ["./vendor/"]\nregions.testMacros = ["inner"]'),
      place("/w", 'exclude = ["a/third_*/**"]\nregions.testMacros = ["outer", "inner"]'),
    ];
    const excluded = (path: string): boolean => resolve(files, path, catalogue).excluded;
    assert.equal(excluded("/w/a/vendor/x/lib.rs"), true);
    assert.equal(excluded("/w/a/third_party/.hidden/lib.rs"), true);
    assert.equal(excluded("/w/a/src/vendor/lib.rs"), false);
    assert.deepEqual(resolve(files, "/w/a/x.rs", catalogue).regions.testMacros, ["outer", "inner"]);
  });

  it("gives preferences the last word on levels, and profiles by what they are", () => {
    const files = [place("", 'profile = "library"\n[rules]\nunwrap-in-production = "warning"')];
    const dimmed = resolve(files, "a.rs", catalogue, { defaultProfile: "strict", rules: { "unwrap-in-production": "hint" } });
    assert.equal(dimmed.profile, "library");
    assert.equal(dimmed.rules.get("unwrap-in-production")?.level, "hint");
    const forced = resolve(files, "a.rs", catalogue, { profile: "strict" });
    assert.equal(forced.rules.get("panic-in-production")?.level, "warning");
    assert.equal(forced.rules.get("unwrap-in-production")?.level, "warning");
    assert.equal(resolve([], "a.rs", catalogue, { defaultProfile: "strict" }).profile, "strict");
    assert.equal(resolve([], "a.rs", catalogue, { defaultProfile: "no such" }).profile, "recommended");
  });

  it("has one key for one effective configuration", () => {
    const key = (text: string, path = "a.rs"): string => resolve([place("", text)], path, catalogue).key;
    assert.equal(key(""), key('profile = "recommended"', "b/c.rs"));
    assert.notEqual(key(""), key('[rules]\nmissing-docs = "hint"'));
    assert.notEqual(key(""), key("[rules]\npanic-in-production.limit = 4"));
    assert.notEqual(key(""), key('regions.testMacros = ["m"]'));
  });
});

describe("config: nearest name", () => {
  it("forgives slips and refuses guesses", () => {
    assert.equal(nearest("missing-dosc", ["missing-docs", "panic"]), "missing-docs");
    assert.equal(nearest("something-else", ["missing-docs", "panic"]), undefined);
    assert.equal(nearest("ab", ["ba", "abc"]), "ba");
  });
});
