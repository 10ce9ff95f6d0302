import { parse } from "smol-toml";
import type { ManifestProblem } from "./packageModel.js";

/** A TOML table as the parser gives it. */
export type Table = Readonly<Record<string, unknown>>;

/** True for a TOML table; the parser's dates are objects of a class, tables are not. */
export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/**
 * Parses a manifest; cargo accepts a byte order mark before it.
 *
 * @throws TomlError
 */
export function parseManifestText(text: string): Table {
  return parse(text.replace(/^\uFEFF/, ""));
}

/** The manifest's tables; undefined for text that is no TOML, of which others say what is wrong. */
export function parsedManifest(text: string): Table | undefined {
  try {
    return parseManifestText(text);
  } catch {
    return undefined;
  }
}

/** The table at a key; undefined where there is none. */
export function tableAt(table: Table | undefined, key: string): Table | undefined {
  const value = table && own(table, key);
  return isTable(value) ? value : undefined;
}

/**
 * Typed reads of a TOML table that never throw: a value of another type is noted as a problem and read as absent.
 */
export class ManifestReader {
  readonly problems: ManifestProblem[] = [];

  /** The text at `key`, undefined when absent or of another type. */
  text(table: Table, key: string, where: string): string | undefined {
    const value = own(table, key);
    if (value === undefined || typeof value === "string") return value;
    return this.#wrong(where, key, "a text");
  }

  /** The boolean at the first of `keys` that is there, undefined when none is or it has another type. */
  flag(table: Table, keys: readonly string[], where: string): boolean | undefined {
    for (const key of keys) {
      const value = own(table, key);
      if (typeof value === "boolean") return value;
      if (value !== undefined) return this.#wrong(where, key, "`true` or `false`");
    }
    return undefined;
  }

  /** The texts of the list at `key`; empty when absent; elements of another type are noted and left out. */
  texts(table: Table, key: string, where: string): readonly string[] {
    const value = own(table, key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#wrong(where, key, "a list") ?? [];
    return value.filter((item: unknown): item is string => {
      if (typeof item !== "string") this.#wrong(where, key, "a list of texts");
      return typeof item === "string";
    });
  }

  /** The table at `key`, undefined when absent or of another type. */
  table(table: Table, key: string, where: string): Table | undefined {
    const value = own(table, key);
    if (value === undefined || isTable(value)) return value;
    return this.#wrong(where, key, "a table");
  }

  /** The tables of the array of tables at `key`; others are noted and left out. */
  tables(table: Table, key: string, where: string): readonly Table[] {
    const value = own(table, key);
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#wrong(where, key, `an array of tables (\`[[${key}]]\`)`) ?? [];
    return value.filter((item: unknown): item is Table => {
      if (!isTable(item)) this.#wrong(where, key, "an array of tables");
      return isTable(item);
    });
  }

  /** Notes a problem that is not about a type. */
  note(message: string): void {
    this.problems.push({ message });
  }

  #wrong(where: string, key: string, wanted: string): undefined {
    this.note(`\`${key}\` of ${where} must be ${wanted}`);
    return undefined;
  }
}

/** The value at a key of the table itself; `toString` and its like are keys like any other in TOML. */
export function own(table: Table, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
