import assert from "node:assert/strict";
import fc from "fast-check";
import { SETTINGS, type SettingKey } from "../client/src/common/manifest.js";
import { RestartBudget } from "../client/src/common/restartBudget.js";
import { chooseMode, importedFrom, inTheWay, type Neighbour } from "../client/src/common/neighbour.js";
import { type ReadSetting, toSettings } from "../client/src/common/settings.js";

/** A rust-analyzer with these settings, which the user has set. */
const neighbour = (values: Readonly<Record<string, unknown>>, more: Partial<Neighbour> = {}): Neighbour => ({
  active: true,
  read: (key) => values[key],
  isSet: (key) => key in values,
  asked: false,
  ...more,
});

const trusted = { trusted: true, neighbour: neighbour({}, { active: false }) };

const reading =
  (values: Partial<Record<SettingKey, unknown>>): ReadSetting =>
  (key) =>
    key in values ? values[key] : SETTINGS[key].default;

describe("client: settings", () => {
  it("sends the defaults of the table when nothing is set", () => {
    assert.deepEqual(toSettings(reading({}), trusted), {
      enable: true,
      clippyOnSave: "own",
      clippyWhy: "rust-analyzer checks nothing on save",
      clippyArguments: [],
      clippyEnvironment: {},
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
        "clippy.onSave": "reuse",
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
      clippyOnSave: "off",
      clippyWhy: "it is left to rust-analyzer by your setting, which checks nothing on save",
      clippyArguments: ["--all-features"],
      clippyEnvironment: {},
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

  it("takes features, target and environment over from rust-analyzer, in a trusted workspace and where the user does not differ", () => {
    const beside = neighbour({ "cargo.features": ["x", "y"], "cargo.noDefaultFeatures": true, "cargo.target": "wasm32-wasip1", "cargo.extraEnv": { A: "1", B: 2, C: null }, "check.extraEnv": { A: "3" } });
    const sent = toSettings(reading({ "clippy.arguments": ["--profile", "x"] }), { trusted: true, neighbour: beside });
    assert.deepEqual(sent.clippyArguments, ["--no-default-features", "--features", "x,y", "--target", "wasm32-wasip1", "--profile", "x"]);
    assert.deepEqual(sent.clippyEnvironment, { A: "3", B: "2" });
    const own = toSettings(reading({ "clippy.arguments": ["--features=z", "--target=x"] }), { trusted: true, neighbour: beside });
    assert.deepEqual(own.clippyArguments, ["--features=z", "--target=x"]);
    const alone = toSettings(reading({ "clippy.followRustAnalyzer": false }), { trusted: true, neighbour: beside });
    assert.deepEqual([alone.clippyArguments, alone.clippyEnvironment], [[], {}]);
    const asked: string[] = [];
    const hostile = toSettings(reading({}), { trusted: false, neighbour: { ...beside, read: (key) => { asked.push(key); return beside.read(key); } } });
    assert.deepEqual([hostile.clippyArguments, hostile.clippyEnvironment], [[], {}]);
    assert.deepEqual(asked.filter((key) => /env|features|target/i.test(key)), []);
    // What belongs to the check alone goes before what belongs to every cargo.
    assert.deepEqual(importedFrom(neighbour({ "cargo.features": ["x"], "check.features": "all", "check.targets": ["a", "b"], "cargo.target": "c" }).read, []).arguments, ["--all-features", "--target", "a", "--target", "b"]);
  });

  it("drops levels that are not levels and keeps the rest", () => {
    const { rules } = toSettings(reading({ rules: { a: "warning", b: "loud", c: 3, d: null } }), trusted);
    assert.deepEqual(rules, { a: "warning" });
  });

  it("is total: any values give settings of the right types within their bounds", () => {
    fc.assert(
      fc.property(fc.anything(), fc.boolean(), (anything, isTrusted) => {
        const settings = toSettings(() => anything, { trusted: isTrusted, neighbour: neighbour({}, { read: () => anything, active: true }) });
        assert.equal(typeof settings.enable, "boolean");
        assert.ok(["reuse", "own", "off"].includes(settings.clippyOnSave));
        assert.ok(settings.clippyArguments.every((one) => typeof one === "string"));
        assert.ok(Object.values(settings.clippyEnvironment).every((one) => typeof one === "string"));
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

describe("client: who runs clippy on save", () => {
  const choose = (setting: "auto" | "reuse" | "own" | "off", values: Readonly<Record<string, unknown>>, more: Partial<Neighbour> = {}): string => {
    const { mode, why } = chooseMode(setting, neighbour(values, more));
    return `${mode}: ${why}`;
  };

  it("leaves it to a rust-analyzer that runs clippy, and says so", () => {
    assert.equal(choose("auto", { "check.command": "clippy" }), "reuse: rust-analyzer runs clippy already");
    assert.equal(choose("auto", { "check.overrideCommand": ["cargo", "clippy", "--message-format=json"] }), "reuse: rust-analyzer runs clippy already");
    assert.equal(choose("auto", {}, { asked: true }), "reuse: rust-analyzer runs clippy, as you let it");
    assert.equal(choose("reuse", { "check.command": "clippy" }), "reuse: rust-analyzer runs clippy, by your setting");
  });

  it("runs clippy itself in every other case, and says beside what", () => {
    assert.equal(choose("auto", { "check.command": "clippy" }, { active: false }), "own: rust-analyzer checks nothing on save");
    assert.equal(choose("auto", { "check.command": "clippy", checkOnSave: false }), "own: rust-analyzer checks nothing on save");
    assert.equal(choose("auto", {}), "own: in a folder of its own, beside rust-analyzer's `check`");
    assert.equal(choose("auto", { "check.overrideCommand": ["make", "check"] }), "own: in a folder of its own, beside rust-analyzer's `make check`");
    // What was asked for is of no use where a setting of the user's wins.
    assert.equal(choose("auto", { "check.command": "check" }, { asked: true }), "own: in a folder of its own, beside rust-analyzer's `check`");
    assert.equal(choose("own", { "check.command": "clippy" }), "own: by your setting, beside rust-analyzer's `clippy`");
  });

  it("runs nothing when told to leave it to a rust-analyzer that does something else, and says what helps", () => {
    assert.match(choose("reuse", {}), /^off: .*runs `check`: Covenant: Let rust-analyzer Run Clippy$/);
    assert.match(choose("reuse", {}, { active: false }), /^off: .*checks nothing on save$/);
    assert.equal(choose("off", { "check.command": "clippy" }), "off: by your setting");
  });

  it("knows what would make asking useless", () => {
    assert.equal(inTheWay(neighbour({})), undefined);
    assert.equal(inTheWay(neighbour({ "check.command": "clippy" })), undefined);
    assert.equal(inTheWay(neighbour({ "check.command": "check" })), "rust-analyzer.check.command is set");
    assert.equal(inTheWay(neighbour({ checkOnSave: false })), "rust-analyzer.checkOnSave is off");
    assert.equal(inTheWay(neighbour({ "check.overrideCommand": ["x"] })), "rust-analyzer.check.overrideCommand is set");
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
