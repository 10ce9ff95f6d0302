/**
 * The parameters of `textDocument/publishDiagnostics` as finished JSON. A file of 20,000 lines can have hundreds of
 * findings of which a keystroke changes one: making objects and their text of all of them again costs more than finding
 * the one. A transport that knows this class sends the text; any other sees the ordinary parameters.
 */
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";

export class Publication implements PublishDiagnosticsParams {
  readonly version?: number;

  /**
   * @param version version of the open document; undefined for a file that is not open
   * @param items the diagnostics as JSON texts, one or several in each, separated by commas
   */
  constructor(
    readonly uri: string,
    version: number | undefined,
    private readonly items: readonly string[],
  ) {
    if (version !== undefined) this.version = version;
  }

  get diagnostics(): Diagnostic[] {
    return JSON.parse(`[${this.items.join(",")}]`) as Diagnostic[];
  }

  /** The parameters as `JSON.stringify` writes them. */
  toJSON(): PublishDiagnosticsParams {
    const { uri, version, diagnostics } = this;
    return version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
  }

  /** The parameters as JSON of nothing but ASCII characters, where the parts are. */
  get text(): string {
    return `{"uri":${asciiJson(this.uri)},${this.version === undefined ? "" : `"version":${this.version},`}"diagnostics":[${this.items.join(",")}]}`;
  }
}

/** JSON of nothing but ASCII characters: as long in bytes as in characters, and quick to turn into bytes. */
export function asciiJson(value: unknown): string {
  const json = JSON.stringify(value).replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  // A piece of a text that holds any wide character keeps two bytes a character in JavaScript engines, and so does all
  // that is joined to it; sending such a text takes ten times as long. Made of character codes it is narrow for certain.
  const pieces: string[] = [];
  for (let from = 0; from < json.length; from += longestPiece) pieces.push(String.fromCharCode(...Array.from(json.slice(from, from + longestPiece), (character) => character.charCodeAt(0))));
  return pieces.join("");
}

/** Arguments of one call; an engine has room for many more. */
const longestPiece = 4096;
