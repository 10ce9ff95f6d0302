/**
 * The lines that `cargo … --message-format=json` writes, checked by hand-written guards and typed afterwards
 * (specification 8.1). Unknown fields and reasons are ignored, a line that is not cargo's is counted, never trusted.
 */

/** A place in a diagnostic. Lines and columns from 1; columns count Unicode scalar values, the BOM is not counted. */
export interface RustSpan {
  readonly file_name: string;
  readonly byte_start: number;
  readonly byte_end: number;
  readonly line_start: number;
  readonly line_end: number;
  readonly column_start: number;
  readonly column_end: number;
  readonly is_primary: boolean;
  readonly text: readonly { readonly text: string }[];
  readonly label: string | null;
  readonly suggested_replacement: string | null;
  readonly suggestion_applicability: string | null;
  readonly expansion: { readonly span: RustSpan; readonly macro_decl_name: string } | null;
}

/** One diagnostic of rustc, rustdoc or clippy. */
export interface RustDiagnostic {
  readonly message: string;
  readonly level: string;
  readonly code: string | undefined;
  readonly spans: readonly RustSpan[];
  readonly children: readonly RustDiagnostic[];
  readonly rendered: string | undefined;
}

/** The target a line is about. */
export interface CargoLineTarget {
  readonly name: string;
  readonly kind: readonly string[];
}

/** One line of cargo. `other` is a reason that we do not use; `noise` is text that is not cargo's at all. */
export type CargoLine =
  | { readonly reason: "message"; readonly packageId: string; readonly manifestPath: string; readonly target: CargoLineTarget; readonly message: RustDiagnostic }
  | { readonly reason: "artifact"; readonly packageId: string; readonly target: CargoLineTarget; readonly test: boolean; readonly executable: string | undefined; readonly filenames: readonly string[]; readonly fresh: boolean }
  | { readonly reason: "finished"; readonly success: boolean }
  | { readonly reason: "other" }
  /** `cut`: a message of cargo's is in it that cannot be read. */
  | { readonly reason: "noise"; readonly cut?: true };

/**
 * Reads one line of cargo's stdout.
 * @returns `noise` for anything that is not a JSON object with a `reason`, or that lacks the fields of its reason:
 *   procedural macros print into the same stream (specification 1.2).
 */
export function parseCargoLine(line: string): CargoLine {
  // A macro that prints without a line break stands before cargo's line, on the same one.
  const start = line.startsWith("{") ? 0 : line.indexOf('{"reason":"');
  if (start < 0) return { reason: "noise" };
  const value = parseJson(start === 0 ? line : line.slice(start));
  const noise: CargoLine = !isRecord(value) && /^\{"reason":"(?:compiler-|build-finished)/.test(line.slice(start, start + 40)) ? { reason: "noise", cut: true } : { reason: "noise" };
  if (!isRecord(value) || typeof value["reason"] !== "string") return noise;
  switch (value["reason"]) {
    case "compiler-message": {
      const target = readTarget(value["target"]);
      const message = readDiagnostic(value["message"]);
      const { package_id: packageId, manifest_path: manifestPath } = value;
      if (target === undefined || message === undefined || typeof packageId !== "string" || typeof manifestPath !== "string") return noise;
      return { reason: "message", packageId, manifestPath, target, message };
    }
    case "compiler-artifact": {
      const target = readTarget(value["target"]);
      const { package_id: packageId, executable, filenames, fresh, profile } = value;
      if (target === undefined || typeof packageId !== "string") return noise;
      return {
        reason: "artifact", packageId, target,
        test: isRecord(profile) && profile["test"] === true,
        executable: typeof executable === "string" ? executable : undefined,
        filenames: strings(filenames),
        fresh: fresh === true,
      };
    }
    case "build-finished":
      return typeof value["success"] === "boolean" ? { reason: "finished", success: value["success"] } : noise;
    default:
      return { reason: "other" };
  }
}

/**
 * True when a diagnostic leaked into stderr: a procedural macro that prints without a line break glues its text to rustc's
 * JSON, cargo then takes the line for text, and a finding is lost (specification 1.2). Such a run is not "clean".
 */
export function isLeakedDiagnostic(stderrLine: string): boolean {
  return stderrLine.includes('{"$message_type":"diagnostic"');
}

/** Parses JSON; `undefined` for text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** True for JSON objects (not arrays, not null). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The strings of a JSON array; empty for anything else. */
export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

function readTarget(value: unknown): CargoLineTarget | undefined {
  if (!isRecord(value) || typeof value["name"] !== "string") return undefined;
  return { name: value["name"], kind: strings(value["kind"]) };
}

function readDiagnostic(value: unknown): RustDiagnostic | undefined {
  if (!isRecord(value)) return undefined;
  const { message, level, code, spans, children, rendered } = value;
  if (typeof message !== "string" || typeof level !== "string") return undefined;
  return {
    message, level,
    code: isRecord(code) && typeof code["code"] === "string" ? code["code"] : undefined,
    spans: Array.isArray(spans) ? spans.flatMap((span: unknown) => readSpan(span) ?? []) : [],
    children: Array.isArray(children) ? children.flatMap((child: unknown) => readDiagnostic(child) ?? []) : [],
    rendered: typeof rendered === "string" ? rendered : undefined,
  };
}

function readSpan(value: unknown): RustSpan | undefined {
  if (!isRecord(value)) return undefined;
  const number = (key: string): number => (typeof value[key] === "number" ? value[key] : Number.NaN);
  const optional = (key: string): string | null => (typeof value[key] === "string" ? value[key] : null);
  const places = {
    byte_start: number("byte_start"), byte_end: number("byte_end"),
    line_start: number("line_start"), line_end: number("line_end"),
    column_start: number("column_start"), column_end: number("column_end"),
  };
  if (typeof value["file_name"] !== "string" || Object.values(places).some((place) => !Number.isInteger(place) || place < 0)) return undefined;
  const { text, expansion } = value;
  const outer = isRecord(expansion) ? readSpan(expansion["span"]) : undefined;
  const macro = isRecord(expansion) && typeof expansion["macro_decl_name"] === "string" ? expansion["macro_decl_name"] : "";
  return {
    file_name: value["file_name"],
    ...places,
    is_primary: value["is_primary"] === true,
    text: Array.isArray(text)
      ? text.map((entry: unknown) => ({ text: isRecord(entry) && typeof entry["text"] === "string" ? entry["text"] : "" }))
      : [],
    label: optional("label"),
    suggested_replacement: optional("suggested_replacement"),
    suggestion_applicability: optional("suggestion_applicability"),
    expansion: outer === undefined ? null : { span: outer, macro_decl_name: macro },
  };
}
