import assert from "node:assert/strict";
import { checklistRows, checklistTitle, isRunning } from "../client/src/common/checklistRows.js";
import { statusFace } from "../client/src/common/statusText.js";
import type { Checklist, ChecklistItem, ItemState, PackageChecklist, ServerStatus } from "../server/src/protocol/index.js";

const item = (id: string, state: ItemState, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id,
  title: `Title of ${id}`,
  state,
  summary: `summary of ${id}`,
  runnable: true,
  ...more,
});

const pack = (name: string, items: readonly ChecklistItem[]): PackageChecklist => ({
  name,
  manifest: `file:///w/${name}/Cargo.toml`,
  version: "1.2.3",
  items,
});

const rows = (checklist: Checklist): ReturnType<typeof checklistRows> => checklistRows(checklist, (iso) => `at ${iso}`);

const STATES: readonly ItemState[] = [
  "passed", "failed", "stale", "running", "queued", "never-run", "inconclusive", "error", "cancelled", "tool-missing", "waived",
  "not-applicable",
];

describe("client: checklist rows", () => {
  it("shows the items of a single package at the top", () => {
    const evidence = { command: "cargo test", time: "T", durationMs: 2140 };
    const [row, ...others] = rows({ packages: [pack("a", [item("tests", "passed", evidence)])] });
    assert.deepEqual(others, []);
    assert.deepEqual(row, {
      key: "file:///w/a/Cargo.toml#tests",
      label: "Title of tests",
      description: "summary of tests · at T, 2.1 s",
      tooltip: "**Title of tests**: proved\n\nsummary of tests\n\nLast evidence: at T, 2.1 s\n\nCommand: `cargo test`",
      spoken: "Title of tests: proved. summary of tests, at T, 2.1 s",
      icon: { id: "pass-filled", color: "testing.iconPassed" },
      context: "item run",
      children: [],
      item: { manifest: "file:///w/a/Cargo.toml", item: "tests" },
    });
  });

  it("shows code in a summary as code where Markdown is rendered, and without ticks elsewhere", () => {
    const [row] = rows({ packages: [pack("a", [item("version", "failed", { summary: "`[0.1.0]` of *this* crate has `a_b`" })])] });
    assert.equal(row?.description, "[0.1.0] of *this* crate has a_b");
    assert.equal(row.spoken, "Title of version: failed. [0.1.0] of *this* crate has a_b");
    assert.equal(row.tooltip, "**Title of version**: failed\n\n`[0.1.0]` of \\*this\\* crate has `a_b`");
  });

  it("does not say twice that nothing was proved", () => {
    const [row] = rows({ packages: [pack("a", [item("tests", "never-run", { summary: "not proved yet" })])] });
    assert.equal(row?.description, "not proved yet");
    assert.equal(row.spoken, "Title of tests: not proved yet");
    assert.equal(row.tooltip, "**Title of tests**: not proved yet");
  });

  it("puts the items of several packages below them, with a score", () => {
    const checklist = {
      packages: [
        pack("a", [item("tests", "passed"), item("bindings", "not-applicable"), item("audit", "waived")]),
        pack("b", [item("tests", "failed"), item("audit", "never-run")]),
        pack("c", [item("tests", "stale")]),
      ],
    };
    assert.deepEqual(
      rows(checklist).map(({ label, description, icon, children }) => [label, description, icon.id, children.length]),
      [
        ["a", "1.2.3 · 3 of 3 proved", "pass-filled", 3],
        ["b", "1.2.3 · 0 of 2 proved", "error", 2],
        ["c", "1.2.3 · 0 of 1 proved", "package", 1],
      ],
    );
    assert.equal(checklistTitle(checklist), "3 packages");
    assert.equal(checklistTitle({ packages: checklist.packages.slice(1, 2) }), "b 1.2.3: 0 of 2 proved");
  });

  it("has no rows and no title for an empty checklist", () => {
    assert.deepEqual(rows({ packages: [], empty: "loading" }), []);
    assert.equal(checklistTitle({ packages: [], empty: "loading" }), "");
  });

  it("gives each state its own icon and words that are spoken", () => {
    const all = rows({ packages: [pack("a", STATES.map((state) => item(state, state)))] });
    assert.equal(new Set(all.map(({ icon }) => icon.id)).size, STATES.length);
    assert.equal(new Set(all.map(({ spoken }) => spoken.split(": ")[1]?.split(".")[0])).size, STATES.length);
  });

  it("says as proved only what the protocol counts as proved", () => {
    const proved = STATES.filter((state) => checklistTitle({ packages: [pack("a", [item("x", state)])] }).includes("1 of 1"));
    assert.deepEqual(proved, ["passed", "waived", "not-applicable"]);
  });

  it("offers run for runnable items, cancel for busy ones, neither for the rest", () => {
    const items = [item("a", "failed"), item("b", "running"), item("c", "queued"), item("d", "failed", { runnable: false })];
    const checklist = { packages: [pack("p", items)] };
    assert.deepEqual(rows(checklist).map(({ context }) => context), ["item run", "item busy", "item busy", "item"]);
    assert.equal(isRunning(checklist), true);
    assert.equal(isRunning({ packages: [pack("p", [item("a", "failed")])] }), false);
  });

  it("keeps Markdown of a project out of the tooltip's structure", () => {
    const odd = item("x", "failed", { summary: "[click](command:evil) **b**", command: "a `b` c", install: "x" });
    const tooltip = rows({ packages: [pack("p", [odd])] })[0]?.tooltip ?? "";
    assert.ok(tooltip.includes("\\[click\\]\\(command:evil\\) \\*\\*b\\*\\*"), tooltip);
    assert.ok(tooltip.includes("Command: `` a `b` c ``"), tooltip);
  });
});

