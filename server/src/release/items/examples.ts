/** "Examples compile and run" (specification 2.2). */
import { parseCargoLine } from "../cargoJson.js";
import { CARGO, defineItem, firstError, packageArguments, withoutAnswer, type EvidenceFinding, type ItemCommand, type ItemContext } from "../item.js";
import { relativePath } from "../paths.js";

const BUILD_TIMEOUT_MS = 15 * 60_000;
const RUN_TIMEOUT_MS = 60_000;

export const examples = defineItem({
  id: "examples",
  title: "Examples compile and run",
  clause: "Release Checklist; Project Structure: examples/",
  proves:
    "Every example of the package builds with all features and ends by itself with exit code 0 within a minute. What an example prints is not compared with anything.",
  parser: "cargo-build-json+exit-code@1",
  inputs: ["package", "manifests", "configuration", "environment", "tools"],
  timeoutMs: BUILD_TIMEOUT_MS,
  needs: [CARGO],
  commands: (context) => (names(context).length === 0 ? [] : [build(context)]),
  prove: async (context, host) => {
    const expected = names(context);
    if (expected.length === 0) return { state: "inconclusive", summary: "the package has no example", measures: { examples: 0 } };
    const command = build(context);
    const outcome = await host.run(command);
    const noAnswer = withoutAnswer(outcome, command, BUILD_TIMEOUT_MS);
    if (noAnswer !== undefined) return noAnswer;

    const built = new Map<string, string | undefined>();
    let success = false;
    for (const text of outcome.stdout.split("\n")) {
      const line = parseCargoLine(text);
      if (line.reason === "finished") success = line.success;
      if (line.reason === "artifact" && line.packageId === context.package.id && line.target.kind.includes("example")) built.set(line.target.name, line.executable);
    }
    const measures = { examples: expected.length, built: built.size, ran: 0 };
    if (!success || outcome.exitCode !== 0) {
      return { state: "failed", summary: `the examples do not build: ${firstError(outcome.stderr) ?? "see the log"}`, measures };
    }
    // `required-features` can hide an example from the build without a word.
    const hidden = expected.filter((name) => !built.has(name));
    if (hidden.length > 0) return { state: "failed", summary: `not built: ${hidden.join(", ")}`, measures };

    const findings: EvidenceFinding[] = [];
    let worst: "passed" | "failed" | "error" = "passed";
    for (const [name, executable] of built) {
      // An example with a library crate type builds to something that nobody can start.
      if (executable === undefined) continue;
      // The program itself, not `cargo run`: its exit code 101 cannot be told from the program's (specification 2.2).
      const program: ItemCommand = { argv: [executable], cwd: context.package.root, timeoutMs: RUN_TIMEOUT_MS, output: "merged" };
      const end = await host.run(program);
      if (end.cancelled) return { state: "cancelled", summary: `example \`${name}\` was cancelled`, measures };
      measures.ran += 1;
      if (end.exitCode === 0 && end.timedOut === "no") continue;
      const why = end.timedOut === "no"
        ? end.exitCode === null ? `was ended by ${end.signal ?? end.startError ?? "an unknown cause"}` : `exited with ${end.exitCode}`
        : `did not end within ${RUN_TIMEOUT_MS / 1000} s`;
      findings.push({ file: source(context, name), message: `example \`${name}\` ${why}` });
      // Running out of time decides nothing; a wrong end does.
      if (worst !== "failed") worst = end.timedOut === "no" ? "failed" : "error";
    }
    if (worst !== "passed") return { state: worst, summary: findings.map((finding) => finding.message).join("; "), measures, findings };
    const libraries = built.size - measures.ran;
    return { state: "passed", summary: `${measures.ran} built and ran${libraries === 0 ? "" : `, ${libraries} built as libraries`}`, measures };
  },
});

function names(context: ItemContext): readonly string[] {
  return context.package.targets.filter((target) => target.kind.includes("example")).map((target) => target.name);
}

function source(context: ItemContext, name: string): string {
  const target = context.package.targets.find((entry) => entry.kind.includes("example") && entry.name === name);
  return relativePath(context.workspace.root, target?.sourcePath ?? context.package.manifestPath);
}

function build(context: ItemContext): ItemCommand {
  return {
    argv: [context.cargo, "build", ...packageArguments(context), "--examples", "--all-features", "--message-format=json"],
    cwd: context.workspace.root,
    timeoutMs: BUILD_TIMEOUT_MS,
    output: "separate",
  };
}
