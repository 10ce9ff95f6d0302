import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Syntax } from "../engine/syntax.js";

/** Where the two wasm files are. */
export interface WasmFiles {
  readonly core: string;
  readonly grammar: string;
}

/** The wasm files beside a bundled program. */
export function wasmBeside(folder: string): WasmFiles {
  return { core: join(folder, "web-tree-sitter.wasm"), grammar: join(folder, "tree-sitter-rust.wasm") };
}

/**
 * Starts tree-sitter in this thread.
 * @throws Error when a file is missing or is not the module it should be
 */
export function loadSyntax(files: WasmFiles): Promise<Syntax> {
  return Syntax.load(readFileSync(files.core), readFileSync(files.grammar));
}
