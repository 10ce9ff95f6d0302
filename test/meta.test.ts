/** What must hold of the project as a whole: nothing derived is stale, rooms keep their doors shut, words keep their form. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { COMMANDS, MENUS, SETTINGS } from "../client/src/common/manifest.js";
import { artefacts, generateCommand, staleArtefacts } from "../server/scripts/artefacts.js";
import type { RuleTools } from "../server/scripts/artefactsTools.js";
import { parseConfig } from "../server/src/config/parseConfig.js";
import { groups } from "../server/src/engine/rule.js";
import { ruleSummaries } from "../server/src/node/catalogue.js";
import { rules } from "../server/src/rules/index.generated.js";
import { examples as exampleTexts } from "../server/src/rules/examples.generated.js";
import { examples, parseFixture } from "./annotations.js";
import { configOf, fixesIn, loadSyntax, roleOf, rulesNamed } from "./ruleHarness.js";

const root = join(import.meta.dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Files (no links) that git tracks or would track and that are there, `/` between names. */
const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 })
  .split("\0")
  .filter((path) => path !== "" && lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true);
const handWritten = files.filter((path) => /\.(?:ts|mjs|cjs)$/.test(path) && !path.endsWith(".generated.ts"));

describe("derived files", () => {
  it("are those that the sources give", async () => {
    const stale = staleArtefacts(root, await artefacts(root)).map(({ path }) => path);
    assert.deepEqual(stale, [], `run \`${generateCommand}\` and commit the result`);
  });

  it("come from the helpers that the tests use", () => {
    // The generator loads these at run time; here the compiler compares their types with what it expects.
    const tools: RuleTools = { rules, ruleSummaries, parseFixture, examples, loadSyntax, roleOf, rulesNamed, configOf, fixesIn };
    assert.ok(Object.values(tools).every((tool) => tool !== undefined));
  });
});

/** Packages that a pure room may import, besides the rooms its project references. */
const pureRooms: Readonly<Record<string, readonly string[]>> = {
  "server/src/protocol": [],
  "server/src/engine": ["web-tree-sitter"],
  "server/src/rules": [],
  "server/src/config": ["smol-toml", "picomatch"],
  "server/src/project": ["smol-toml", "semver"],
  "server/src/release": [],
};

