import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cargoError, clippyCommands, lockWait, missingClippy } from "../server/src/cargo/clippy.js";
import { clippyStrategy } from "../server/src/cargo/clippySettings.js";
import { parseMetadata } from "../server/src/project/metadata.js";
import { Watched } from "./cargo/watched.js";
import { alive, manifest, needs, sample, section, temporaryFolder, until, type TemporaryFolder } from "./cargo/samples.js";

describe("clippy command line", () => {
  const workspace = parseMetadata(sample("cargo-metadata-no-deps.json"));
  const [first, second] = workspace.members;
  const request = { cargo: "cargo", workspace, extraArguments: ["--all-features"] };

  it("checks the whole of a small workspace with pedantic, in a target directory of its own", () => {
    const [command, ...rest] = clippyCommands({ ...request, manifests: new Map() });
    assert.deepEqual(rest, []);
    assert.equal(command?.argv.join(" "), `cargo clippy --message-format=json --keep-going --all-targets --workspace --all-features --target-dir ${join("/ws/ws/target", "covenant")} -- -W clippy::pedantic`);
  });

  it("gives members with other lints an invocation and a directory of their own", () => {
    const commands = clippyCommands({ ...request, manifests: new Map([["/ws/ws/a/Cargo.toml", '[lints.clippy]\npedantic = "warn"\n']]) });
    assert.deepEqual(commands.map((command) => [...command.packages].map((id) => id.replace(/.*\/(.)#.*/, "$1"))), [["a"], ["b"]]);
    assert.equal(commands[0]?.argv.includes("--"), false);
    assert.equal(new Set(commands.map((command) => command.targetDirectory)).size, 2);
  });

  it("checks some members by name, where they build with the whole workspace", () => {
    assert.ok(first !== undefined && second !== undefined);
    const [one] = clippyCommands({ ...request, members: [first], manifests: new Map() });
    assert.deepEqual(one?.argv.slice(5, 8), ["-p", "a@0.1.0", "--all-features"]);
    const [all] = clippyCommands({ ...request, members: [first, second], manifests: new Map() });
    assert.deepEqual([all?.argv[5], all?.targetDirectory], ["--workspace", one?.targetDirectory]);
    // With other lints elsewhere a member keeps its folder, whether it is checked alone or with the others.
    const manifests = new Map([[second.manifestPath, '[lints.clippy]\npedantic = "warn"\n']]);
    const alone = clippyCommands({ ...request, members: [first], manifests });
    assert.deepEqual(alone.map((command) => command.targetDirectory), clippyCommands({ ...request, manifests }).slice(0, 1).map((command) => command.targetDirectory));
    assert.deepEqual(clippyCommands({ ...request, members: [], manifests: new Map() }), []);
  });

  it("reads cargo's own errors and waits", () => {
    const error = cargoError(section("cargo-failure-messages.txt", "Cargo.toml syntax error"), "/ws/e1", 7);
    assert.equal(error?.path, "/ws/e1/Cargo.toml");
    assert.deepEqual(error?.range.start, { line: 4, character: 10 });
    assert.equal(error?.message, "extra `=`, expected nothing");
    const nowhere = cargoError(section("cargo-failure-messages.txt", "bad_feature"), "/ws/e1", 7);
    assert.deepEqual([nowhere?.path, nowhere?.range.start.line], ["/ws/e1/Cargo.toml", 0]);
    assert.equal(cargoError("warning: all is well\n", "/ws", 1), undefined);
    assert.equal(lockWait("    Blocking waiting for file lock on build directory"), "build");
    assert.equal(lockWait("    Blocking waiting for file lock on artifact directory (/ws/slow/target/debug/.cargo-lock)"), "build");
    assert.equal(lockWait("    Blocking waiting for file lock on package cache"), "downloads");
    assert.equal(lockWait("   Compiling blocking v1.0.0"), undefined);
    assert.equal(missingClippy("error: 'cargo-clippy' is not installed for the toolchain 'stable-x'.\nhelp: run `rustup component add clippy` to install it\n"), "rustup component add clippy");
    assert.equal(missingClippy("error: no such command: `clippy`\n"), "rustup component add clippy");
    assert.equal(missingClippy("error: could not compile"), undefined);
  });

  it("runs in the modes that are ours", () => {
    const runs = (mode: "auto" | "reuse" | "own" | "off"): boolean => clippyStrategy(() => mode, () => "").runsOnSave();
    assert.deepEqual([runs("auto"), runs("reuse"), runs("own"), runs("off")], [true, false, true, false]);
  });
});

describe("clippy on save", function () {
  this.timeout(120_000);
  const folders: TemporaryFolder[] = [];
  let watched: Watched;
  before(function () { needs(this, "cargo", "clippy", "--version"); });
  afterEach(async () => { await watched.clippy.dispose(); });
  after(() => { for (const folder of folders) folder.dispose(); });
  const crate = (files: Readonly<Record<string, string>>): TemporaryFolder => {
    const folder = temporaryFolder({ "Cargo.toml": manifest("demo"), ...files });
    folders.push(folder);
    return folder;
  };

  it("shows pedantic findings of a real run, replaces them by the next, and keeps them through a broken manifest", async () => {
    const folder = crate({ "src/lib.rs": "//! D.\npub fn f(v: &[u8]) -> u32 {\n    v.len() as u32\n}\n" });
    const path = join(folder.path, "src/lib.rs");
    const toml = join(folder.path, "Cargo.toml");
    watched = new Watched(folder.path);
    watched.clippy.save(path);
    await watched.rest();
    assert.deepEqual(watched.states, ["idle", "running", "idle"], watched.detail);
    assert.deepEqual(watched.codes(path), ["cast_possible_truncation", "must_use_candidate"]);
    assert.equal(existsSync(join(folder.path, "target/debug")), false, "the user's own target folder is left alone");

    folder.write({ "Cargo.toml": manifest("demo").replace("version = ", "version = = ") });
    watched.clippy.save(toml);
    await watched.rest();
    assert.equal(watched.states.at(-1), "failed");
    assert.deepEqual(watched.codes(path), ["cast_possible_truncation", "must_use_candidate"]);
    assert.deepEqual(watched.files.get(toml)?.map((finding) => [finding.source, finding.range.start.line]), [["cargo", 2]]);

    folder.write({ "Cargo.toml": manifest("demo", '[lints.clippy]\nmust_use_candidate = "allow"\n') });
    watched.clippy.save(toml);
    await watched.rest();
    assert.equal(watched.states.at(-1), "idle", watched.detail);
    assert.deepEqual(watched.files.get(toml), []);
    assert.deepEqual(watched.codes(path), ["cast_possible_truncation"], "the project's own allow survives pedantic");
  });

  it("takes compile errors for findings, not for a failure, and a failing build script for a failure", async () => {
    const folder = crate({ "src/lib.rs": "//! D.\n/// F.\n#[must_use]\npub fn f() -> u8 { \"x\" }\n" });
    watched = new Watched(folder.path);
    await watched.clippy.runNow(join(folder.path, "src/lib.rs"));
    assert.equal(watched.states.at(-1), "idle");
    assert.deepEqual(watched.codes(join(folder.path, "src/lib.rs")), ["E0308"]);
    folder.write({ "build.rs": "fn main() { panic!(\"no\") }\n" });
    watched.clippy.save(join(folder.path, "build.rs"));
    await watched.rest();
    assert.equal(watched.states.at(-1), "failed");
    assert.match(watched.detail, /custom build command/);
  });

  it("cancels the running check at the next save, with all its processes, and the last save wins", async function () {
    if (process.platform === "win32") this.skip();
    const mark = mkdtempSync(join(tmpdir(), "covenant-mark-"));
    const folder = crate({
      "src/lib.rs": "//! D.\n",
      // The first time it sleeps and leaves its process id; later it is quick.
      "build.rs": `fn main() { let m = std::path::Path::new(${JSON.stringify(mark)}).join("pid"); if !m.exists() { std::fs::write(m, std::process::id().to_string()).unwrap(); std::thread::sleep(std::time::Duration::from_secs(600)); } }\n`,
    });
    const path = join(folder.path, "src/lib.rs");
    watched = new Watched(folder.path);
    watched.clippy.save(path);
    await until(() => existsSync(join(mark, "pid")) && readFileSync(join(mark, "pid"), "utf8") !== "", 60_000);
    const pid = Number(readFileSync(join(mark, "pid"), "utf8"));
    folder.write({ "src/lib.rs": "//! D.\n/// G.\npub fn g() -> u8 { 1 }\n" });
    watched.clippy.save(path);
    await until(() => watched.codes(path).length > 0, 60_000);
    assert.deepEqual(watched.codes(path), ["must_use_candidate"]);
    // The old tree is gone before the new check starts, so there is nothing to wait for.
    assert.equal(alive(pid), false, "the build script of the cancelled check is gone");
    rmSync(mark, { recursive: true });
  });

  it("is a state, not an exception, without cargo and without clippy", async function () {
    if (process.platform === "win32") this.skip();
    const folder = crate({ "src/lib.rs": "", "fake": "#!/bin/sh\ncase \"$1\" in metadata) exec cargo \"$@\";; esac\necho \"error: 'cargo-clippy' is not installed for the toolchain 'stable'.\" >&2\nexit 1\n" });
    watched = new Watched(folder.path, { settings: () => ({ cargo: "no-such-cargo-of-covenant", extraArguments: [], environment: {}, targetDirectory: "" }) });
    await watched.clippy.runNow(undefined);
    assert.deepEqual([watched.states.at(-1), /rustup\.rs/.test(watched.detail)], ["missing", true]);
    chmodSync(join(folder.path, "fake"), 0o755);
    watched = new Watched(folder.path, { settings: () => ({ cargo: join(folder.path, "fake"), extraArguments: [], environment: {}, targetDirectory: "" }) });
    await watched.clippy.runNow(undefined);
    assert.deepEqual([watched.states.at(-1), watched.detail], ["missing", "clippy is not installed: rustup component add clippy"]);
  });

  it("starts nothing before trust, when it is off, and for files that do not matter", async function () {
    if (process.platform === "win32") this.skip();
    const folder = crate({ "src/lib.rs": "", "notes.txt": "", "fake": "#!/bin/sh\ntouch \"$(dirname \"$0\")/started\"\nexit 1\n" });
    chmodSync(join(folder.path, "fake"), 0o755);
    let mode: "own" | "off" = "own";
    watched = new Watched(folder.path, {
      trusted: false, strategy: clippyStrategy(() => mode, () => "said off"), settings: () => ({ cargo: join(folder.path, "fake"), extraArguments: [], environment: {}, targetDirectory: "" }),
    });
    const started = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return existsSync(join(folder.path, "started"));
    };
    watched.clippy.save(join(folder.path, "src/lib.rs"));
    await watched.clippy.runNow(undefined);
    assert.equal(await started(), false);
    assert.deepEqual(watched.states, ["untrusted"]);
    watched.clippy.setTrusted(true);
    watched.clippy.save(join(folder.path, "notes.txt"));
    mode = "off";
    watched.clippy.refresh();
    watched.clippy.save(join(folder.path, "src/lib.rs"));
    assert.equal(await started(), false);
    assert.deepEqual([watched.states.at(-1), watched.detail], ["off", "said off"]);
    mode = "own";
    watched.clippy.save(join(folder.path, "src/lib.rs"));
    await until(() => existsSync(join(folder.path, "started")));
  });
});
