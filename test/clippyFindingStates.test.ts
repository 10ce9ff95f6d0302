/** What happens to findings of clippy when runs end in every way they can, and files, packages and branches come and go. */
import assert from "node:assert/strict";
import { parseCargoLine, type CargoLine } from "../server/src/release/cargoJson.js";
import type { MessageLine } from "../server/src/release/cargoMessages.js";
import { ClippyResults } from "../server/src/release/clippyResults.js";
import type { ExternalFinding } from "../server/src/release/externalFinding.js";
import { viewOf } from "../server/src/release/shownText.js";
import { ToolFindings } from "../server/src/lsp/toolFindings.js";
import { sample } from "./cargo/samples.js";

const root = "/ws/demo";
const file = `${root}/src/lib.rs`;
const text = ["fn a(v: &[u8]) -> u8 {", "    *v.first().unwrap()", "}", "", "fn b(v: &[u8]) -> u16 {", "    v.len() as u16", "}", ""].join("\n");

interface Said {
  readonly code?: string;
  readonly at: string;
  readonly level?: string;
  readonly package?: string;
  readonly target?: string;
  readonly path?: string;
}

/** A message of the compiler about the first place of a text, as it would be in the recorded samples. */
function message({ code, at, level = "warning", package: id = "demo", target = "demo", path = "src/lib.rs" }: Said, source = text): MessageLine {
  const offset = source.indexOf(at);
  assert.ok(offset >= 0, at);
  const before = source.slice(0, offset).split("\n");
  const line = before.length;
  const column = (before.at(-1) ?? "").length + 1;
  const span = {
    file_name: path, byte_start: offset, byte_end: offset + at.length, line_start: line, line_end: line, column_start: column, column_end: column + at.length,
    is_primary: true, text: [{ text: source.split("\n")[line - 1] ?? "" }], label: null, suggested_replacement: null, suggestion_applicability: null, expansion: null,
  };
  return { reason: "message", packageId: id, manifestPath: `${root}/Cargo.toml`, target: { name: target, kind: ["lib"] }, message: { message: `about ${code ?? at}`, level, code, spans: [span], children: [], rendered: undefined } };
}

const unwrap: Said = { code: "clippy::unwrap_used", at: "v.first().unwrap()" };
const cast: Said = { code: "clippy::cast_possible_truncation", at: "v.len() as u16" };
const broken: Said = { code: "E0308", at: "*v.first()", level: "error" };

function artifact(id = "demo", target = "demo"): CargoLine {
  return { reason: "artifact", packageId: id, target: { name: target, kind: ["lib"] }, test: false, executable: undefined, filenames: [], fresh: false };
}
const finished = (success: boolean): CargoLine => ({ reason: "finished", success });

/** The results of runs and the texts of an editor, wired as the server wires them. */
class Scene {
  readonly results = new ClippyResults();
  readonly open = new Map<string, string>();
  readonly tools = new ToolFindings({
    pathOf: (uri) => uri.replace("file://", ""),
    viewOf: (uri) => {
      const own = this.open.get(uri);
      return own === undefined ? undefined : viewOf(own);
    },
  });
  private generation = 0;

  run(...lines: readonly CargoLine[]): void {
    this.begin();
    for (const line of lines) this.results.take(line);
    this.publish();
  }

  begin(accepts?: (id: string) => boolean): void {
    this.results.begin({ workspaceRoot: root, targetDirectory: `${root}/target`, generation: ++this.generation }, accepts);
  }

  publish(): void {
    for (const [path, findings] of this.results.takeChanges()) this.tools.set(`file://${path}`, findings);
  }

  /** Replaces the first occurrence of a text in the open document. */
  type(find: string, next: string): void {
    const uri = `file://${file}`;
    const before = this.open.get(uri) ?? text;
    const at = before.indexOf(find);
    assert.ok(at >= 0, find);
    const place = (offset: number): { line: number; character: number } => {
      const lines = before.slice(0, offset).split("\n");
      return { line: lines.length - 1, character: (lines.at(-1) ?? "").length };
    };
    this.open.set(uri, before.slice(0, at) + next + before.slice(at + find.length));
    this.tools.change(uri, [{ range: { start: place(at), end: place(at + find.length) }, text: next }], find);
  }

  /** What is shown, as `line:code`, lines from 1. */
  get shown(): readonly string[] {
    return this.at(file);
  }

