import assert from "node:assert/strict";
import fc from "fast-check";
import { SETTINGS, type SettingKey } from "../client/src/common/manifest.js";
import { RestartBudget } from "../client/src/common/restartBudget.js";
import { type ReadSetting, toSettings, yieldsToRustAnalyzer } from "../client/src/common/settings.js";

const trusted = { trusted: true, rustAnalyzerRunsClippy: false };

const reading =
  (values: Partial<Record<SettingKey, unknown>>): ReadSetting =>
  (key) =>
    key in values ? values[key] : SETTINGS[key].default;

describe("client: settings", () => {
  it("sends the defaults of the table when nothing is set", () => {
    assert.deepEqual(toSettings(reading({}), trusted), {
      enable: true,
      clippyOnSave: "auto",
      clippyArguments: [],
      clippyTargetDirectory: "",
      cargoPath: "cargo",
      rules: {},
      profile: "recommended",
      maxFindingsPerFile: 500,
      hoverExamples: true,
      newCode: "all",
      newCodeBase: "",
    });
  });

  it("sends what the user set", () => {
    const settings = toSettings(
      reading({
        enable: false,
        "clippy.onSave": "on",
        "clippy.arguments": ["--all-features"],
        "clippy.targetDirectory": "/elsewhere",
        "cargo.path": "/opt/cargo",
        rules: { "missing-docs": "hint", "static-mut": "off" },
        profile: "strict",
        maxFindingsPerFile: 7,
        "hover.examples": false,
        "newCode.show": "sinceBase",
        "newCode.base": "origin/stable",
      }),
      trusted,
    );
    assert.deepEqual(settings, {
      enable: false,
      clippyOnSave: "on",
      clippyArguments: ["--all-features"],
      clippyTargetDirectory: "/elsewhere",
      cargoPath: "/opt/cargo",
      rules: { "missing-docs": "hint", "static-mut": "off" },
      profile: "strict",
      maxFindingsPerFile: 7,
      hoverExamples: false,
      newCode: "sinceBase",
      newCodeBase: "origin/stable",
    });
  });

  it("reads no setting that names a program or its arguments in an untrusted workspace", () => {
    const asked: SettingKey[] = [];
    const hostile: ReadSetting = (key) => {
      asked.push(key);
      const values: Partial<Record<SettingKey, unknown>> = {
        "cargo.path": "./evil.sh",
        "clippy.arguments": ["--config", "x"],
        "clippy.targetDirectory": "/",
      };
      return values[key] ?? SETTINGS[key].default;
    };
    const settings = toSettings(hostile, { ...trusted, trusted: false });
    assert.equal(settings.cargoPath, "cargo");
    assert.deepEqual(settings.clippyArguments, []);
    assert.equal(settings.clippyTargetDirectory, "");
    for (const key of ["cargo.path", "clippy.arguments", "clippy.targetDirectory"] as const) {
      assert.ok(!asked.includes(key), `${key} was read`);
    }
    // The same values do arrive once the workspace is trusted, so the check above can fail.
    assert.equal(toSettings(hostile, trusted).cargoPath, "./evil.sh");
  });

  it("leaves clippy on save to rust-analyzer only when it is on auto", () => {
    const beside = { trusted: true, rustAnalyzerRunsClippy: true };
    const sent = (value: string): string => toSettings(reading({ "clippy.onSave": value }), beside).clippyOnSave;
    assert.deepEqual([sent("auto"), sent("on"), sent("off")], ["off", "on", "off"]);
    assert.equal(yieldsToRustAnalyzer(reading({}), beside), true);
    assert.equal(yieldsToRustAnalyzer(reading({ "clippy.onSave": "off" }), beside), false);
    assert.equal(yieldsToRustAnalyzer(reading({}), trusted), false);
  });

  it("drops levels that are not levels and keeps the rest", () => {
    const { rules } = toSettings(reading({ rules: { a: "warning", b: "loud", c: 3, d: null } }), trusted);
    assert.deepEqual(rules, { a: "warning" });
  });

  it("is total: any values give settings of the right types within their bounds", () => {
    fc.assert(
      fc.property(fc.anything(), fc.boolean(), (anything, isTrusted) => {
        const settings = toSettings(() => anything, { trusted: isTrusted, rustAnalyzerRunsClippy: false });
        assert.equal(typeof settings.enable, "boolean");
        assert.ok(["auto", "on", "off"].includes(settings.clippyOnSave));
        assert.ok(settings.clippyArguments.every((one) => typeof one === "string"));
        assert.equal(typeof settings.clippyTargetDirectory, "string");
        assert.notEqual(settings.cargoPath, "");
        assert.ok(Object.values(settings.rules).every((level) => ["off", "error", "warning", "information", "hint"].includes(level)));
        assert.ok(Object.hasOwn(SETTINGS.profile.choices, settings.profile));
        assert.ok(settings.maxFindingsPerFile >= 1 && settings.maxFindingsPerFile <= 10_000);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("client: restart budget", () => {
  it("grants so many restarts in the window, and again after it", () => {
    const budget = new RestartBudget(2, 1000);
    assert.deepEqual([budget.grant(0), budget.grant(10), budget.grant(20)], [true, true, false]);
    assert.equal(budget.grant(1005), false);
    assert.equal(budget.grant(2100), true);
  });

  it("starts anew when the user restarts", () => {
    const budget = new RestartBudget(1, 1000);
    assert.deepEqual([budget.grant(0), budget.grant(1)], [true, false]);
    budget.reset();
    assert.equal(budget.grant(2), true);
  });
});
