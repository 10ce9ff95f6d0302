import { defineRule } from "../../engine/rule.js";
import { isTextError } from "../shared/errorType.js";
import { errorTypeVisitors, mayNameError } from "../shared/errorTypeInApi.js";

const messages = {
  returned: "`{name}` returns `{error}` as its error, which a caller cannot match on; use an error type of its own",
  aliased: "the alias `{name}` fixes `{error}` as the error, which a caller cannot match on; use an error type of its own",
} as const;

export default defineRule({
  id: "stringly-error-in-api",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::result_unit_err"],
  clause: "Code Requirements: REQUIRED: Explicit error types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  about: "public-api",
  needs: ["Result", "->"],
  wants: mayNameError,
  summary: "Forbids text and `()` as the error type of public functions.",
  why: "A caller can only print a text and can do nothing at all with `()`: neither tells one failure from another, and both break whoever parses them when the wording changes.",
  remedy: "Return an enum that implements `std::error::Error`, with a variant for each way to fail.",
  limits: "An alias from another file is not looked through. Stricter than the lint, which knows only `()`.",
  options: {},
  messages,
  on: errorTypeVisitors(isTextError),
});
