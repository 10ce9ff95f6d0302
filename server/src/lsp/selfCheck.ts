/** Development builds compare every incremental result with the one from scratch. */
import type { Analysis } from "../engine/analysis.js";
import { FileAnalyzer, type AnalysisInput } from "../engine/analyze.js";
import { SourceFile } from "../engine/sourceFile.js";
import type { Host } from "./host.js";

/** A description of the first difference, or undefined when the results are equal. */
export function scratchDifference(host: Host, input: AnalysisInput, result: Analysis): string | undefined {
  const analyzer = new FileAnalyzer(host.syntax, host.rules);
  try {
    const fresh = analyzer.analyze({ ...input, file: SourceFile.of(input.file.text) });
    const expected = fresh?.findings.map((finding) => JSON.stringify(finding)) ?? [];
    const actual = result.findings.map((finding) => JSON.stringify(finding));
    for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
      if (expected[index] !== actual[index]) return `finding ${index} is ${actual[index] ?? "missing"}, from scratch ${expected[index] ?? "missing"}`;
    }
    return undefined;
  } finally {
    analyzer.dispose();
  }
}