describe("client: status", () => {
  const status: ServerStatus = {
    lastAnalysisMs: 1.234,
    clippy: "idle",
    brokenRules: [],
    configFiles: [],
    profile: "strict",
  };

  it("shows profile, time and clippy", () => {
    const face = statusFace("running", { ...status, clippyDetail: "14:03, cargo clippy" });
    assert.equal(face.text, "Covenant: strict");
    assert.equal(face.detail, "judged in 1.2 ms · clippy on save (14:03, cargo clippy)");
    assert.equal(face.severity, "information");
    assert.equal(face.busy, false);
  });

  it("puts a broken configuration before everything and leads to it", () => {
    const configError = { uri: "file:///w/covenant.toml", line: 3, message: "there is no rule `x`" };
    const face = statusFace("running", { ...status, clippy: "failed", brokenRules: ["y"], configError });
    assert.equal(face.severity, "error");
    assert.equal(face.command.id, "covenant.openConfiguration");
    assert.match(face.detail, /line 4: there is no rule `x`; the last good configuration stays in force/);
  });

  it("names rules that threw, and the states of clippy", () => {
    assert.match(statusFace("running", { ...status, brokenRules: ["a", "b"] }).detail, /skipped after an error: a, b/);
    const details = (["off", "untrusted", "running", "missing", "failed"] as const).map((clippy) => {
      const face = statusFace("running", { ...status, clippy });
      return `${face.severity}${face.busy ? " busy" : ""}: ${face.detail.split(" · ")[1]}`;
    });
    assert.deepEqual(details, [
      "information: no clippy run of our own on save",
      "information: no clippy in Restricted Mode",
      "information busy: clippy runs",
      "warning: cargo clippy was not found",
      "warning: clippy failed",
    ]);
    assert.match(statusFace("running", { ...status, clippy: "off", clippyDetail: "rust-analyzer runs clippy already" }).detail, /no clippy run of our own on save \(rust-analyzer runs clippy already\)/);
  });

  it("offers the restart when the server is gone for good", () => {
    const face = statusFace("failed", status);
    assert.equal(face.severity, "error");
    assert.equal(face.command.id, "covenant.restartServer");
    assert.equal(statusFace("restarting", status).busy, true);
    assert.equal(statusFace("running", undefined).detail, "ready");
  });
});
