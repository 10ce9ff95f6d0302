import { resolvePath } from "../../engine/resolve.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { headOf, importedPaths, isImported, isInUse, mayBeCrate } from "../shared/foreignPaths.js";
import { weakAlgorithm, weakCrates, weakNames } from "../shared/weakAlgorithms.js";

const messages = {
  weak: "`{path}` is {algorithm}, which {because}; use {instead}",
} as const;

export default defineRule({
  id: "weak-crypto-algorithm",
  group: "crypto",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Cryptography Rules: Use established crates",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  // A crate's name before `::`, or in a `use`; or a name that only the larger crates have.
  clues: [[...weakCrates.keys(), "MessageDigest", "Cipher", "Pkcs1v15Encrypt", "SHA1_FOR*", "HMAC_SHA1*", "RSA_PKCS1*"]],
  wants: ({ text, keyword }) =>
    /\b(?:(?:md[245]|sha1|sha1_smol|des|rc[24]|cast5|idea|blowfish|ecb)\s*::|MessageDigest\s*::|Cipher\s*::|SHA1_FOR_LEGACY_USE_ONLY|HMAC_SHA1_FOR|RSA_PKCS1_\w*SHA1|Pkcs1v15Encrypt)/.test(text) ||
    ((keyword === "use" || keyword === "extern-crate") && /\b(?:md[245]|sha1|sha1_smol|des|rc[24]|cast5|idea|blowfish|ecb)\b/.test(text)),
  needs: [...weakCrates.keys(), "MessageDigest", "Cipher", "Pkcs1v15Encrypt", "ONLY"],
  summary: "Forbids broken and obsolete algorithms: MD5, SHA-1, DES, RC4, Blowfish, ECB mode, RSA with PKCS#1 v1.5 encryption.",
  why: "Attacks on these algorithms are published and cheap. Whatever rests on them, a signature, a checksum against tampering, a stored password, is as good as absent.",
  remedy: "Use SHA-2, SHA-3 or BLAKE3 for hashing, an AEAD for encryption, OAEP for RSA, Argon2 for passwords. Where a format or protocol of others demands the algorithm (git's object ids, HMAC-SHA1 for one-time passwords), waive the finding and say so.",
  limits: "One finding for each `use`, and none where the imported name is used. Names brought in by a glob of `openssl` or `ring` are not followed.",
  options: {},
  messages,
  on: {
    use_declaration: visitImport,
    extern_crate_declaration: visitImport,
    scoped_identifier: visitPath,
    scoped_type_identifier: visitPath,
  },
});

function visitImport(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  for (const path of importedPaths(code, node)) {
    const weak = weakAlgorithm(path);
    const [root = ""] = path.split("::");
    if (!weak || !mayBeCrate(code, root)) continue;
    // `sha1::Digest` is the trait of all hashes; the crate says it better.
    cx.report(node, { message: "weak", data: { path: weakCrates.has(root) ? root : path, algorithm: weak.name, because: weak.because, instead: weak.instead } });
    return;
  }
}

function visitPath(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const head = node.childForFieldName("path");
  const name = node.childForFieldName("name");
  if (!head || !name) return;
  // `md5::…`, or the last segment of a path into a larger crate: everything else is decided by one look.
  const isCrate = head.type === "identifier" && weakCrates.has(code.text(head));
  if (!isCrate && !weakNames.test(code.text(name))) return;
  const root = headOf(code, node);
  if (root === undefined || isInUse(code, node)) return;
  const path = resolvePath(code, code.text(node), node);
  const weak = path === undefined ? undefined : weakAlgorithm(path);
  if (!weak || path === undefined || !mayBeCrate(code, path.split("::")[0] ?? "")) return;
  // The `use` is reported already when it leads into a weak crate.
  if (weakCrates.has(path.split("::")[0] ?? "") && isImported(code, root, node)) return;
  cx.report(node, { message: "weak", data: { path: code.text(node).replace(/\s/g, ""), algorithm: weak.name, because: weak.because, instead: weak.instead } });
}
