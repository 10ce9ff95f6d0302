import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { KeyedQueue } from "../server/src/cargo/keyedQueue.js";
import { run } from "../server/src/cargo/processRunner.js";
import { alive, temporaryFolder, until, type TemporaryFolder } from "./cargo/samples.js";

const node = process.execPath;

describe("process runner", () => {
  let folder: TemporaryFolder;
  before(() => { folder = temporaryFolder({}); });
  after(() => folder.dispose());
  const script = (text: string): readonly [string, ...string[]] => [node, "-e", text];

  it("keeps both streams apart, hands on lines, and reports the exit code", async () => {
    const lines: string[] = [];
    const result = await run({
      argv: script("process.stdout.write('a\\r\\nbé'); process.stderr.write('e\\n'); process.exitCode = 3"),
      cwd: folder.path, output: "separate", onLine: (line, stream) => lines.push(`${stream}:${line}`),
    });
    assert.equal(result.exitCode, 3);
    assert.equal(result.stdout, "a\r\nbé");
    assert.equal(result.stderr, "e\n");
    assert.deepEqual(lines.toSorted(), ["stderr:e", "stdout:a", "stdout:bé"]);
  });

  it("keeps the order of both streams when they are merged", async () => {
    const text = "const fs=require('fs'); for (let i=0;i<200;i++) fs.writeSync(i%2+1, i+'\\n')";
    const seen: string[] = [];
    const result = await run({ argv: script(text), cwd: folder.path, output: "merged", onLine: (line) => seen.push(line) });
    assert.deepEqual(seen, Array.from({ length: 200 }, (_, index) => String(index)));
    assert.equal(result.stdout.trim().split("\n").length, 200);
  });

  it("reports a missing program and a missing folder as different outcomes, not as exceptions", async () => {
    const missing = await run({ argv: ["no-such-program-of-covenant"], cwd: folder.path, output: "separate" });
    assert.equal(missing.missing, true);
    const nowhere = await run({ argv: [node, "-v"], cwd: join(folder.path, "gone"), output: "separate" });
    assert.equal(nowhere.missing, false);
    assert.match(nowhere.startError ?? "", /does not exist/);
  });

  it("passes arguments without a shell", async () => {
    const result = await run({ argv: [node, "-p", "process.argv[1]", "$HOME; `id` 'x'"], cwd: folder.path, output: "separate" });
    assert.equal(result.stdout.trim(), "$HOME; `id` 'x'");
  });

  it("sets and removes environment variables and keeps cargo's colours off", async () => {
    const text = "console.log(process.env.CARGO_TERM_COLOR, process.env.COVENANT_A, process.env.PATH === undefined)";
    const result = await run({ argv: script(text), cwd: folder.path, output: "separate", environment: { COVENANT_A: "1", PATH: null } });
    assert.equal(result.stdout.trim(), "never 1 true");
  });

  for (const output of ["separate", "merged"] as const) {
    it(`ends grandchildren as well when cancelled (${output})`, async function () {
      if (process.platform === "win32") this.skip();
      const mark = join(folder.path, `pid-${output}`);
      const inner = `require('fs').writeFileSync(${JSON.stringify(mark)}, String(process.pid)); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
      const outer = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
      const abort = new AbortController();
      const running = run({ argv: script(outer), cwd: folder.path, output, killGraceMs: 200 }, abort.signal);
      await until(() => existsSync(mark) && readFileSync(mark, "utf8") !== "");
      const pid = Number(readFileSync(mark, "utf8"));
      abort.abort();
      const result = await running;
      assert.equal(result.cancelled, true);
      await until(() => !alive(pid), 2000);
    });
  }

  it("starts nothing when the signal is aborted already", async () => {
    const result = await run({ argv: script("require('fs').writeFileSync('started','')"), cwd: folder.path, output: "separate" }, AbortSignal.abort());
    assert.equal(result.cancelled, true);
    assert.equal(existsSync(join(folder.path, "started")), false);
  });

  it("tells the total limit from the limit of silence", async () => {
    const chatty = await run({ argv: script("setInterval(() => console.log('x'), 20)"), cwd: folder.path, output: "merged", timeoutMs: 500, idleTimeoutMs: 5000 });
    assert.equal(chatty.timedOut, "total");
    const silent = await run({ argv: script("console.log('x'); setInterval(() => {}, 1000)"), cwd: folder.path, output: "separate", timeoutMs: 20_000, idleTimeoutMs: 400 });
    assert.equal(silent.timedOut, "idle");
    assert.equal(silent.cancelled, false);
  });

  for (const output of ["separate", "merged"] as const) {
    it(`says when output was cut off (${output})`, async () => {
      const result = await run({ argv: script("console.log('x'.repeat(300000))"), cwd: folder.path, output, maxLogBytes: 1000 });
      assert.equal(result.truncated, true);
      assert.ok(result.stdout.length <= 1000 && result.stdout.length > 0);
    });
  }

  it("does not wait for what a finished program left behind", async function () {
    if (process.platform === "win32") this.skip();
    const outer = "const c=require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); console.log(c.pid); c.unref(); process.exit(0)";
    const result = await run({ argv: script(outer), cwd: folder.path, output: "separate", timeoutMs: 20_000 });
    assert.equal(result.timedOut, "no");
    await until(() => !alive(Number(result.stdout.trim())), 2000);
  });

  it("does not wait for ever for a daemon that left the group", async function () {
    if (process.platform === "win32") this.skip();
    this.timeout(20_000);
    const outer = "const c=require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', detached: true }); console.log(c.pid); c.unref(); process.exit(0)";
    const result = await run({ argv: script(outer), cwd: folder.path, output: "separate", timeoutMs: 60_000 });
    assert.equal(result.exitCode, 0);
    process.kill(Number(result.stdout.trim()), "SIGKILL");
  });
});

describe("keyed queue", () => {
  it("runs one piece of work per key at a time, in order, and goes on after a failure", async () => {
    const queue = new KeyedQueue();
    const log: string[] = [];
    const work = (name: string, fails = false) => async (): Promise<string> => {
      log.push(`+${name}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
      log.push(`-${name}`);
      if (fails) throw new Error(name);
      return name;
    };
    const results = await Promise.allSettled([queue.enter("k", work("a", true)), queue.enter("k", work("b")), queue.enter("k", work("c"))]);
    assert.deepEqual(log, ["+a", "-a", "+b", "-b", "+c", "-c"]);
    assert.deepEqual(results.map((result) => result.status), ["rejected", "fulfilled", "fulfilled"]);
    assert.equal(queue.busy("k"), false);
  });

  it("does not let different keys wait for each other", async () => {
    const queue = new KeyedQueue();
    let release = (): void => undefined;
    const blocked = queue.enter("a", () => new Promise<void>((resolve) => { release = resolve; }));
    assert.equal(await queue.enter("b", async () => "free"), "free");
    release();
    await blocked;
  });
});
