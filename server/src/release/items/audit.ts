/** "Security audit clean" (specification 2.5). Says what is missing; judging cargo-audit's report is not built yet. */
import { CARGO, defineItem, withoutAnswer, type ItemCommand, type ItemContext } from "../item.js";

const INSTALL = "cargo install --locked cargo-audit";
const PROBE_TIMEOUT_MS = 5_000;

export const audit = defineItem({
  id: "audit",
  title: "Security audit clean",
  clause: "Release Checklist; Mandatory Checks: cargo audit",
  proves:
    "Nothing yet: this version only finds out whether cargo-audit is there. Its exit code cannot be trusted (1 may mean vulnerable, or that the database could not be fetched), so its report has to be read.",
  parser: "none@1",
  inputs: ["manifests", "tools"],
  timeoutMs: PROBE_TIMEOUT_MS,
  needs: [CARGO, { tool: "cargo-audit", install: INSTALL }],
  commands: (context) => [probe(context)],
  prove: async (context, host) => {
    const command = probe(context);
    const outcome = await host.run(command);
    const noAnswer = withoutAnswer(outcome, command, PROBE_TIMEOUT_MS);
    if (noAnswer !== undefined) return noAnswer;
    // A shim on the PATH proves nothing: it exists for tools that are not installed (specification 1.3).
    const installed = outcome.exitCode === 0 ? /(\d+\.\d+\.\d+)/.exec(outcome.stdout)?.[1] : undefined;
    if (installed !== undefined) {
      return { state: "never-run", summary: `cargo-audit ${installed} is installed, but judging its report is not built yet: run \`cargo audit\` and read it`, measures: { cargoAudit: installed } };
    }
    if (/no such command: `audit`/.test(outcome.stderr)) return { state: "tool-missing", summary: "cargo-audit is not installed", measures: {}, install: INSTALL };
    return { state: "error", summary: `\`cargo audit --version\` gave no version (exit code ${outcome.exitCode ?? "none"})`, measures: {} };
  },
});

function probe(context: ItemContext): ItemCommand {
  return { argv: [context.cargo, "audit", "--version"], cwd: context.workspace.root, timeoutMs: PROBE_TIMEOUT_MS, output: "separate" };
}
