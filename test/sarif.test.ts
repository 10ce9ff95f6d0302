/** SARIF output against the schema of the standard. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import { rules } from "../server/src/rules/index.generated.js";
import { covenant, sandbox, unwrapping, type Sandbox } from "./cli/harness.js";

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
  readonly snippet?: { readonly text: string };
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }; readonly region: Region };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
  readonly relatedLocations?: readonly (Location & { readonly message: { readonly text: string } })[];
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string; readonly location: Location; readonly properties?: { readonly until?: string; readonly issue?: string } }[];
  readonly fixes?: readonly { readonly description: { readonly text: string }; readonly artifactChanges: readonly { readonly replacements: readonly { readonly deletedRegion: Region; readonly insertedContent: { readonly text: string } }[] }[] }[];
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string }; readonly helpUri?: string }[] } };
    readonly originalUriBaseIds: Readonly<Record<string, { readonly uri: string }>>;
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly exitCode: number; readonly toolExecutionNotifications?: readonly unknown[] }[];
    readonly results: readonly Result[];
  }[];
}

describe("covenant check --format sarif", () => {
  let box: Sandbox;
  let validate: ValidateFunction;
  before(() => {
    const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../../test/cli/sarif-schema-2.1.0.json"), "utf8")) as object;
    const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
    const isUri = (text: string): boolean => URL.canParse(text);
    ajv.addFormat("uri", isUri);
    ajv.addFormat("uri-reference", (text: string) => URL.canParse(text, "file:///base/") && !text.includes(" "));
    ajv.addFormat("date-time", (text: string) => !Number.isNaN(Date.parse(text)));
    validate = ajv.compile(schema);
  });
  beforeEach(() => {
    box = sandbox();
  });
  afterEach(() => box.remove());

  async function log(args: readonly string[] = []): Promise<Log> {
    const { out } = await covenant(box, ["check", "--format", "sarif", ...args]);
    const parsed = JSON.parse(out) as Log;
    assert.ok(validate(parsed), JSON.stringify(validate.errors?.slice(0, 5), undefined, 1));
    return parsed;
  }

  it("is valid for findings, nothing at all, and files that are no text", async () => {
    assert.deepEqual((await log()).runs[0]?.results, []);
    box.write("src/a file.rs", `${unwrapping("f")}fn g() { todo!() }\n`);
    box.write("binary.rs", "\0");
    const run = (await log()).runs[0];
    assert.deepEqual(run?.results.map(({ ruleId }) => ruleId).filter((id) => id !== "missing-docs"), ["unwrap-in-production", "unfinished-code"]);
    assert.equal(run?.invocations[0]?.exitCode, 1);
    assert.equal(run?.invocations[0]?.executionSuccessful, true);
    assert.equal(run?.invocations[0]?.toolExecutionNotifications?.length, 1);
  });

  it("fails the schema when something is wrong with it", async () => {
    box.write("a.rs", unwrapping("f"));
    const parsed = await log();
    assert.equal(validate({ ...parsed, version: "2.0.0" }), false);
    assert.equal(validate({ ...parsed, runs: parsed.runs.map((run) => ({ ...run, results: run.results.map((result) => ({ ...result, level: "fatal" })) })) }), false);
  });

  it("points at files below the current folder, with regions that hold what they say", async () => {
    const text = "// \u{1F980} wide\n" + unwrapping("f");
    box.write("src/a file.rs", text);
    const run = (await log(["--rules", "unwrap-in-production"])).runs[0];
    const place = run?.results[0]?.locations[0]?.physicalLocation;
    const base = run?.originalUriBaseIds[place?.artifactLocation.uriBaseId ?? ""]?.uri ?? "";
    assert.equal(fileURLToPath(new URL(place?.artifactLocation.uri ?? "", base)), join(box.folder, "src/a file.rs"));
    const region = place?.region;
    assert.ok(region);
    assert.equal(text.slice(region.charOffset, region.charOffset + region.charLength), "unwrap()");
    assert.equal(region.snippet?.text, "unwrap()");
    assert.equal(text.split("\n")[region.startLine - 1]?.slice(region.startColumn - 1, region.endColumn - 1), "unwrap()");
  });

  it("carries help for every rule and the index of each result's own", async () => {
    box.write("a.rs", unwrapping("f"));
    const run = (await log()).runs[0];
    const described = run?.tool.driver.rules ?? [];
    assert.deepEqual(described.map(({ id }) => id), rules.map(({ id }) => id).sort());
    for (const rule of described) assert.match(rule.help.markdown, new RegExp(`^# ${rule.id}\\n`));
    assert.equal(described.find(({ id }) => id === "unwrap-in-production")?.helpUri, "https://rust-lang.github.io/rust-clippy/stable/index.html#unwrap_used");
    for (const result of run?.results ?? []) assert.equal(described[result.ruleIndex]?.id, result.ruleId);
  });

  it("keeps waived findings with their reason as suppressions", async () => {
    box.write("a.rs", "fn f(raw: Option<u8>) -> u8 {\n    // covenant: allow(unwrap-in-production) -- the caller has checked it\n    raw.unwrap()\n}\n");
    const parsed = await log(["--rules", "unwrap-in-production"]);
    const [result] = parsed.runs[0]?.results ?? [];
    assert.equal(result?.suppressions?.[0]?.kind, "inSource");
    assert.equal(result.suppressions[0].justification, "the caller has checked it");
    assert.equal(result.suppressions[0].location.physicalLocation.region.startLine, 2);
    assert.equal(parsed.runs[0]?.invocations[0]?.exitCode, 0);
  });

  it("tells the last day and the issue of a waiver as properties of its suppression", async () => {
    box.write("a.rs", "fn f(raw: Option<u8>) -> u8 {\n    // covenant: allow(unwrap-in-production) until 2999-12-31 issue #12 -- the caller has checked it\n    raw.unwrap()\n}\nfn g(raw: Option<u8>) -> u8 {\n    raw.unwrap() // covenant: allow(unwrap-in-production) -- the caller has checked it\n}\n");
    const parsed = await log(["--rules", "unwrap-in-production"]);
    assert.deepEqual(parsed.runs[0]?.results.map(({ suppressions }) => suppressions?.[0]?.properties), [{ until: "2999-12-31", issue: "#12" }, undefined]);
  });

  it("gives the calls that lead to a blocking one as related locations, in the files where they stand", async () => {
    box.write("Cargo.toml", '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n');
    box.write("src/lib.rs", "mod disk;\nasync fn f() {\n    disk::load();\n}\n");
    box.write("src/disk.rs", "\npub fn load() {\n    inner();\n}\nfn inner() {\n    std::fs::read(\"a\").ok();\n}\n");
    const related = async (): Promise<unknown> =>
      (await log(["--rules", "blocking-in-async"])).runs[0]?.results.map((result) => result.relatedLocations?.map(({ message, physicalLocation: { artifactLocation, region } }) => [artifactLocation.uri, region.startLine, region.startColumn, message.text]));
    assert.deepEqual(await related(), [[["src/disk.rs", 3, 5, "`load` calls `inner`"], ["src/disk.rs", 6, 5, "`inner` calls `std::fs::read`, which blocks"]]]);
    // The report of the file with the finding comes from the cache, unless lines moved in the file it leads to.
    box.write("src/disk.rs", "\n\n\npub fn load() {\n    inner();\n}\nfn inner() {\n    std::fs::read(\"a\").ok();\n}\n");
    assert.deepEqual(await related(), [[["src/disk.rs", 5, 5, "`load` calls `inner`"], ["src/disk.rs", 8, 5, "`inner` calls `std::fs::read`, which blocks"]]]);
    const human = await covenant(box, ["check", "--rules", "blocking-in-async"]);
    assert.match(human.out, /::: src\/disk\.rs:5:5: `load` calls `inner`\n.*::: src\/disk\.rs:8:5: `inner` calls `std::fs::read`, which blocks\n/);
    const json = JSON.parse((await covenant(box, ["check", "--rules", "blocking-in-async", "--format", "json"])).out) as { readonly findings: readonly { readonly related: readonly { readonly path?: string }[] }[] };
    assert.deepEqual(json.findings.map((finding) => finding.related.map(({ path }) => path)), [["src/disk.rs", "src/disk.rs"]]);
  });

  it("keeps findings of the baseline as unchanged and suppressed, with the fingerprints they had", async () => {
    const prints = ({ runs }: Log): readonly (string | undefined)[] => (runs[0]?.results ?? []).map(({ partialFingerprints }) => partialFingerprints["covenantFinding/v1"]);
    box.write("a.rs", unwrapping("f"));
    assert.equal((await covenant(box, ["baseline", "create"])).code, 0);
    box.write("a.rs", unwrapping("f") + unwrapping("g"));
    const args = ["--rules", "unwrap-in-production"];
    const parsed = await log(args);
    assert.deepEqual(parsed.runs[0]?.results.map(({ baselineState, suppressions, locations }) => [locations[0]?.physicalLocation.region.startLine, baselineState, suppressions?.map(({ kind }) => kind)]), [[2, "unchanged", ["external"]], [5, "new", undefined]]);
    assert.equal(parsed.runs[0]?.invocations[0]?.exitCode, 1);
    const all = await log([...args, "--no-baseline"]);
    assert.deepEqual(prints(all), prints(parsed));
    assert.deepEqual(all.runs[0]?.results.map(({ baselineState, suppressions }) => baselineState ?? suppressions), [undefined, undefined]);
  });

  it("has fixes whose regions and texts make the change they name", async () => {
    const text = "fn f(raw: Option<u8>) -> Option<u8> {\n    Some(raw.unwrap())\n}\n";
    box.write("a.rs", text);
    const [result] = (await log(["--rules", "unwrap-in-production"])).runs[0]?.results ?? [];
    const [replacement, ...others] = result?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    assert.ok(replacement && others.length === 0);
    const { charOffset, charLength } = replacement.deletedRegion;
    assert.equal(text.slice(0, charOffset) + replacement.insertedContent.text + text.slice(charOffset + charLength), text.replace(".unwrap()", "?"));
  });

  it("gives a finding the same fingerprint when lines above it come, and equal findings different ones", async () => {
    box.write("a.rs", unwrapping("f") + unwrapping("f"));
    const prints = async (): Promise<readonly (string | undefined)[]> => ((await log(["--rules", "unwrap-in-production"])).runs[0]?.results ?? []).map(({ partialFingerprints }) => partialFingerprints["covenantFinding/v1"]);
    const before = await prints();
    assert.equal(new Set(before).size, 2);
    box.write("a.rs", `// A line.\n\n${unwrapping("f")}${unwrapping("f")}`);
    assert.deepEqual(await prints(), before);
  });
});
