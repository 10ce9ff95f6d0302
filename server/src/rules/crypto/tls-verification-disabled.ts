import type { Code } from "../../engine/code.js";
import { argumentsOf, calledMethod, receiverOf } from "../../engine/context.js";
import type { Fix } from "../../engine/finding.js";
import { calledPath, localType, originOf, resolvePath } from "../../engine/resolve.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { mayRewrite } from "../shared/transparentMacros.js";

/** reqwest, native-tls, lettre and their kind: `true` accepts what no authority vouches for. */
const accepting = /^(?:tls_)?(?:danger(?:ous)?_)?accept_invalid_(certs|hostnames)$/;

export default defineRule({
  id: "tls-verification-disabled",
  group: "crypto",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Mandatory Constraints: NEVER ignore security best practices",
  scope: "function",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  needs: ["accept_invalid_certs", "accept_invalid_hostnames", "set_verify", "verify_hostname", "dangerous"],
  summary: "Forbids switching off the verification of TLS certificates and host names.",
  why: "Without the check everybody on the way can answer in the server's name, read what is sent and change what comes back. The connection looks encrypted and protects nothing.",
  remedy: "Leave verification on. For a private authority, add its certificate to the trusted roots (`add_root_certificate`, `RootCertStore`); for tests, do so under `#[cfg(test)]`.",
  limits: "Only literal arguments are judged: a flag from the configuration is not followed. A verifier of one's own for rustls is reported whatever it checks, because that cannot be seen; one that the function is given is not, and `rustls_platform_verifier` is known to check.",
  options: {},
  messages: {
    certificates: "`{call}` accepts any certificate, so anybody can pose as the server; trust the private authority's certificate instead",
    hostnames: "`{call}` accepts a certificate of any other host, so its owner can pose as the server; leave the check on",
    verifier: "`{call}` puts own code in the place of the certificate check; use a `RootCertStore` or the platform's verifier",
  },
  on: {
    call_expression(node, cx) {
      const { code } = cx;
      const method = calledMethod(node);
      if (!method) return;
      const name = code.text(method);
      const [argument] = argumentsOf(node);
      if (!argument) return;
      const range = { start: code.start(method), end: code.end(node) };
      const flag = accepting.exec(name);
      if (flag) {
        if (code.text(argument) !== "true") return;
        cx.report(node, { message: flag[1] === "certs" ? "certificates" : "hostnames", data: { call: `${name}(true)` }, range, fixes: () => replaced(code, argument, "false", "Leave verification on") });
      } else if (name === "set_verify") {
        const mode = code.text(argument).replace(/\s/g, "");
        if (!/(?:^|::)SslVerifyMode::NONE$/.test(mode)) return;
        cx.report(node, { message: "certificates", data: { call: `set_verify(${mode})` }, range, fixes: () => replaced(code, argument, mode.replace(/NONE$/, "PEER"), "Verify the peer") });
      } else if (name === "verify_hostname" || name === "set_verify_hostname") {
        if (code.text(argument) !== "false") return;
        cx.report(node, { message: "hostnames", data: { call: `${name}(false)` }, range, fixes: () => replaced(code, argument, "true", "Leave verification on") });
      } else if (name === "set_certificate_verifier" || name === "with_custom_certificate_verifier") {
        if (!isDangerous(code, node) || isTrusted(code, argument)) return;
        cx.report(node, { message: "verifier", data: { call: `${name}(…)` }, range });
      }
    },
  },
});

/** `….dangerous().method(…)`. */
function isDangerous(code: Code, call: Node): boolean {
  const receiver = receiverOf(call);
  const method = receiver?.type === "call_expression" ? calledMethod(receiver) : undefined;
  return method !== undefined && code.text(method) === "dangerous";
}

/** A verifier that is known to check, or one that the function was given: what it does is decided by the caller. */
function isTrusted(code: Code, argument: Node): boolean {
  const shared = argument.type === "call_expression" && calledPath(code, argument)?.endsWith("Arc::new") === true;
  const verifier = shared ? argumentsOf(argument)[0] : argument;
  if (!verifier || verifier.type === "struct_expression") return false;
  const origin = originOf(code, verifier);
  if (origin.type === "identifier") return localType(code, code.text(origin), origin) !== undefined;
  const paths = origin.type === "scoped_identifier" ? [origin] : origin.descendantsOfType(["scoped_identifier"]);
  return paths.some((path) => knownVerifier.test(resolvePath(code, code.text(path), path) ?? ""));
}

const knownVerifier = /^rustls_platform_verifier::|^rustls::(?:\w+::)*WebPkiServerVerifier::/;

function replaced(code: Code, argument: Node, newText: string, title: string): readonly Fix[] {
  if (!mayRewrite(code, argument)) return [];
  return [{ title, kind: "quickfix", applicability: "suggestion", preferred: true, edits: [{ start: code.start(argument), end: code.end(argument), newText }] }];
}
