/** Where the calls that lead to a finding stand now: in open documents as they are, in other files as they are on the disk. */
import type { DiagnosticRelatedInformation } from "vscode-languageserver";
import { findStep, stepMessage, type OutlinedFile } from "../engine/helperCalls.js";
import type { SourceFile } from "../engine/sourceFile.js";
import { rangeOf, type PlacesOf } from "./convert.js";
import type { Documents } from "./documents.js";
import type { Workspace } from "./host.js";

/** @returns the places that are known; a file that cannot be read, or says something else by now, has none */
export function callPlaces(documents: Documents, workspace: Workspace): PlacesOf {
  return (from, steps) =>
    steps.flatMap((step, index): readonly DiagnosticRelatedInformation[] => {
      const uri = workspace.uriInPackage(from, step.file) ?? from;
      const document = documents.get(uri);
      const known: { readonly file: SourceFile; readonly places: OutlinedFile["places"] } | undefined = document
        ? { file: document.file, places: document.analyzer.outlineFile(document.file).places }
        : workspace.outlinedFile(uri);
      const found = known && findStep({ segments: known.file.segments, starts: known.file.starts, places: known.places }, step);
      return known && found ? [{ location: { uri, range: rangeOf(known.file, found.start, found.end) }, message: stepMessage(step, index === steps.length - 1) }] : [];
    });
}
