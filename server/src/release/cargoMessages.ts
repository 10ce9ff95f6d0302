/**
 * From cargo's JSON messages to findings (specification 3.5 to 3.7). Pure: text and paths in, data out. Where a finding is
 * shown, and for how long, is decided in `clippyResults.ts`.
 */
import type { Severity } from "../protocol/index.js";
import type { CargoLine, CargoLineTarget, RustDiagnostic, RustSpan } from "./cargoJson.js";
import { fixesOf, spanRange } from "./cargoSuggestions.js";
import { manifestPlace } from "./manifestPlace.js";
import { shownText } from "./shownText.js";
import type { ExternalFinding, Range, RelatedPlace } from "./externalFinding.js";
import { isInside, resolvePath } from "./paths.js";

/** What is needed to read the messages of one run. */
export interface MessageContext {
  /** Absolute; rustc writes paths relative to it whatever the working directory is. */
  readonly workspaceRoot: string;
  /** Absolute; files in it are generated, never the user's. */
  readonly targetDirectory: string;
  readonly generation: number;
  /** Texts of manifests by absolute path: a finding without a place goes to the line that names its lint. */
  readonly manifests?: ReadonlyMap<string, string>;
}

/** A compiler message of cargo. */
export type MessageLine = Extract<CargoLine, { reason: "message" }>;

/** Lints whose code is greyed out, and struck through, by editors. */
const UNNECESSARY: ReadonlySet<string> = new Set([
  "dead_code", "unused_imports", "unused_variables", "unused_mut", "unused_assignments", "unused_macros", "unused_attributes",
  "unused_parens", "unused_braces", "unreachable_code", "unknown_lints",
]);

/** Children that say where a lint was switched on; they help nobody who sees the lint's name. */
const PROVENANCE = /requested on the command line|implied by|to override|on by default|in Nightly builds, run with -Z macro-backtrace/;
const FURTHER = /^for further information visit (\S+)$/;

/** Most lines a range may cover before it is cut to its first line (specification 3.6). */
const LONGEST_RANGE = 8;

/**
 * Maps one compiler message.
 * @returns One finding per primary span; one on the manifest when the message has no span; none for summaries
 *   (`failure-note`, "aborting due to …", "2 warnings emitted").
 */
export function mapMessage(line: MessageLine, context: MessageContext): readonly ExternalFinding[] {
  const { message } = line;
  if (isSummary(message)) return [];
  const scoped = /^(clippy|rustdoc)::(.+)$/.exec(message.code ?? "");
  const source = scoped?.[1] === "clippy" ? "clippy" : scoped?.[1] === "rustdoc" ? "rustdoc" : "rustc";
  const code = scoped?.[2] ?? message.code;
  const href = hrefOf(message);
  const common = {
    severity: severityOf(message.level),
    source,
    ...(code === undefined ? {} : { code }),
    ...(href === undefined ? {} : { href }),
    tags: tagsOf(message.code),
    package: line.packageId,
    targets: [targetLabel(line.target)],
    generation: context.generation,
    ...(message.rendered === undefined ? {} : { rendered: message.rendered }),
  } satisfies Partial<ExternalFinding>;

  const primary = message.spans.filter((span) => span.is_primary);
  if (primary.length === 0) {
    // rust-analyzer drops these; a lint name that does not exist is worth a line in the manifest that asks for it.
    const { path, range } = manifestPlace(message.message, line.manifestPath, context);
    return [{ ...common, path, range, message: textOf(message, undefined), related: [], fixes: [] }];
  }
  return primary.map((span) => {
    const best = innermostInUserCode(span, context);
    const path = resolvePath(context.workspaceRoot, best.file_name);
    const whole = spanRange(best);
    const cut = whole.end.line - whole.start.line > LONGEST_RANGE;
    const range = cut ? firstLine(whole, best) : whole;
    return {
      ...common,
      path,
      range,
      ...shownText(best, range),
      ...(cut ? { fullRange: whole } : {}),
      message: textOf(message, span),
      related: [...macroFrames(span, best, context), ...labels(message, context), ...childPlaces(message, context)],
      // A suggestion inside a macro is about the macro's text, which is not what the user reads there.
      fixes: best === span ? fixesOf(message, path, context) : [],
    };
  });
}

/** How a target is called: its kind and its name. */
export function targetLabel(target: CargoLineTarget): string {
  return `${target.kind.join("+")} ${target.name}`;
}

