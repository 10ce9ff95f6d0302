/** The release checklist in the covenant's own order; a test keeps this list and the folder `items` equal. */
import type { ItemDeclaration } from "./item.js";
import { audit } from "./items/audit.js";
import { benchmarks } from "./items/benchmarks.js";
import { bindings } from "./items/bindings.js";
import { changelog } from "./items/changelog.js";
import { documentation } from "./items/documentation.js";
import { examples } from "./items/examples.js";
import { tests } from "./items/tests.js";
import { version } from "./items/version.js";

/** The eight items of the covenant's release checklist. */
export const CHECKLIST_ITEMS: readonly ItemDeclaration[] = [tests, documentation, benchmarks, audit, changelog, version, bindings, examples];
