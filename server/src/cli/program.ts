/** The commands of `covenant` and their options (design decision 10). */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { PROFILES } from "../config/catalogue.js";
import { nearest } from "../engine/nearest.js";
import { severities, type Severity } from "../engine/finding.js";
import { rulePage } from "../engine/rulePage.js";
import { baselineName } from "../project/baseline.js";
import { checkBaseline, createBaseline, pruneBaseline, type BaselineOptions } from "./baseline.js";
import { check } from "./check.js";
import { exitCode, UsageError, type CliHost } from "./host.js";
import { init } from "./init.js";
import { startServer } from "./lsp.js";
import type { NewCodeMode } from "./newCode.js";
import { formats, type Format } from "./output.js";
import { waiverFormats, waivers, type WaiverFormat } from "./waivers.js";

interface RawCheckOptions {
  readonly format: Format;
  readonly profile?: string;
  readonly rules?: readonly string[];
  readonly failOn: Severity;
  readonly fix?: boolean;
  readonly cache: boolean;
  readonly jobs?: number;
  readonly stdinFilename?: string;
  readonly timings?: boolean;
  readonly since?: string;
  readonly staged?: boolean;
  readonly baseline: boolean;
}

interface RawBaselineOptions {
  readonly profile?: string;
  readonly cache: boolean;
  readonly jobs?: number;
}

/**
 * Runs a command line.
 * @param args arguments without node and the program
 * @returns the exit code; undefined when the command goes on after this (a language server)
 */
export async function run(args: readonly string[], host: CliHost): Promise<number | undefined> {
  let code: number | undefined = exitCode.clean;
  const program = new Command("covenant")
    .description("Keeps Rust crates to a production covenant.")
    .version(host.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text), getOutHasColors: () => false, getErrHasColors: () => false });
  addCheck(program, host, (result) => (code = result));
  addBaseline(program, host, (result) => (code = result));
  addWaivers(program, host, (result) => (code = result));
  program
    .command("explain")
    .description("print the page of a rule: why it matters, examples, how to fix and to waive it")
    .argument("<rule>", "id of the rule, as the finding shows it")
    .action((id: string) => host.stdout.write(explain(id, host)));
  program
    .command("init")
    .description("write a commented covenant.toml in the current folder; an existing one is never touched")
    .action(() => host.stdout.write(init(host)));
  program
    .command("lsp")
    .description("start the language server for an editor")
    .requiredOption("--stdio", "talk over standard input and output")
    .action(async () => {
      await startServer(host);
      code = undefined;
    });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    if (error instanceof UsageError) {
      host.stderr.write(error.message.split("\n").map((line) => `error: ${line}\n`).join(""));
      return exitCode.usage;
    }
    host.stderr.write(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCode.failure;
  }
}

function addCheck(program: Command, host: CliHost, done: (code: number) => void): void {
  program
    .command("check")
    .description("judge Rust sources by the covenant")
    .argument("[paths...]", "files and folders; without any, the current folder")
    .addOption(new Option("--format <format>", "how to print the findings").choices(formats).default("human"))
    .addOption(new Option("--profile <profile>", "profile instead of the one that covenant.toml names").choices(PROFILES))
    .option("--rules <ids>", "only these rules, separated by commas", (text: string) => ruleIds(text, host))
    .addOption(new Option("--fail-on <level>", "lowest level of findings that gives exit code 1").choices(severities).default("warning"))
    .option("--fix", "apply the safe fixes")
    .option("--no-baseline", `report what ${baselineName} holds too`)
    .option("--no-cache", "judge everything anew and remember nothing")
    .option("--jobs <n>", "number of threads", threadCount)
    .option("--stdin-filename <file>", "judge standard input as if it were this file")
    .option("--timings", "print where the time went, rule by rule, on standard error")
    .option("--since <ref>", "report only lines that are new or changed since the last commit in common with this branch, tag or commit")
    .addOption(new Option("--staged", "judge what is staged for the next commit, and report only its new and changed lines").conflicts(["since"]))
    .addHelpText("after", "\nExit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or configuration error, 3 the verdict is not complete.")
    .action(async (paths: readonly string[], raw: RawCheckOptions) => {
      if (raw.stdinFilename !== undefined && (paths.length > 0 || raw.fix === true)) throw new UsageError("`--stdin-filename` goes neither with paths nor with `--fix`");
      if (raw.stdinFilename !== undefined && !raw.stdinFilename.endsWith(".rs")) throw new UsageError("`--stdin-filename` must name a `.rs` file");
      const newCode: NewCodeMode | undefined = raw.staged === true ? { kind: "staged" } : raw.since === undefined ? undefined : { kind: "since", ref: raw.since };
      // Fixes would rewrite old code as well, or, with `--staged`, a text that is not the one that was judged.
      if (newCode && (raw.stdinFilename !== undefined || raw.fix === true)) throw new UsageError(`\`--${newCode.kind}\` goes neither with \`--fix\` nor with \`--stdin-filename\``);
      done(
        await check(
          {
            paths,
            format: raw.format,
            profile: raw.profile,
            rules: raw.rules,
            failOn: raw.failOn,
            fix: raw.fix === true,
            cache: raw.cache,
            jobs: raw.jobs,
            stdinFilename: raw.stdinFilename,
            timings: raw.timings === true,
            newCode,
            baseline: raw.baseline,
          },
          host,
        ),
      );
    });
}

