import assert from "node:assert/strict";
import process from "node:process";
import { faultsOf, filesInside } from "../server/scripts/package.js";
import { findProgram, ProcessGroup } from "../server/scripts/processes.js";
import { TaskError } from "../server/scripts/task.js";
import { until } from "./e2e/until.js";

const whole = [
  "LICENSE.txt",
  "changelog.md",
  "client/icon.png",
  "dist/cli.cjs",
  "dist/extension.cjs",
  "dist/server.cjs",
  "dist/tree-sitter-rust.wasm",
  "dist/web-tree-sitter.wasm",
  "dist/worker.cjs",
  "package.json",
  "readme.md",
];

/** A ZIP archive of empty files, as small as the format allows: only the directory at its end is read. */
function archive(names: readonly string[]): Buffer {
  const entries = names.map((name) => {
    const header = Buffer.alloc(46);
    header.write("PK\x01\x02", 0, "latin1");
    header.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([header, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(names.length, 10);
  return Buffer.concat([...entries, end]);
}

describe("the contents of a package", () => {
  it("may be what is named, and has to have all that is needed", () => {
    assert.deepEqual(faultsOf(whole), []);
    for (const file of whole.filter((one) => one !== "client/icon.png")) {
      const faults = faultsOf(whole.filter((one) => one !== file));
      assert.equal(faults.length, 1, `${file} is needed`);
    }
  });

  it("may not be sources, maps, tests or dependencies", () => {
    for (const file of ["client/src/node/main.ts", "dist/server.cjs.map", "node_modules/semver/index.js", "test/sample/src/lib.rs", ".env"]) {
      assert.deepEqual(faultsOf([...whole, file]), [`${file} does not belong into it`]);
    }
  });

  it("are read from the archive itself", () => {
    assert.deepEqual(filesInside(archive(["[Content_Types].xml", "extension/package.json", "extension/dist/é.cjs"])), ["dist/é.cjs", "package.json"]);
    assert.throws(() => filesInside(Buffer.from("no archive")), TaskError);
  });
});

describe("a process group", () => {
  it("ends with everything that it started", async function () {
    if (process.platform === "win32") this.skip();
    const shell = findProgram("sh");
    assert.ok(shell);
    const group = new ProcessGroup(shell, ["-c", "sleep 60 & echo $!; trap '' TERM; wait; sleep 60"]);
    const child = await new Promise<number>((resolve) => {
      group.child.stdout?.once("data", (chunk: Buffer) => {
        resolve(Number(chunk.toString().trim()));
      });
    });
    process.kill(child, 0); // Throws where it does not run.
    await group.stop(300);
    // The orphan is collected by the system a moment after it was ended; on a busy machine the moment is long.
    await until("the child is gone", () => {
      try {
        process.kill(child, 0);
        return false;
      } catch (error) {
        assert.equal(error instanceof Error && "code" in error && error.code, "ESRCH");
        return true;
      }
    });
    await group.stop();
  });

  it("says so when its program does not exist", async () => {
    const group = new ProcessGroup("covenant-no-such-program", []);
    assert.equal(await group.ended, 127);
    await group.stop();
  });
});