  at(path: string): readonly string[] {
    return this.tools.of(`file://${path}`).map((finding: ExternalFinding) => `${finding.range.start.line + 1}:${finding.code ?? "-"}`).toSorted();
  }
}

describe("findings of clippy from state to state", () => {
  let scene: Scene;
  const both = ["2:unwrap_used", "6:cast_possible_truncation"];
  beforeEach(() => {
    scene = new Scene();
    scene.open.set(`file://${file}`, text);
    scene.run(message(unwrap), message(cast), artifact(), finished(true));
    assert.deepEqual(scene.shown, both);
  });

  it("a cancelled run takes nothing back and leaves nothing behind", () => {
    scene.begin();
    scene.results.take(message({ ...cast, code: "clippy::cast_lossless" }));
    scene.publish();
    assert.deepEqual(scene.shown, both);
    scene.run(message(unwrap), artifact(), finished(true));
    assert.deepEqual(scene.shown, ["2:unwrap_used"]);
  });

  it("a run that is killed before its end is no result", () => {
    scene.run(message(unwrap));
    assert.deepEqual(scene.shown, both);
    assert.equal(scene.results.summary().complete, false);
  });

  it("a failed build adds its errors and takes no lint back; the next good one decides", () => {
    scene.run(message(broken), finished(false));
    assert.deepEqual(scene.shown, ["2:E0308", ...both]);
    scene.run(message(cast), artifact(), finished(true));
    assert.deepEqual(scene.shown, ["6:cast_possible_truncation"]);
  });

  it("an error that is mended is gone while another keeps the build from ending", () => {
    scene.run(message(broken), finished(false));
    scene.run(message({ ...broken, code: "E0425", at: "as u16" }), finished(false));
    assert.deepEqual(scene.shown, ["2:unwrap_used", "6:E0425", "6:cast_possible_truncation"]);
  });

  it("a lint that a project denies ends no check: what is not said any more is gone", () => {
    scene.run(message({ ...cast, level: "error" }), finished(false));
    assert.deepEqual(scene.shown, ["6:cast_possible_truncation"]);
  });

  it("what a failed build leaves standing is where the text is, also when the lint is said again", () => {
    scene.type("fn a", "// above\nfn a");
    scene.tools.saved(`file://${file}`);
    const now = scene.open.get(`file://${file}`) ?? "";
    scene.run(message(broken, now), message(unwrap, now), finished(false));
    assert.deepEqual(scene.shown, ["3:E0308", "3:unwrap_used", "7:cast_possible_truncation"]);
  });

  it("a crash of the compiler is shown and takes nothing back", () => {
    const lines = sample("rustc-ice.jsonl").split("\n").map(parseCargoLine).filter((line) => line.reason === "message");
    assert.ok(lines.length > 0);
    scene.run(...lines.map((line) => ({ ...line, packageId: "demo" })), finished(false));
    const crash = scene.tools.of(`file://${file}`).filter((finding) => finding.severity === "error");
    // Its place is in the recorded crate's text, which is not the one that is open here: nothing is drawn at a wrong place.
    assert.deepEqual(crash, []);
    assert.deepEqual(scene.shown, both);
    assert.ok(scene.results.summary().errors > 0, "the run says that it failed");
    scene.open.clear();
    scene.tools.closed(`file://${file}`);
    assert.ok(scene.tools.of(`file://${file}`).some((finding) => finding.severity === "error"), "where no text contradicts it, it is shown");
  });

  it("a message that is lost in the stream takes nothing back, also where the build is good", () => {
    scene.run(parseCargoLine('{"reason":"compiler-message","package_id":"demo","mess'), message(unwrap), artifact(), finished(true));
    assert.deepEqual(scene.shown, both);
    scene.begin();
    scene.results.corrupted();
    for (const line of [artifact(), finished(true)]) scene.results.take(line);
    scene.publish();
    assert.deepEqual(scene.shown, both, "lost on standard error");
    scene.run(artifact(), finished(true));
    assert.deepEqual(scene.shown, []);
  });

  it("a message with a macro's words before it on its line is read", () => {
    const line = JSON.stringify({ reason: "build-finished", success: true });
    assert.deepEqual(parseCargoLine(`hello from a macro${line}`), { reason: "finished", success: true });
    assert.equal(parseCargoLine('text {"reason":"unfinished').reason, "noise");
  });

  it("a broken manifest adds one finding and takes nothing back", () => {
    const error: ExternalFinding = { path: `${root}/Cargo.toml`, range: { start: { line: 4, character: 10 }, end: { line: 4, character: 11 } }, severity: "error", source: "cargo", message: "extra `=`", related: [], tags: [], fixes: [], package: "cargo", targets: [], generation: 2 };
    scene.results.set("cargo", [error]);
    scene.publish();
    assert.deepEqual([scene.shown, scene.at(`${root}/Cargo.toml`)], [both, ["5:-"]]);
    scene.results.set("cargo", []);
    scene.publish();
    assert.deepEqual([scene.shown, scene.at(`${root}/Cargo.toml`)], [both, []]);
  });

  it("a renamed crate loses the findings of its old name", () => {
    scene.results.keepOnly(new Set(["demo2"]));
    scene.publish();
    assert.deepEqual(scene.shown, []);
    scene.run(message({ ...cast, package: "demo2" }), artifact("demo2"), finished(true));
    assert.deepEqual(scene.shown, ["6:cast_possible_truncation"]);
    scene.run(artifact("demo2"), finished(true));
    assert.deepEqual(scene.shown, []);
  });

  it("a deleted file loses its findings and gets none back from a run that says nothing of it", () => {
    scene.open.clear();
    assert.equal(scene.tools.onDisk(`file://${file}`, undefined), true);
    assert.deepEqual(scene.shown, []);
    scene.run(message(broken), finished(false));
    assert.deepEqual(scene.shown, ["2:E0308"], "only what is new");
  });

  it("a switched branch leaves only what stands where it stood", () => {
    scene.open.clear();
    const other = text.replace("    v.len() as u16", "    u16::try_from(v.len()).unwrap_or(0)");
    assert.equal(scene.tools.onDisk(`file://${file}`, viewOf(other)), true);
    assert.deepEqual(scene.shown, ["2:unwrap_used"]);
    assert.equal(scene.tools.onDisk(`file://${file}`, viewOf(other)), false);
    assert.equal(scene.tools.onDisk(`file://${file}`, viewOf(`// x\n${other}`)), true);
    assert.deepEqual(scene.shown, []);
  });

  it("a text that the editor read from the disk again keeps the findings that are about it", () => {
    const next = `// new\n${text}`;
    scene.type("fn a", "// new\nfn a");
    scene.run(message(unwrap, next), message(cast, next), artifact(), finished(true));
    assert.deepEqual(scene.shown, ["3:unwrap_used", "7:cast_possible_truncation"], "clippy read the new text before the editor did");
  });

  it("a result about an older text is not drawn into the newer one", () => {
    scene.type("v.len() as u16", "u16::MAX");
    scene.tools.saved(`file://${file}`);
    scene.run(message(unwrap), message(cast), artifact(), finished(true));
    assert.deepEqual(scene.shown, ["2:unwrap_used"]);
  });

  it("typing what was there before brings back what was there", () => {
    scene.type("unwrap", "expect");
    assert.deepEqual(scene.shown, ["6:cast_possible_truncation"]);
    scene.type("expect", "unwrap");
    assert.deepEqual(scene.shown, both);
    scene.type("    *v", "    \n    *v");
    scene.type("    \n    *v", "    *v");
    assert.deepEqual(scene.shown, both);
  });

  it("a result of one package does not bring back what the user edited in a file of two", () => {
    const shared = { path: "src/lib.rs", package: "second" };
    scene.run(message({ ...unwrap, ...shared, code: "clippy::get_first" }), artifact("second"), finished(true));
    assert.deepEqual(scene.shown, ["2:get_first", ...both]);
    scene.type("fn a", "// above\nfn a");
    scene.type("v.len() as u16", "0");
    scene.tools.saved(`file://${file}`);
    const now = scene.open.get(`file://${file}`) ?? "";
    scene.run(message({ ...unwrap, ...shared, code: "clippy::get_first" }, now), artifact("second"), finished(true));
    assert.deepEqual(scene.shown, ["3:get_first", "3:unwrap_used"]);
  });

  it("counts what it has checked of what there was the last time", () => {
    scene.run(message(unwrap), artifact(), artifact(), artifact("other"), finished(true));
    scene.begin((id) => id === "demo");
    assert.deepEqual(scene.results.progress(), { done: 0, total: 2 });
    scene.results.take(artifact("elsewhere"));
    scene.results.take(artifact());
    assert.deepEqual(scene.results.progress(), { done: 1, total: 2 });
  });
});
