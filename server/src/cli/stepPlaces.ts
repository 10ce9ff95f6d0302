/** Where the calls that lead to a finding stand: in the judged file as it is now, in others as they were when they were read. */
import type { FileAnalyzer } from "../engine/analyze.js";
import type { CallStep } from "../engine/finding.js";
import { findStep, stepMessage } from "../engine/helperCalls.js";
import type { SourceFile } from "../engine/sourceFile.js";
import type { FileTask } from "./jobs.js";
import type { Extent, ReportedFinding, Spot } from "./report.js";

export class StepPlaces {
  constructor(
    private readonly file: SourceFile,
    private readonly analyzer: FileAnalyzer,
    private readonly task: Pick<FileTask, "path" | "name">,
  ) {}

  /** The places of a finding's steps that are known, in order. */
  of(steps: readonly CallStep[]): ReportedFinding["related"] {
    return steps.flatMap((step, index) => {
      const message = stepMessage(step, index === steps.length - 1);
      // A file that is judged alone has no name in a package, and nothing leads out of it.
      if (step.file === this.task.name || !step.at) {
        const found = findStep({ segments: this.file.segments, starts: this.file.starts, places: this.analyzer.outlineFile(this.file).places }, step);
        return found ? [{ message, ...this.extent(found.start, found.end) }] : [];
      }
      const folder = this.task.path.slice(0, this.task.path.length - this.task.name.length);
      const spot = ({ offset, line, character }: { offset: number; line: number; character: number }): Spot => ({ offset, line: line + 1, column: character + 1 });
      return [{ message, path: `${folder}${step.file}`, start: spot(step.at.start), end: spot(step.at.end) }];
    });
  }

  private extent(start: number, end: number): Extent {
    const spot = (offset: number): Spot => {
      const { line, character } = this.file.positionAt(offset);
      return { offset, line: line + 1, column: character + 1 };
    };
    return { start: spot(start), end: spot(end) };
  }
}
