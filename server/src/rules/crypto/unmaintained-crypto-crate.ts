import { resolvePath } from "../../engine/resolve.js";
import { defineRule, type RuleContext } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { abandonedCrate, abandonedRoots } from "../shared/abandonedCrates.js";
import { importedPaths, isImported, isInUse, mayBeCrate } from "../shared/foreignPaths.js";

const messages = {
  abandoned: "`{crate}` has no maintainer, so nobody mends its holes; use {successor}",
} as const;

/** As a word: `crypto` alone stands in most names of this field. */
const named = /\b(?:sodiumoxide|rust_sodium|libsecp256k1|aes_soft|aesni|aes_ctr|block_cipher|block_cipher_trait|stream_cipher|crypto_mac|block_modes|crypto_hash|miscreant|xsalsa20poly1305|rand_os|rustc_serialize|pqcrypto\w*|rsa_export|rustls_pemfile|tokio_tls|crypto)\b/;
const written = new RegExp(`${named.source}\\s*::`);

export default defineRule({
  id: "unmaintained-crypto-crate",
  group: "crypto",
  since: "0.1.0",
  severity: "error",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Mandatory Constraints: NEVER ignore CVE warnings; Cryptography Rules: Use established crates",
  scope: "file",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  clues: [[...abandonedRoots, "pqcrypto*"]],
  wants: ({ text, keyword }) => (keyword === "use" || keyword === "extern-crate" ? named : written).test(text),
  needs: [...abandonedRoots],
  summary: "Forbids cryptography from crates that nobody maintains.",
  why: "New attacks are found every year. In a crate without a maintainer they stay open, and its advisories will never be followed by a release.",
  remedy: "Move to the successor that the finding names.",
  limits: "A list taken from the RustSec advisories; `cargo audit` knows more and looks at the lock file. This rule shows the place in the source. Crates under another name (`package = …` in the manifest) are not known.",
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
    const abandoned = abandonedCrate(path, code.role.dependencies);
    if (!abandoned || !mayBeCrate(code, path.split("::")[0] ?? "")) continue;
    cx.report(node, { message: "abandoned", data: { crate: abandoned.crate, successor: abandoned.successor } });
    return;
  }
}

function visitPath(node: Node, cx: RuleContext<typeof messages>): void {
  const { code } = cx;
  const head = node.childForFieldName("path");
  if (head?.type !== "identifier") return;
  const root = code.text(head);
  if (!abandonedRoots.has(root) && !root.startsWith("pqcrypto")) return;
  if (isInUse(code, node) || isImported(code, root, node)) return;
  const path = resolvePath(code, code.text(node), node);
  const abandoned = path === undefined ? undefined : abandonedCrate(path, code.role.dependencies);
  if (abandoned && mayBeCrate(code, root)) cx.report(node, { message: "abandoned", data: { crate: abandoned.crate, successor: abandoned.successor } });
}
