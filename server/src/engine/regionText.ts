/** The part of a project a finding stands in, in words: what decided whether its rule applies (rules-core specification 2.2). */
import type { Code } from "./code.js";
import { isConstContext, regionOf } from "./context.js";
import type { Region, Target } from "./role.js";

const regionWords: Readonly<Record<Exclude<Region, "production">, string>> = { test: "test code", bench: "bench code", example: "example code", "build-script": "a build script" };

const productionWords: Partial<Readonly<Record<Target, string>>> = { binary: " of a program", library: " of a library", "proc-macro": " of a procedural macro" };

/**
 * The region of an offset of the segment, for example `production code of a program, in \`main\``.
 * @param offset from the segment's start
 */
export function regionText(code: Code, offset: number): string {
  const node = code.root.descendantForIndex(Math.min(offset, code.segment.text.length)) ?? code.root;
  const region = regionOf(code, node);
  const whole = region === "production" ? `production code${productionWords[code.role.target] ?? ""}` : regionWords[region];
  if (isConstContext(code, node)) return `${whole}, evaluated at compile time`;
  return isInMain(code) ? `${whole}, in \`main\`` : whole;
}

/** The `main` of a program, an example or a build script: at the top of a crate's root. */
function isInMain({ role, place, segment }: Code): boolean {
  const hasMain = role.target === "binary" || role.target === "example" || role.target === "build-script";
  return hasMain && role.crateRoot && place.containers.length === 0 && segment.keyword === "fn" && segment.name === "main";
}
