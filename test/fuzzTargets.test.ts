/** Fuzz packages are packages of their own: what they mention must reach the crate they fuzz, and no other. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fuzzedWords } from "../server/src/node/fuzzTargets.js";
import { diskReader } from "../server/src/node/workspaceFiles.js";

describe("fuzz targets", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "covenant-fuzz-")).replaceAll("\\", "/");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const words = (folder: string, name: string): string | undefined => fuzzedWords(diskReader(), `${root}/${folder}`, name);

  it("beside the package are read", () => {
    write("codec/Cargo.toml", "[package]\nname = \"codec\"\n");
    write("codec/fuzz/Cargo.toml", "[dependencies]\nlibfuzzer-sys = \"0.4\"\ncodec = { path = \"..\" }\n");
    write("codec/fuzz/fuzz_targets/frame.rs", "fuzz_target!(|data: &[u8]| { let _ = codec::decode_frame(data); });");
    assert.match(words("codec", "codec") ?? "", / decode_frame /);
  });

  it("at the root of the workspace count for the members they depend on", () => {
    write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n");
    write("fuzz/Cargo.toml", "[dependencies.my-codec]\npath = \"../crates/codec\"\n");
    write("fuzz/fuzz_targets/a.rs", "my_codec::parse(data)");
    write("crates/codec/Cargo.toml", "[package]\nname = \"my-codec\"\n");
    write("crates/other/Cargo.toml", "[package]\nname = \"codec\"\n");
    assert.match(words("crates/codec", "my-codec") ?? "", / parse /);
    assert.equal(words("crates/other", "codec"), undefined);
  });

  it("above the repository are not looked at", () => {
    write("fuzz/Cargo.toml", "[dependencies]\ncodec = \"1\"\n");
    write("fuzz/a.rs", "parse");
    write("repository/.git/HEAD", "");
    write("repository/codec/Cargo.toml", "[package]\nname = \"codec\"\n");
    assert.equal(words("repository/codec", "codec"), undefined);
  });

  it("that are not there say nothing", () => {
    write("Cargo.toml", "[package]\nname = \"codec\"\n");
    assert.equal(words("", "codec"), undefined);
  });
});