function addBaseline(program: Command, host: CliHost, done: (code: number) => void): void {
  const baseline = program
    .command("baseline")
    .description(`write, shrink and check ${baselineName}: the findings that are older than the adoption of the covenant`)
    .helpCommand(false);
  const add = (name: string, description: string): Command =>
    baseline
      .command(name)
      .description(description)
      .argument("[paths...]", "files and folders; without any, the current folder")
      .addOption(new Option("--profile <profile>", "profile instead of the one that covenant.toml names").choices(PROFILES))
      .option("--no-cache", "judge everything anew and remember nothing")
      .option("--jobs <n>", "number of threads", threadCount);
  const options = (paths: readonly string[], { profile, cache, jobs }: RawBaselineOptions): BaselineOptions => ({ paths, profile, cache, jobs });
  add("create", "write a baseline of all findings into the current folder; an existing one is never grown")
    .option("--force", "write an existing baseline anew")
    .action(async (paths: readonly string[], raw: RawBaselineOptions & { readonly force?: boolean }) => done(await createBaseline(options(paths, raw), raw.force === true, host)));
  add("prune", "take the entries out that no finding matches any more").action(async (paths: readonly string[], raw: RawBaselineOptions) => done(await pruneBaseline(options(paths, raw), host)));
  add("check", "report the findings that are not in the baseline, and how many of its entries are stale")
    .addOption(new Option("--fail-on <level>", "lowest level of new findings that gives exit code 1").choices(severities).default("warning"))
    .action(async (paths: readonly string[], raw: RawBaselineOptions & { readonly failOn: Severity }) => done(await checkBaseline(options(paths, raw), raw.failOn, host)));
}

function addWaivers(program: Command, host: CliHost, done: (code: number) => void): void {
  program
    .command("waivers")
    .description("list every waiver comment: place, rules, reason, last day, issue, and whether it covers anything")
    .argument("[paths...]", "files and folders; without any, the current folder")
    .addOption(new Option("--format <format>", "how to print the list").choices(waiverFormats).default("human"))
    .addOption(new Option("--profile <profile>", "profile instead of the one that covenant.toml names").choices(PROFILES))
    .option("--no-cache", "judge everything anew and remember nothing")
    .option("--jobs <n>", "number of threads", threadCount)
    .addHelpText("after", "\nA waiver is `used` when it covers a finding, `unused` when it covers none, `expired` after its last day, and `invalid` without a reason or with terms that cannot be read.")
    .action(async (paths: readonly string[], raw: Pick<RawCheckOptions, "profile" | "cache" | "jobs"> & { readonly format: WaiverFormat }) => {
      done(await waivers({ paths, format: raw.format, profile: raw.profile, cache: raw.cache, jobs: raw.jobs }, host));
    });
}

function ruleIds(text: string, host: CliHost): readonly string[] {
  const ids = text.split(/[\s,]+/).filter((id) => id !== "");
  if (ids.length === 0) throw new InvalidArgumentError("It names no rule.");
  for (const id of ids) if (!host.rules.some((rule) => rule.id === id)) throw new InvalidArgumentError(unknownRule(id, host));
  return ids;
}

function threadCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 256) throw new InvalidArgumentError("It must be a whole number from 1 to 256.");
  return count;
}

function explain(id: string, host: CliHost): string {
  const rule = host.rules.find((candidate) => candidate.id === id);
  if (!rule) throw new UsageError(unknownRule(id, host));
  return rulePage(rule, host.examples[id]);
}

function unknownRule(id: string, host: CliHost): string {
  const ids = host.rules.map((rule) => rule.id).sort();
  const near = nearest(id, ids);
  return `There is no rule \`${id}\`${near === undefined ? `; the rules are ${ids.join(", ")}` : `; did you mean \`${near}\`?`}`;
}
