import assert from "node:assert/strict";
import { Ajv } from "ajv";
import fc from "fast-check";
import { stringify } from "smol-toml";
import { parseConfig } from "../server/src/config/parseConfig.js";
import { configSchema } from "../server/src/config/schema.js";
import { catalogue } from "./configCatalogue.js";

describe("config: schema", () => {
  it("agrees with the parser on generated documents", () => {
    const valid = new Ajv({ strict: true }).compile(configSchema(catalogue));
    const scalar = fc.oneof(fc.boolean(), fc.integer({ min: -9, max: 9 }), fc.constantFrom("off", "error", "eror", "strict", "", "src/**", "!a", "a/../b"));
    const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
    /** Mostly what is right, now and then anything, so that both verdicts come up often. */
    const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
      fc.oneof({ weight: 24, arbitrary: right }, { weight: 1, arbitrary: value });
    const record = (shape: Record<string, fc.Arbitrary<unknown>>, required: string[] = []): fc.Arbitrary<unknown> =>
      fc.record(shape, { requiredKeys: required });
    const level = mostly(fc.constantFrom("off", "warning"));
    const words = mostly(fc.array(mostly(fc.constantFrom("a", "b"))));
    const globs = mostly(fc.array(mostly(fc.constantFrom("src/**", "..a/x", "a..")), { minLength: 1 }));
    const rules = mostly(
      record({
        "missing-docs": fc.oneof(level, record({ level })),
        "panic-in-production": record({ level, macros: words, limit: mostly(fc.integer({ max: 9 })), prefix: mostly(fc.string()) }),
        "unwrap-in-production": fc.oneof(level, record({ allowLockUnwrap: mostly(fc.boolean()) })),
      }),
    );
    const profile = mostly(fc.constantFrom("ffi", "strict"));
    const override = fc.oneof(
      { weight: 24, arbitrary: record({ paths: globs, profile, rules }, ["paths"]) },
      { weight: 1, arbitrary: record({ profile, rules }) },
    );
    const whole = {
      root: mostly(fc.boolean()),
      profile,
      exclude: globs,
      rules,
      overrides: mostly(fc.array(override, { maxLength: 2 })),
      regions: record({ testAttributes: words, testFeatures: words, quotingMacros: words }),
    };
    const document = fc.oneof({ weight: 9, arbitrary: record(whole) }, { weight: 1, arbitrary: record({ ...whole, extra: value }) });
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(document, (generated) => {
        const text = stringify(generated);
        const isValid = valid(generated);
        assert.equal(parseConfig(text, catalogue).problems.length === 0, isValid, text);
        if (isValid) accepted += 1;
        else refused += 1;
      }),
      { numRuns: 3000 },
    );
    // A generator that makes only one kind would prove nothing.
    assert.ok(accepted > 100 && refused > 100, `${accepted} accepted, ${refused} refused`);
  });

  it("does not depend on the order of the catalogue", () => {
    assert.deepEqual(JSON.stringify(configSchema([...catalogue].reverse())), JSON.stringify(configSchema(catalogue)));
  });
});
