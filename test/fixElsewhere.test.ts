/** A fix that changes a signature says which places in other files must follow, or is not offered. */
import assert from "node:assert/strict";
import type { CodeAction } from "vscode-languageserver-protocol";
import { mentionsOf } from "../server/src/engine/mentions.js";
import { only, TestClient } from "./lspHarness.js";

const manifest = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
const callee = "pub(crate) fn port(text: &str) -> u16 {\n    text.parse().unwrap()\n}\n";
const caller = "// port is no call here\npub fn b() -> u16 {\n    crate::a::port(\"port\")\n}\n";

describe("mentions in other files", () => {
  const at = (text: string): readonly string[] => mentionsOf("port", [{ path: "p", name: "n", text }]).map(({ line, character }) => `${line}:${character}`);

  it("are identifiers in code, with lines and columns from 0", () => {
    assert.deepEqual(at(caller), ["2:14"]);
    assert.deepEqual(at("use a::port;\r\nfn f() {\r\n    (port, ports, export)\r\n}\r\n"), ["0:7", "2:5"]);
  });

  it("are not looked for in comments, literals and longer words", () => {
    assert.deepEqual(at("/* port\n */ // port\n\"port\n port\" r#\"port\"# 'port b\"port\" report"), []);
    assert.deepEqual(at("/* a\n b */ \"c\n d\" port"), ["2:4"]);
  });
});

describe("making a function return a Result that other files call", function () {
  this.timeout(30_000);
  let client: TestClient;
  afterEach(() => client.stop());

  const rewrites = async (files: Readonly<Record<string, string>>): Promise<readonly CodeAction[]> => {
    client = await TestClient.start({ settings: only("unwrap-in-production"), files: { "Cargo.toml": manifest, ...files } });
    await client.open("src/a.rs");
    await client.diagnostics("src/a.rs");
    const actions = await client.actions("src/a.rs", "unwrap()");
    return actions.filter((action) => action.title.startsWith("Make "));
  };

  it("lists the places in the title and beside the finding", async () => {
    const [action, more] = await rewrites({ "src/lib.rs": "mod a;\nmod b;\n", "src/a.rs": callee, "src/b.rs": caller });
    assert.equal(more, undefined);
    assert.equal(action?.title, "Make `port` return a `Result`; adapt src/b.rs:3");
    assert.deepEqual(action?.diagnostics?.[0]?.relatedInformation?.map(({ location }) => [location.uri, location.range.start]), [[client.uri("src/b.rs"), { line: 2, character: 14 }]]);
  });

  it("says nothing of other files where none names it", async () => {
    const [action] = await rewrites({ "src/lib.rs": "mod a;\n", "src/a.rs": callee });
    assert.equal(action?.title, "Make `port` return a `Result`");
  });

  it("is not offered where many places would have to follow", async () => {
    const calls = Array.from({ length: 9 }, (_, index) => `fn c${index}() -> u16 {\n    crate::a::port("1")\n}\n`).join("");
    assert.deepEqual(await rewrites({ "src/lib.rs": "mod a;\nmod b;\n", "src/a.rs": callee, "src/b.rs": calls }), []);
  });

  it("is not offered for what other crates can call", async () => {
    assert.deepEqual(await rewrites({ "src/lib.rs": "pub mod a;\n", "src/a.rs": callee.replace("pub(crate)", "pub") }), []);
  });
});
