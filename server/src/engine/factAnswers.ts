/** What the questions about other segments are answered with. */
import type { TypeAlias } from "./declarations.js";
import type { ItemKeyword } from "./segment.js";

/** What a name means in a module. */
export type Binding = { readonly kind: "import"; readonly path: string } | { readonly kind: "local"; readonly keyword: ItemKeyword };

/** A free function or method of the file. */
export interface SignatureFact {
  readonly owner: string;
  readonly returns: string;
  readonly isAsync: boolean;
  readonly isUnsafe: boolean;
}

/** A type alias that a name means in a module. */
export interface AliasFact extends TypeAlias {
  /** Declared `pub`; for an alias of another module, reached by the public API. */
  readonly isPublic: boolean;
  /** It is declared in another module, so the names in its target mean what they mean there. */
  readonly elsewhere: boolean;
}
