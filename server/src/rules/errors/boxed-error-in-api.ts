import { defineRule } from "../../engine/rule.js";
import { isBoxedError } from "../shared/errorType.js";
import { errorTypeVisitors, mayNameError } from "../shared/errorTypeInApi.js";

const messages = {
  returned: "`{name}` returns `{error}`, which hides from a caller what can fail; use an error type of its own",
  aliased: "the alias `{name}` fixes `{error}` as the error, which hides from a caller what can fail; use an error type of its own",
} as const;

export default defineRule({
  id: "boxed-error-in-api",
  group: "errors",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Code Requirements: REQUIRED: Explicit error types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "presence",
  about: "public-api",
  needs: ["Result", "->"],
  wants: mayNameError,
  summary: "Forbids `Box<dyn Error>` as the error type of public functions.",
  why: "A boxed error can only be printed or guessed at by downcasting. A caller cannot see which failures to expect, and a new one never shows up as a compile error.",
  remedy: "Return an enum that implements `std::error::Error`, with a variant for each way to fail.",
  limits: "An alias from another file is not looked through.",
  options: {},
  messages,
  on: errorTypeVisitors(isBoxedError),
});