/** Key under which the same issue of a library and of its test build counts once (specification 3.6, last paragraph). */
export function findingKey(finding: ExternalFinding): string {
  return JSON.stringify([finding.path, finding.source, finding.code ?? "", finding.range, finding.message]);
}

/** Adds findings to a keyed set, merging the targets of equal ones. */
export function addFindings(set: Map<string, ExternalFinding>, findings: readonly ExternalFinding[]): void {
  for (const finding of findings) {
    const key = findingKey(finding);
    const known = set.get(key);
    set.set(key, known === undefined ? finding : { ...known, targets: [...new Set([...known.targets, ...finding.targets])] });
  }
}

function isSummary(message: RustDiagnostic): boolean {
  return message.level === "failure-note" || /^(\d+ warnings? emitted|aborting due to )/.test(message.message);
}

function severityOf(level: string): Severity {
  if (level.startsWith("error")) return "error";
  if (level === "warning") return "warning";
  return level === "help" ? "hint" : "information";
}

function tagsOf(code: string | undefined): ExternalFinding["tags"] {
  if (code === "deprecated") return ["deprecated"];
  return code !== undefined && UNNECESSARY.has(code) ? ["unnecessary"] : [];
}

function hrefOf(message: RustDiagnostic): string | undefined {
  for (const child of message.children) {
    const match = FURTHER.exec(child.message);
    if (match?.[1] !== undefined) return match[1];
  }
  return /^E\d{4}$/.test(message.code ?? "") ? `https://doc.rust-lang.org/error_codes/${message.code ?? ""}.html` : undefined;
}

/** Message, the label of the span when it says more, and the children that have no place of their own. */
function textOf(message: RustDiagnostic, span: RustSpan | undefined): string {
  const lines = [message.message];
  if (span?.label != null && !message.message.includes(span.label)) lines.push(span.label);
  for (const child of message.children) {
    if (child.spans.some((place) => place.is_primary) || FURTHER.test(child.message) || PROVENANCE.test(child.message)) continue;
    lines.push(child.message);
  }
  const text = lines.join("\n");
  return text.length > 4096 ? `${text.slice(0, 4095)}…` : text;
}

/** The span and the macro calls around it, innermost first. */
function frames(span: RustSpan): readonly RustSpan[] {
  const result: RustSpan[] = [];
  for (let frame: RustSpan | undefined = span; frame !== undefined; frame = frame.expansion?.span) result.push(frame);
  return result;
}

function isUserCode(span: RustSpan, context: MessageContext): boolean {
  if (span.file_name.startsWith("<") || span.file_name.startsWith("/rustc/")) return false;
  const path = resolvePath(context.workspaceRoot, span.file_name);
  return isInside(context.workspaceRoot, path) && !isInside(context.targetDirectory, path);
}

function innermostInUserCode(span: RustSpan, context: MessageContext): RustSpan {
  const all = frames(span);
  return all.find((frame) => isUserCode(frame, context)) ?? all.at(-1) ?? span;
}

function macroFrames(span: RustSpan, best: RustSpan, context: MessageContext): readonly RelatedPlace[] {
  return frames(span)
    .filter((frame) => frame !== best && isUserCode(frame, context))
    .map((frame) => place(frame, "macro invoked here", context));
}

function labels(message: RustDiagnostic, context: MessageContext): readonly RelatedPlace[] {
  return message.spans.flatMap((span) => (span.is_primary || span.label === null ? [] : [place(span, span.label, context)]));
}

function childPlaces(message: RustDiagnostic, context: MessageContext): readonly RelatedPlace[] {
  return message.children.flatMap((child) => {
    const first = child.spans.find((span) => span.is_primary);
    if (first === undefined) return [];
    const texts = child.spans.flatMap((span) => (span.suggested_replacement?.trim() ? [`\`${span.suggested_replacement.trim()}\``] : []));
    return [place(first, texts.length === 0 ? child.message : `${child.message}: ${texts.join(", ")}`, context)];
  });
}

function place(span: RustSpan, message: string, context: MessageContext): RelatedPlace {
  return { path: resolvePath(context.workspaceRoot, span.file_name), range: spanRange(span), message };
}

/** Start of `whole` to the end of that line, as far as the message shows the line. */
function firstLine(whole: Range, span: RustSpan): Range {
  const text = span.text[0]?.text ?? "";
  return { start: whole.start, end: { line: whole.start.line, character: Math.max(whole.start.character, text.length) } };
}
