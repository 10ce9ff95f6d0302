/** The command `covenant waivers`: every waiver comment, what it says and what it does. */
import type { WaiverEffect } from "../engine/finding.js";
import { checkResult, judge } from "./check.js";
import { exitCode, type CliHost } from "./host.js";
import { tellProblems } from "./output.js";
import type { WaiverEntry } from "./report.js";
import { visible } from "./reporters/terminal.js";

/** Output formats of the list. */
export const waiverFormats = ["human", "json"] as const;
export type WaiverFormat = (typeof waiverFormats)[number];

/** Options of the command, checked. */
export interface WaiversOptions {
  readonly paths: readonly string[];
  readonly format: WaiverFormat;
  readonly profile: string | undefined;
  readonly cache: boolean;
  readonly jobs: number | undefined;
}

/** A waiver and its file, relative to the current folder where it lies in it. */
interface PlacedWaiver {
  readonly path: string;
  readonly waiver: WaiverEntry;
}

const effects: readonly WaiverEffect[] = ["used", "unused", "expired", "invalid"];

/**
 * Lists the waivers of the files on standard output, in order of path and place. The files are judged, because only that
 * tells whether a waiver covers anything.
 * @returns `clean`, or `failure` when a file could not be judged, so that the list is not complete
 * @throws UsageError as `judge` does
 */
export async function waivers(options: WaiversOptions, host: CliHost): Promise<number> {
  const { format, ...judging } = options;
  const judged = await judge({ ...judging, format: "human", rules: undefined, failOn: "error", fix: false, stdinFilename: undefined, timings: false, newCode: undefined, baseline: false }, host);
  const result = checkResult(judged, "error", host, 0);
  const found = result.files.flatMap(({ shown, report }) => report.waivers.map((waiver): PlacedWaiver => ({ path: shown, waiver })));
  const counts = Object.fromEntries(effects.map((effect) => [effect, found.filter(({ waiver }) => waiver.effect === effect).length]));
  host.stdout.write(format === "json" ? json(found, counts, result, host) : human(found, counts));
  tellProblems(result, host);
  return result.exitCode === exitCode.failure ? exitCode.failure : exitCode.clean;
}

/**
 * One JSON document with a waiver a line. Its shape is stable as long as `schema` is 1: `cwd` (absolute), `waivers` with
 * `path`, `rules`, `reason` (empty without one), `until` and `issue` where they are given, `effect` (`used` | `unused` |
 * `expired` | `invalid`), `start` and `end` (`line` and `column` from 1, UTF-16 units; `offset`), `failed` with the files
 * that were not judged, and `summary` with the number of each effect.
 */
function json(found: readonly PlacedWaiver[], counts: Readonly<Record<string, number>>, result: ReturnType<typeof checkResult>, host: CliHost): string {
  const lines = found.map(({ path, waiver }) => JSON.stringify({ path, ...waiver }));
  const failed = result.failed.map(({ shown, message }) => ({ path: shown, message }));
  return `{"schema":1,"version":${JSON.stringify(host.version)},"cwd":${JSON.stringify(result.cwd)},"waivers":[${lines.length === 0 ? "" : `\n${lines.join(",\n")}\n`}],"failed":${JSON.stringify(failed)},"summary":${JSON.stringify({ waivers: found.length, ...counts })}}\n`;
}

function human(found: readonly PlacedWaiver[], counts: Readonly<Record<string, number>>): string {
  const entries = found.map(({ path, waiver: { start, rules, reason, until, issue, effect } }) => {
    const terms = [rules.join(", "), ...(until === undefined ? [] : [`until ${until}`]), ...(issue === undefined ? [] : [`issue ${issue}`])].join("  ");
    return visible(`${path}:${start.line}:${start.column}: ${effect}: ${terms}`) + `\n    ${reason === "" ? "(no reason)" : visible(reason.replace(/\s+/g, " "))}\n`;
  });
  const parts = effects.flatMap((effect) => ((counts[effect] ?? 0) === 0 ? [] : [`${counts[effect] ?? 0} ${effect}`]));
  const sum = found.length === 0 ? "no waivers" : `${found.length} ${found.length === 1 ? "waiver" : "waivers"}: ${parts.join(", ")}`;
  return `${entries.join("")}${entries.length > 0 ? "\n" : ""}covenant: ${sum}\n`;
}