/** Module specifiers of a source file, those of types and of `import()` included. */
function specifiers(path: string): readonly string[] {
  return ts.preProcessFile(read(path), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Folders that a project's `references` name, relative to the root. */
function references(room: string): readonly string[] {
  const { config } = ts.readConfigFile(join(root, room, "tsconfig.json"), (file) => readFileSync(file, "utf8")) as { readonly config: { readonly references?: readonly { readonly path: string }[] } };
  return (config.references ?? []).map(({ path }) => join(room, path).replaceAll("\\", "/"));
}

describe("rooms", () => {
  for (const [room, packages] of Object.entries(pureRooms)) {
    it(`${room} imports nothing but ${["its rooms", ...packages].join(", ")}`, () => {
      const allowed = [room, ...references(room)];
      const own = files.filter((path) => path.startsWith(`${room}/`) && path.endsWith(".ts"));
      assert.ok(own.length > 0, "there are no files in the room");
      const forbidden = own.flatMap((path) =>
        specifiers(path)
          .filter((name) => (name.startsWith(".") ? !allowed.some((folder) => join(dirname(path), name).replaceAll("\\", "/").startsWith(`${folder}/`)) : !packages.includes(name)))
          .map((name) => `${path} imports ${name}`),
      );
      assert.deepEqual(forbidden, []);
    });
  }

  it("the client imports of the server only the protocol", () => {
    const own = files.filter((path) => path.startsWith("client/src/") && path.endsWith(".ts"));
    const forbidden = own.flatMap((path) => specifiers(path).filter((name) => name.includes("server/src/") && !name.includes("server/src/protocol/")).map((name) => `${path} imports ${name}`));
    assert.ok(own.length > 0);
    assert.deepEqual(forbidden, []);
  });

  it("are linked by relative imports with a file ending", () => {
    const wrong = handWritten.filter((path) => path.endsWith(".ts")).flatMap((path) => specifiers(path).filter((name) => name.startsWith(".") && !/\.(?:js|json)$/.test(name)).map((name) => `${path} imports ${name}`));
    assert.deepEqual(wrong, []);
  });
});

describe("source files", () => {
  const lineCount = (path: string): number => read(path).replace(/\n$/, "").split("\n").length;

  it("have at most 300 lines", () => {
    const long = handWritten.filter((path) => lineCount(path) > 300).map((path) => `${path}: ${lineCount(path)}`);
    assert.deepEqual(long, [], "split them by reason to change");
  });

  it("have at most 120 lines where they only wire", () => {
    const entries = handWritten.filter((path) => ["main.ts", "server.ts", "activate.ts", "worker.ts"].includes(basename(path)) && /^(?:client|server\/src)\//.test(path));
    assert.ok(entries.length > 0);
    assert.deepEqual(entries.filter((path) => lineCount(path) > 120).map((path) => `${path}: ${lineCount(path)}`), []);
  });

  it("do without `any`", () => {
    const found: string[] = [];
    for (const path of handWritten.filter((file) => file.endsWith(".ts"))) {
      const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true);
      const visit = (node: ts.Node): void => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    assert.deepEqual(found, []);
  });

  it("are named in camelCase, rules and fixtures in kebab-case", () => {
    const names = files.filter((path) => /^(?:client|server|test|bench)\/.*\.ts$/.test(path) && !path.startsWith("test/sample/"));
    const wrong = names.filter((path) => {
      const name = basename(path).replace(/(?:\.[a-zA-Z0-9]+)+$/, "");
      const isRule = /^server\/src\/rules\/[^/]+\/[^/]+\.ts$/.test(path) && !path.startsWith("server/src/rules/shared/");
      return isRule ? !/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(name) : !/^[a-z][a-zA-Z0-9]*$/.test(name) || name === "utils";
    });
    assert.deepEqual(wrong, []);
  });
});

describe("tracked files", () => {
  const texts = files.filter((path) => !/\.(?:png|wasm|vsix|ico)$/.test(path));

  it("name no folder of a machine", () => {
    // Examples use made-up folders, such as `/project`; these are the ones that paths of a real machine start with.
    const start = new RegExp(`(?<![\\w.~/}-])/(?:${["root", "work", "tmp", "home", "Users"].join("|")})/[\\w.-]`);
    const found = texts.flatMap((path) => read(path).split("\n").flatMap((line, index) => (start.test(line) ? [`${path}:${index + 1}`] : [])));
    assert.deepEqual(found, []);
  });

  it("name no server of one network", () => {
    const registry = process.env["npm_config_registry"];
    const mirror = registry === undefined ? undefined : new URL(registry).host;
    const found = texts.flatMap((path) => {
      const text = read(path);
      const hosts = [...text.matchAll(/\bhttps?:\/\/([\w.-]+(?::\d+)?)/g)].map(([, host]) => host ?? "");
      const inside = hosts.filter((host) => !/^(?:127\.0\.0\.1|localhost)(?::|$)/.test(host) && /:\d|^[\d.]+$|\.(?:internal|local|lan|corp|intranet)$/.test(host));
      return [...inside, ...(mirror !== undefined && mirror !== "registry.npmjs.org" && text.includes(mirror) ? [mirror] : [])].map((host) => `${path}: ${host}`);
    });
    assert.deepEqual(found, []);
  });

  it("bind no package to one registry", () => {
    const locks = files.filter((path) => basename(path) === "package-lock.json");
    assert.ok(locks.length > 0);
    for (const path of locks) {
      const { packages } = JSON.parse(read(path)) as { readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>> };
      const bound = Object.entries(packages).filter(([, entry]) => entry.link !== true && entry.resolved !== undefined && !entry.resolved.startsWith("https://registry.npmjs.org/"));
      assert.deepEqual(bound.map(([name]) => name), [], path);
    }
    const set = files.filter((path) => /(?:^|\/)(?:\.npmrc|\.cargo\/config(?:\.toml)?)$/.test(path) && /registry|\[source/.test(read(path)));
    assert.deepEqual(set, []);
  });
});

describe("documents", () => {
  const pages = files.filter((path) => /^(?:README|CHANGELOG)\.md$|^docs\/.*\.md$/.test(path));

  it("link only to what is there", () => {
    const broken: string[] = [];
    let links = 0;
    for (const path of pages) {
      const prose = read(path).replace(/^(`{3,})[\s\S]*?^\1/gm, "");
      for (const [, target = ""] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(?:https:|#)/.test(target)) continue;
        links++;
        if (!files.includes(join(dirname(path), target.replace(/#.*$/, "")).replaceAll("\\", "/"))) broken.push(`${path}: ${target}`);
      }
    }
    assert.ok(links > 0);
    assert.deepEqual(broken, []);
  });

  it("show a configuration that is valid", () => {
    const shown = [...read("README.md").matchAll(/^```toml\n([\s\S]*?)^```/gm)].map(([, text]) => text ?? "");
    assert.ok(shown.length > 0);
    for (const text of shown) assert.deepEqual(parseConfig(text, ruleSummaries(rules)).problems, []);
  });

  it("name only scripts, rules and files of the command line that exist", () => {
    const { scripts, bin } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>>; readonly bin: Readonly<Record<string, string>> };
    assert.ok(bin["covenant"] !== undefined);
    const named = pages.flatMap((path) => [...read(path).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map((found) => found[1] ?? found[2] ?? ""));
    assert.ok(named.length > 0);
    assert.deepEqual(named.filter((name) => !Object.hasOwn(scripts, name)), []);
    const ids = new Set(rules.map(({ id }) => id));
    const explained = pages.flatMap((path) => [...read(path).matchAll(/covenant explain ([a-z][\w-]+)/g)].map(([, id]) => id ?? ""));
    assert.deepEqual(explained.filter((id) => !ids.has(id)), []);
  });
});

describe("commands and settings", () => {
  it("have a handler for each command and a command for each handler", () => {
    const source = ts.createSourceFile("commands.ts", read("client/src/common/commands.ts"), ts.ScriptTarget.ES2022, true);
    const handled = new Set<string>();
    const visit = (node: ts.Node): void => {
      if ((ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) && ts.isStringLiteral(node.name) && node.name.text.startsWith("covenant.")) handled.add(node.name.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    assert.deepEqual([...handled].sort(), Object.keys(COMMANDS).sort());
  });

  it("offer in menus only commands that exist, and keep settings few", () => {
    for (const entry of Object.values(MENUS).flat()) assert.ok(Object.hasOwn(COMMANDS, entry.command), entry.command);
    assert.ok(Object.keys(SETTINGS).length <= 20);
  });
});

describe("rules", () => {
  const sentence = /^[A-Z`#].*[^\s.]\.$/s;
  const balanced = (text: string): boolean => (text.match(/`/g) ?? []).length % 2 === 0;

  it("exist, with ids that occur once", () => {
    const ids = rules.map(({ id }) => id);
    assert.ok(ids.length > 0);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it("that are recommended are on in every profile: the others add to it", () => {
    for (const { id, profiles } of rules) if (profiles.includes("recommended")) assert.deepEqual([...profiles].sort(), ["ffi", "library", "recommended", "service"], id);
  });

  for (const rule of rules) {
    it(rule.id, () => {
      const file = `server/src/rules/${rule.group}/${rule.id}.ts`;
      assert.ok(files.includes(file), `${file} is not there: the id is the file name, the group is the folder`);
      assert.ok(Object.hasOwn(groups, rule.group));
      assert.match(rule.since, /^\d+\.\d+\.\d+$/);
      for (const [name, text] of Object.entries({ summary: rule.summary, why: rule.why, remedy: rule.remedy, ...(rule.limits === undefined ? {} : { limits: rule.limits }) })) {
        assert.match(text, sentence, `${name} is no sentence`);
        assert.ok(balanced(text), `${name} has a backtick without its partner`);
      }
      assert.match(rule.clause, /\S.{5,}/);
      assert.ok(rule.regions.length > 0, "it applies nowhere");
      for (const lint of rule.lints) assert.match(lint, /^(?:(?:clippy|rustdoc)::)?[a-z][a-z0-9_]*$/);
      for (const [name, option] of Object.entries(rule.options)) {
        assert.match(name, /^[a-z][a-zA-Z0-9]*$/);
        assert.match(option.description, sentence);
      }
      const own = exampleTexts[rule.id];
      assert.ok(own && own.bad !== "" && own.good !== "" && own.bad !== own.good, "its fixture has no bad and good example");
    });

    it(`${rule.id}: messages`, () => {
      const file = `server/src/rules/${rule.group}/${rule.id}.ts`;
      const helpers = specifiers(file).filter((name) => name.startsWith("../shared/")).map((name) => `server/src/rules/shared/${basename(name, ".js")}.ts`);
      const source = [file, ...helpers].map(read).join("\n");
      assert.ok(Object.keys(rule.messages).length > 0);
      for (const [name, message] of Object.entries(rule.messages)) {
        assert.match(message, /^(?:[a-z]|[`{#])/, `\`${name}\` starts lower-case or with code`);
        assert.doesNotMatch(message, /[.\s]$/, `\`${name}\` ends without a full stop`);
        assert.ok(balanced(message), `\`${name}\` has a backtick without its partner`);
        assert.doesNotMatch(message.replace(/`[^`]*`/g, "").replace(/\{\w+\}/g, ""), /[{}]/, `\`${name}\` has a brace that is no placeholder`);
      }
      // The rules about waivers are reported by the engine, which names the waiver's id.
      const reporter = Object.keys(rule.on).length > 0 ? source : read("server/src/engine/applyWaivers.ts");
      for (const name of Object.values(rule.messages).flatMap((message) => [...message.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ""))) {
        assert.match(reporter, new RegExp(`\\b${name}\\b`), `nothing fills the placeholder \`${name}\``);
      }
    });
  }
});
