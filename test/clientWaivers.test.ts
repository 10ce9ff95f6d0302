/** The rows of the waivers view and the words of new-code mode, as data. */
import assert from "node:assert/strict";
import { newCodeFace } from "../client/src/common/newCodeText.js";
import { waiverRows, waiversTitle } from "../client/src/common/waiverRows.js";
import type { ListedWaiver } from "../server/src/protocol/ruleFixes.js";

const at = (line: number): ListedWaiver["range"] => ({ start: { line, character: 0 }, end: { line, character: 9 } });
const used: ListedWaiver = { uri: "file:///w/a.rs", range: at(3), rules: ["missing-docs"], reason: "private to\n the bindings", effect: "used" };
const expired: ListedWaiver = { uri: "file:///w/b.rs", range: at(0), rules: ["a", "b"], reason: "until `then` [x](y)", until: "2001-01-01", issue: "#7", effect: "expired" };
const bare: ListedWaiver = { uri: "file:///w/b.rs", range: at(8), rules: [], reason: "", effect: "invalid" };

describe("client: waivers", () => {
  const rows = waiverRows([expired, bare, used], (uri) => uri.slice("file:///w/".length));

  it("are grouped by what they do, expired ones first", () => {
    assert.deepEqual(rows.map(({ label, description }) => `${label} ${description}`), ["Expired 1", "Without effect 1", "In force 1"]);
    assert.deepEqual(rows.map(({ children }) => children.map(({ waiver }) => waiver)), [[expired], [bare], [used]]);
  });

  it("say what they cover, where they are and why", () => {
    assert.deepEqual(rows.flatMap(({ children }) => children.map(({ label, description }) => `${label} | ${description}`)), [
      "a, b | b.rs:1 · until 2001-01-01 · issue #7 · until `then` [x](y)",
      "(no rule) | b.rs:9 · no reason given",
      "missing-docs | a.rs:4 · private to the bindings",
    ]);
    for (const { spoken } of rows.flatMap(({ children }) => children)) assert.match(spoken, /^(?:Expired|Without effect|In force), /);
  });

  it("keep their words from becoming links or code", () => {
    assert.match(rows[0]?.children[0]?.tooltip ?? "", /until \\`then\\` \\\[x\\\]\\\(y\\\)/);
  });

  it("have keys that differ", () => {
    const keys = waiverRows([used, used, used, expired], (uri) => uri).flatMap(({ key, children }) => [key, ...children.map((child) => child.key)]);
    assert.equal(new Set(keys).size, 6);
  });

  it("are counted in the title", () => {
    assert.deepEqual([waiversTitle([]), waiversTitle([used, bare]), waiversTitle([used, expired])], ["", "2", "2, 1 expired"]);
    assert.deepEqual(waiverRows([], (uri) => uri), []);
  });
});

describe("client: new-code mode", () => {
  it("says which code counts, what it is compared with, and why all code is shown", () => {
    assert.deepEqual(newCodeFace(undefined), { name: "All code", text: "Findings: all code", detail: "", isTroubled: false });
    assert.equal(newCodeFace({ mode: "sinceBase", base: "origin/main" }).text, "Findings: new code since origin/main");
    assert.equal(newCodeFace({ mode: "uncommitted" }).detail, "asking git…");
    const troubled = newCodeFace({ mode: "uncommitted", problem: "`git` is not on the PATH" });
    assert.deepEqual([troubled.text, troubled.isTroubled], ["Findings: all code", true]);
    assert.match(troubled.detail, /`git` is not on the PATH/);
  });
});
