/** What the rules about the error types of public signatures look at; they differ in the types they report and in what they say. */
import type { Code } from "../../engine/code.js";
import type { Fix } from "../../engine/finding.js";
import type { Place } from "../../engine/outline.js";
import type { FixContext } from "../../engine/rule.js";
import type { Segment } from "../../engine/segment.js";
import type { Node } from "../../engine/syntax.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { reportedAlias, reportedReturn, type ReportedError } from "./errorType.js";
import { introduceErrorEnum } from "./errorTypeEnum.js";
import { mayBePublicFunction } from "./publicItems.js";

/** What such a rule can say: about a function, or about an alias. */
type Message = "returned" | "aliased";

/** What the visitors need of a rule's context. */
interface Context {
  readonly code: Code;
  report(
    node: Node,
    report: {
      readonly message: Message;
      readonly data: { readonly name: string; readonly error: string };
      readonly range: { readonly start: number; readonly end: number };
      readonly fixes: (fix: FixContext) => readonly Fix[];
    },
  ): void;
}

/** Tells whether a function or alias may bring an error type into the API, without a parse. */
export function mayNameError(segment: Segment, place: Place): boolean {
  return mayBePublicFunction(segment, place) || (segment.keyword === "type" && segment.visibility === "public" && segment.text.includes("Result"));
}

/** Visitors that report the error types of public functions and aliases for which `isReported` says so. */
export function errorTypeVisitors(isReported: (code: Code, error: string, at: Node) => boolean): Readonly<Record<"function_item" | "function_signature_item" | "type_item", (node: Node, cx: Context) => void>> {
  const visit = (message: Message, find: typeof reportedReturn) => (node: Node, cx: Context): void => {
    if (!isPublicApi(cx.code, node)) return;
    const found = find(cx.code, node, (error) => isReported(cx.code, error, node));
    if (found) report(node, cx, message, found);
  };
  const visitFunction = visit("returned", reportedReturn);
  return { function_item: visitFunction, function_signature_item: visitFunction, type_item: visit("aliased", reportedAlias) };
}

function report(node: Node, cx: Context, message: Message, found: ReportedError): void {
  const { code } = cx;
  cx.report(node, {
    message,
    data: { name: nameOf(code, node), error: found.error },
    range: { start: code.start(found.node), end: code.end(found.node) },
    fixes: (fix) => introduceErrorEnum(code, fix, node, found),
  });
}
