import { nearest } from "../engine/nearest.js";
import type { ObjectSchema, ScalarSchema, Schema } from "./schema.js";
import type { TomlPath } from "./tomlPositions.js";

/** Something wrong with a value: where (a path of keys), whether the key or the value is at fault, and what to do. */
export interface Violation {
  readonly path: TomlPath;
  readonly at: "key" | "value";
  readonly message: string;
}

/**
 * Checks a parsed value against a schema, collecting every violation instead of stopping at the first.
 * @param schema the schema; see `schema.ts` for the part of JSON schema that is understood
 * @param value what the TOML parser returned
 * @returns the violations in the order of the text's keys; empty when the value is valid
 */
export function validate(schema: Schema, value: unknown): readonly Violation[] {
  const violations: Violation[] = [];
  walk(schema, value, [], violations);
  return violations;
}

function walk(schema: Schema, value: unknown, path: TomlPath, out: Violation[]): void {
  if ("anyOf" in schema) {
    const fitting = schema.anyOf.find((one) => typeOf(value) === one.type);
    if (fitting === undefined) {
      out.push(wrongType(path, schema.anyOf.map((one) => one.type), value));
    } else walk(fitting, value, path, out);
    return;
  }
  if (typeOf(value) !== schema.type) {
    out.push(wrongType(path, [schema.type], value));
    return;
  }
  switch (schema.type) {
    case "array": {
      if (!Array.isArray(value)) return;
      if (value.length < (schema.minItems ?? 0)) {
        out.push({ path, at: "value", message: `\`${last(path)}\` is empty; give at least one` });
      }
      value.forEach((item: unknown, index) => walk(schema.items, item, [...path, index], out));
      return;
    }
    case "object":
      if (isTable(value)) walkTable(schema, value, path, out);
      return;
    default:
      walkScalar(schema, value, path, out);
  }
}

function walkTable(schema: ObjectSchema, table: Readonly<Record<string, unknown>>, path: TomlPath, out: Violation[]): void {
  const known = new Map(Object.entries(schema.properties));
  for (const [key, value] of Object.entries(table)) {
    const inner = known.get(key);
    if (inner === undefined) out.push({ path: [...path, key], at: "key", message: unknownKey(path, key, known.keys()) });
    else walk(inner, value, [...path, key], out);
  }
  for (const key of schema.required ?? []) {
    if (!Object.hasOwn(table, key)) out.push({ path, at: "key", message: `\`${key}\` is missing here` });
  }
}

function walkScalar(schema: ScalarSchema, value: unknown, path: TomlPath, out: Violation[]): void {
  if (typeof value === "number" && !Number.isFinite(value)) {
    out.push({ path, at: "value", message: `\`${last(path)}\` must be a finite number` });
  }
  if (typeof value !== "string") return;
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const guess = nearest(value, schema.enum);
    const choices = schema.enum.map((one) => `"${one}"`).join(", ");
    const hint = guess === undefined ? "" : `; did you mean "${guess}"?`;
    out.push({ path, at: "value", message: `"${value}" is not one of ${choices}${hint}` });
  } else if (value.length < (schema.minLength ?? 0)) {
    out.push({ path, at: "value", message: "an empty text is not allowed here" });
  } else if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
    out.push({
      path,
      at: "value",
      message: `"${value}" is not a glob this file may use: relative to this folder, with \`/\`, without a leading \`!\` and without \`..\``,
    });
  }
}

function unknownKey(path: TomlPath, key: string, known: Iterable<string>): string {
  const guess = nearest(key, known);
  const hint = guess === undefined ? "" : `; did you mean \`${guess}\`?`;
  if (last(path) === "rules") return `there is no rule \`${key}\`${hint}`;
  if (path.includes("rules")) return `rule \`${last(path)}\` has no option \`${key}\`${hint}`;
  return `unknown key \`${key}\`${hint}`;
}

function wrongType(path: TomlPath, expected: readonly string[], value: unknown): Violation {
  const wanted = expected.map(describe).join(" or ");
  const name = path.findLast((step) => typeof step === "string") ?? "file";
  const what = typeof path.at(-1) === "number" ? `an element of \`${name}\`` : `\`${name}\``;
  return { path, at: "value", message: `${what} must be ${wanted}, not ${describe(typeOf(value))}` };
}

function describe(type: string): string {
  const words: Readonly<Record<string, string>> = {
    string: "a text in quotes",
    number: "a number",
    boolean: "`true` or `false`",
    array: "a list",
    object: "a table",
    date: "a date",
  };
  return words[type] ?? `a ${type}`;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (isTable(value)) return "object";
  return typeof value === "object" ? "date" : typeof value;
}

/** A TOML table; the parser's dates are objects of a class, tables are not. */
function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function last(path: TomlPath): string {
  return String(path.at(-1) ?? "");
}
