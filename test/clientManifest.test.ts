import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CONTEXT, COMMANDS, MENUS, SETTINGS, VIEWS, WELCOME } from "../client/src/common/manifest.js";
import { contributes, restrictedConfigurations } from "../server/scripts/contributes.js";
import type { EmptyReason } from "../server/src/protocol/index.js";
import { catalogue } from "./configCatalogue.js";

const root = join(import.meta.dirname, "..", "..");

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] };
  };
}

interface Contributed {
  readonly commands: readonly { readonly command: string; readonly category: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
  readonly grammars: readonly { readonly path: string }[];
}

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
const contributed = contributes(catalogue) as Contributed;

function clientSource(): string {
  const folder = join(root, "client", "src");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith("manifest.ts"))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

describe("client: manifest", () => {
  it("contributes every command under one category", () => {
    assert.deepEqual(contributed.commands.map(({ command }) => command), Object.keys(COMMANDS));
    assert.ok(contributed.commands.every(({ category }) => category === "Covenant"));
  });

  it("keeps settings few, described, with a default and a scope", () => {
    const settings = Object.entries(contributed.configuration.properties);
    assert.ok(settings.length > 0 && settings.length <= 20);
    for (const [name, setting] of settings) {
      assert.match(name, /^covenant\./);
      assert.ok(String(setting["markdownDescription"]).length > 20, name);
      assert.notEqual(setting["default"], undefined, name);
      assert.ok(["window", "resource", "machine-overridable"].includes(String(setting["scope"])), name);
    }
  });

  it("offers each rule of the catalogue with every level", () => {
    const { properties } = contributed.configuration.properties["covenant.rules"] as { properties: Record<string, { enum: string[] }> };
    assert.deepEqual(Object.keys(properties), ["missing-docs", "panic-in-production", "unwrap-in-production"]);
    assert.deepEqual(properties["missing-docs"]?.enum, ["off", "error", "warning", "information", "hint"]);
  });

  it("restricts every setting that names a program, a folder or arguments, or takes them over", () => {
    const expected = Object.keys(SETTINGS).filter((key) => /path|arguments|directory|follow/i.test(key));
    assert.ok(expected.length >= 3);
    assert.deepEqual([...restrictedConfigurations()].sort(), expected.map((key) => `covenant.${key}`).sort());
    const { supported, restrictedConfigurations: written } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, "limited");
    assert.deepEqual(written, restrictedConfigurations());
  });

  it("has a welcome text for each reason of an empty view, with valid command links", () => {
    const reasons: Readonly<Record<EmptyReason, true>> = { "no-cargo-package": true, untrusted: true, loading: true };
    for (const reason of Object.keys(reasons)) {
      assert.equal(WELCOME.filter(({ view, when }) => view === undefined && when.includes(`== '${reason}'`)).length, 1, reason);
    }
    assert.deepEqual(WELCOME.flatMap(({ view, when }) => (view === "covenant.waivers" ? [when] : [])), ["covenant.waiversEmpty == 'loading'", "covenant.waiversEmpty == 'none'"]);
    const links = WELCOME.flatMap(({ contents }) => [...contents.matchAll(/command:([\w.]+)/g)].map(([, id]) => id ?? ""));
    for (const link of links.filter((id) => id.startsWith("covenant."))) assert.ok(Object.hasOwn(COMMANDS, link), link);
  });

  it("uses in its conditions only context keys that the client sets", () => {
    const conditions = [
      ...Object.values(COMMANDS).map((entry) => ("enablement" in entry ? entry.enablement : "")),
      ...Object.values(MENUS).flat().map(({ when }) => when),
      ...WELCOME.map(({ when }) => when),
    ];
    const keys = new Set(conditions.flatMap((text) => [...text.matchAll(/covenant\.\w+/g)].map(([key]) => key)));
    // Names of views, not keys.
    for (const view of VIEWS) keys.delete(view.id);
    assert.ok(keys.size > 0);
    const source = clientSource();
    for (const key of keys) {
      const name = Object.entries(CONTEXT).find(([, value]) => value === key)?.[0];
      assert.ok(name !== undefined && source.includes(`CONTEXT.${name}`), key);
    }
  });

  it("names files that exist", () => {
    const files = [manifest.icon, ...contributed.viewsContainers.activitybar.map(({ icon }) => icon), ...contributed.grammars.map(({ path }) => path)];
    for (const file of files) assert.ok(existsSync(join(root, file)), file);
    assert.deepEqual(manifest.activationEvents.filter((event) => event === "*" || event === "onStartupFinished"), []);
  });
});

describe("client: grammar of waivers", () => {
  interface Grammar {
    readonly repository: Readonly<Record<string, { readonly match?: string }>>;
  }
  const grammar = JSON.parse(readFileSync(join(root, "syntaxes", "covenant-directives.tmLanguage.json"), "utf8")) as Grammar;
  // The expressions use only what Oniguruma and JavaScript share.
  const matches = (kind: string, text: string): string[] | undefined =>
    new RegExp(grammar.repository[kind]?.match ?? "(?!)").exec(text)?.slice(1, 11).map((part) => part ?? "");

  it("takes a line waiver apart", () => {
    assert.deepEqual(matches("line", "let x = 1; // covenant: allow(a-b, c) -- checked above"), [
      "//", "covenant", ":", "allow", "(", "a-b, c", ")", "", "--", "checked above",
    ]);
    assert.equal(matches("line", "//covenant:allow-file(a)")?.[3], "allow-file");
  });

  it("knows the terms of a waiver", () => {
    assert.deepEqual(matches("line", "// covenant: allow(a) until 2031-01-31, issue #1 -- checked above")?.slice(6), [")", " until 2031-01-31, issue #1", "--", "checked above"]);
    assert.deepEqual(matches("block", "/* covenant: allow(a) issue #1 -- why not */")?.slice(6), [")", " issue #1", "--", "why not"]);
  });

  it("takes a block waiver apart", () => {
    assert.equal(matches("block", "/* covenant: allow(a) -- why not */ f();")?.[9], "why not");
  });

  it("leaves documentation and other comments alone", () => {
    for (const text of ["/// covenant: allow(a) -- b", "//! covenant: allow(a)", "// covenant: deny(a)", "// allow(a)"]) {
      assert.equal(matches("line", text), undefined, text);
    }
    assert.equal(matches("block", "/** covenant: allow(a) */"), undefined);
  });
});
