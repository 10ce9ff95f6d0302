/** The variants of an error enum that takes the place of texts, and the code that makes a value of one. */

/** A named field of a variant. */
export interface VariantField {
  readonly name: string;
  /** As written in the enum. */
  readonly type: string;
}

/** One way to fail. Variants with equal keys are one. */
export type ErrorVariant =
  /** A message with the values that it names. `template` is a format literal whose placeholders are the fields. */
  | { readonly kind: "message"; readonly key: string; readonly words: readonly string[]; readonly template: string; readonly fields: readonly VariantField[] }
  /** A text that is made elsewhere: `Parse(String)`. */
  | { readonly kind: "text"; readonly key: string; readonly words: readonly string[] }
  /** Another error, shown as it is: `Io(std::io::Error)`. `from`: `?` must convert it. */
  | { readonly kind: "source"; readonly key: string; readonly words: readonly string[]; readonly type: string; readonly from: boolean };

/** A place where an error is made. Offsets count from the start of the segment. */
export interface ErrorSite {
  readonly start: number;
  readonly end: number;
  readonly variant: ErrorVariant;
  /** The expression that makes the error, given the variant's path. */
  readonly build: (path: string) => string;
}

/** A variant with its name. */
export interface NamedVariant {
  readonly name: string;
  readonly variant: ErrorVariant;
}

/** Names for variants in the order they were first met, each different. */
export function namedVariants(variants: readonly ErrorVariant[]): readonly NamedVariant[] {
  const byKey = new Map<string, ErrorVariant>();
  for (const variant of variants) {
    const known = byKey.get(variant.key);
    if (!known) byKey.set(variant.key, variant);
    else if (known.kind === "source" && variant.kind === "source" && variant.from) byKey.set(variant.key, variant);
  }
  const taken = new Set<string>();
  return [...byKey.values()].map((variant) => {
    const name = freeName(variant.words, taken);
    taken.add(name);
    return { name, variant };
  });
}

/** The first words, more where they are taken, and a number when there are no more. */
function freeName(words: readonly string[], taken: ReadonlySet<string>): string {
  const usable = words.map((word) => word.replace(/[^A-Za-z0-9]/g, "")).filter((word) => word !== "" && !/^(?:an?|the)$/i.test(word));
  while (usable[0] !== undefined && /^[0-9]/.test(usable[0])) usable.shift();
  const named = (count: number): string => usable.slice(0, count).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
  const start = Math.min(usable.length, enough(usable));
  for (let count = start; count <= Math.min(usable.length, 8); count++) {
    const name = named(count);
    if (name !== "" && name !== "Self" && !taken.has(name)) return name;
  }
  const base = named(start) === "" || named(start) === "Self" ? "Failed" : named(start);
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) if (!taken.has(`${base}${number}`)) return `${base}${number}`;
}

const small: ReadonlySet<string> = new Set("to of in on at for is was be with and or not no".split(" "));

/** Number of words until four of them say something. */
function enough(words: readonly string[]): number {
  let telling = 0;
  for (const [index, word] of words.entries()) if (!small.has(word.toLowerCase()) && ++telling === 4) return index + 1;
  return words.length;
}
