// Our side: the built command line on the same sources.
import { execFile } from "node:child_process";
import process from "node:process";
import { isRecord, parseJson } from "../../src/release/cargoJson.js";
import { TaskError } from "../task.js";
import { crateLabel, type ListedCrate } from "./crateList.js";
import type { Finding, Point } from "./finding.js";

/**
 * What `covenant check` says about the sources of a crate.
 *
 * @param program the built command line
 * @param folder absolute path of the workspace
 * @param rules the rules to run
 * @throws TaskError where it fails or does not judge everything
 */
export async function ourFindings(crate: ListedCrate, program: string, folder: string, rules: readonly string[]): Promise<readonly Finding[]> {
  const args = [program, "check", crateLabel(crate), "--no-cache", "--no-baseline", "--format", "json", "--rules", rules.join(",")];
  const { code, output, log } = await new Promise<{ code: number; output: string; log: string }>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 30 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== "number") reject(new TaskError(`the command line could not be run: ${error.message}`));
      else resolve({ code: error ? Number(error.code) : 0, output: stdout, log: stderr });
    });
  });
  if (code > 1) throw new TaskError(`\`covenant check\` failed on ${crateLabel(crate)} with exit code ${code}:\n${log}`);
  return readReport(output, `${crateLabel(crate)}/`);
}

/**
 * Reads the report.
 *
 * @param output the JSON document of `covenant check`
 * @param prefix what the paths of the crate start with
 * @throws TaskError where it is none, or says that no file was judged
 */
export function readReport(output: string, prefix: string): readonly Finding[] {
  const report = parseJson(output);
  if (!isRecord(report) || !Array.isArray(report["findings"]) || !isRecord(report["summary"])) throw new TaskError("the command line wrote no report");
  if (report["summary"]["files"] === 0) throw new TaskError(`the command line judged no file of ${prefix}`);
  return report["findings"].map((entry: unknown) => {
    const { rule, path, start, end }: Readonly<Record<string, unknown>> = isRecord(entry) ? entry : {};
    if (typeof rule !== "string" || typeof path !== "string") throw new TaskError("the report has a finding without rule or path");
    return { rule, file: path.replaceAll("\\", "/").replace(prefix, ""), start: readPoint(start), end: readPoint(end) };
  });
}

function readPoint(value: unknown): Point {
  const { line, column }: Readonly<Record<string, unknown>> = isRecord(value) ? value : {};
  if (typeof line !== "number" || typeof column !== "number") throw new TaskError("the report has a finding without a place");
  return { line: line - 1, character: column - 1 };
}
