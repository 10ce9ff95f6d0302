// The entry of the tests that run inside the extension host, as `--extensionTestsPath` wants it. It is bundled as
// CommonJS by `server/scripts/suite.ts`; the same bundle runs in the npm-delivered editor and in a desktop VS Code.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import Mocha from "mocha";

/** How long one test may take, in milliseconds. */
const testMs = 60_000;

/**
 * Runs every `*.suite.cjs` beside this file.
 *
 * @throws Error where a test fails or there is none: the editor then ends with 1
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: testMs, reporter: "spec", color: false, forbidOnly: process.env["CI"] === "true" });
  const files = readdirSync(__dirname)
    .filter((file) => file.endsWith(".suite.cjs"))
    .sort();
  for (const file of files) mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.once("end", () => {
      const folder = process.env["COVENANT_TEST_COUNTS"];
      const { passes, failures: failed, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      if (folder !== undefined)
        writeFileSync(join(folder, `suite-${process.pid}.json`), JSON.stringify({ passed: passes, failed, skipped: pending }));
      if (passes + failed === 0) resolve(1);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed in the extension host`);
}
