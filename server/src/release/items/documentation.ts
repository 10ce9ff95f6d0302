/** "Documentation complete": rustdoc's own judgement of the public API (specification 2.3). */
import { parseCargoLine } from "../cargoJson.js";
import { addFindings, mapMessage } from "../cargoMessages.js";
import type { ExternalFinding } from "../externalFinding.js";
import { CARGO, defineItem, firstError, packageArguments, withoutAnswer, type ItemCommand, type ItemContext } from "../item.js";
import { relativePath } from "../paths.js";
import { isLibrary } from "../../project/metadata.js";

const TIMEOUT_MS = 15 * 60_000;

/** What must be silent. Passed after `--`, never through RUSTDOCFLAGS, which would replace the project's own. */
const LINTS = [
  "missing_docs", "rustdoc::missing_crate_level_docs", "rustdoc::broken_intra_doc_links", "rustdoc::private_intra_doc_links",
  "rustdoc::bare_urls", "rustdoc::invalid_html_tags",
] as const;

export const documentation = defineItem({
  id: "documentation",
  title: "Documentation complete",
  clause: "Release Checklist; ALWAYS document all public APIs and safety invariants",
  proves:
    "rustdoc finds every public item of the library documented and no link broken. The sections `# Errors`, `# Panics` and `# Safety` are the live rules' business, and whether the text is true is a reader's.",
  parser: "rustdoc-json@1",
  inputs: ["package", "manifests", "configuration", "environment", "tools"],
  timeoutMs: TIMEOUT_MS,
  needs: [CARGO],
  commands: (context) => (context.package.targets.some(isLibrary) ? [command(context)] : []),
  prove: async (context, host) => {
    const library = context.package.targets.find(isLibrary);
    if (library === undefined) {
      return { state: "not-applicable", summary: "the package has no library target, so there is no public API to document", measures: { libraries: 0 } };
    }
    const rustdoc = command(context);
    const outcome = await host.run(rustdoc);
    const noAnswer = withoutAnswer(outcome, rustdoc, TIMEOUT_MS);
    if (noAnswer !== undefined) return noAnswer;

    const found = new Map<string, ExternalFinding>();
    let finished: boolean | undefined;
    let pages = 0;
    let errors = 0;
    for (const text of outcome.stdout.split("\n")) {
      const line = parseCargoLine(text);
      if (line.reason === "finished") finished = line.success;
      if (line.reason === "artifact" && line.packageId === context.package.id && line.filenames.some((name) => name.endsWith(".html"))) pages += 1;
      if (line.reason !== "message" || line.packageId !== context.package.id) continue;
      const known = LINTS.some((lint) => lint === line.message.code);
      if (line.message.level.startsWith("error") && !known) errors += 1;
      if (known) addFindings(found, mapMessage(line, { workspaceRoot: context.workspace.root, targetDirectory: context.workspace.targetDirectory, generation: 0 }));
    }
    const findings = [...found.values()].map((finding) => ({
      file: relativePath(context.workspace.root, finding.path),
      line: finding.range.start.line + 1,
      ...(finding.code === undefined ? {} : { code: finding.code }),
      message: finding.message,
    }));
    const measures = { findings: findings.length, errors, pages };
    if (findings.length > 0) {
      return { state: "failed", summary: `${findings.length} gap${findings.length === 1 ? "" : "s"} in the documentation of the public API`, measures, findings };
    }
    if (finished !== true || outcome.exitCode !== 0 || errors > 0) {
      return { state: "error", summary: `rustdoc did not finish: ${firstError(outcome.stderr) ?? `exit code ${outcome.exitCode ?? "none"}`}`, measures };
    }
    // A pass needs the page itself: silence of a tool that documented nothing is no evidence.
    if (pages === 0) return { state: "error", summary: "rustdoc reported success but no page for this package", measures };
    const allowed = silenced((await host.read(library.sourcePath)) ?? "");
    if (allowed !== undefined) {
      return { state: "failed", summary: `\`${allowed.lint}\` is switched off for the whole crate, so its silence proves nothing`, measures,
        findings: [{ file: relativePath(context.workspace.root, library.sourcePath), line: allowed.line, code: allowed.lint, message: "crate-level allow" }] };
    }
    return { state: "passed", summary: "every public item is documented and every link resolves", measures };
  },
});

function command(context: ItemContext): ItemCommand {
  return {
    argv: [
      context.cargo, "rustdoc", ...packageArguments(context), "--lib", "--all-features", "--message-format=json", "--",
      ...LINTS.flatMap((lint) => ["-W", lint]),
    ],
    cwd: context.workspace.root,
    timeoutMs: TIMEOUT_MS,
    output: "separate",
  };
}

/** A crate-level `#![allow(…)]` or `#![expect(…)]` of one of the lints: it wins over our `-W`. Line from 1. */
function silenced(source: string): { readonly lint: string; readonly line: number } | undefined {
  for (const match of source.matchAll(/^[ \t]*#!\[\s*(?:allow|expect)\s*\(([^)]*)\)/gm)) {
    const names = (match[1] ?? "").split(",").map((name) => name.trim());
    const lint = [...LINTS, "rustdoc::all"].find((name) => names.includes(name));
    if (lint !== undefined) return { lint, line: source.slice(0, match.index).split("\n").length };
  }
  return undefined;
}
