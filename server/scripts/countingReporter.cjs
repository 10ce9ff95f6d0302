// A Mocha reporter that prints as another one does and leaves the counts in a file, so that `npm test` can add them up
// over several processes. CommonJS, because Mocha loads reporters with `require`.
"use strict";

const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const process = require("node:process");
const Mocha = require("mocha");

const Shown = Mocha.reporters[process.env.COVENANT_TEST_REPORTER ?? "spec"];
if (typeof Shown !== "function") throw new Error(`Mocha has no reporter \`${process.env.COVENANT_TEST_REPORTER}\``);

module.exports = class CountingReporter extends Shown {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const folder = process.env.COVENANT_TEST_COUNTS;
      if (folder === undefined) return;
      const { passes, failures, pending } = runner.stats;
      writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
