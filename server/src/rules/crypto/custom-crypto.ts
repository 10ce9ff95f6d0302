import type { Code } from "../../engine/code.js";
import { stringContent } from "../../engine/meta.js";
import { defineRule } from "../../engine/rule.js";
import type { Node } from "../../engine/syntax.js";
import { nameOf } from "../../engine/visibility.js";
import { integerValue } from "../shared/integers.js";

/** Beginnings of tables that only these algorithms have (FIPS 180-4, FIPS 197, RFC 1321, RFC 8439). */
const tables: readonly { readonly of: string; readonly start: readonly bigint[] }[] = [
  { of: "the S-box of AES", start: [0x63n, 0x7cn, 0x77n] },
  { of: "the inverse S-box of AES", start: [0x52n, 0x09n, 0x6an] },
  { of: "the round constants of SHA-256", start: [0x428a2f98n] },
  { of: "the round constants of SHA-512", start: [0x428a2f98d728ae22n] },
  { of: "the initial state of SHA-256", start: [0x6a09e667n, 0xbb67ae85n] },
  { of: "the initial state of SHA-512 and BLAKE2b", start: [0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn] },
  { of: "the constants of MD5", start: [0xd76aa478n] },
  { of: "the initial state of MD5 and SHA-1", start: [0x67452301n, 0xefcdab89n] },
  { of: "the boxes of Blowfish", start: [0x243f6a88n, 0x85a308d3n] },
  { of: "the constants of ChaCha and Salsa20", start: [0x61707865n, 0x3320646en] },
];

/** First elements of those tables as they may be written, so that a segment without them is not parsed. */
const anyTable = /0x_?0*(?:63|52|428a_?2f98|6a09_?e667|d76a_?a478|6745_?2301|243f_?6a88|6170_?7865)|\b(?:99\s*,\s*124|82\s*,\s*9\s*,|1_?116_?352_?408|1_?779_?033_?703|3_?614_?090_?360|1_?732_?584_?193|608_?135_?816|1_?634_?760_?805)|expand (?:32|16)-byte k/i;

/** Functions that say by their name that they are cryptography. */
const cryptographic = /^(?:encrypt|decrypt|encipher|decipher|aes|sha1|sha224|sha256|sha384|sha512|md5|hmac|pbkdf2|chacha(?:20)?|salsa20|rc4|des|blowfish|xor_encrypt|xor_decrypt|cipher|keystream|key_stream|derive_key)(?:_|\d|$)|_(?:encrypt|decrypt|cipher|keystream)$/;

const loops = /\b(?:for|while|loop)\b|\.\s*(?:map|zip|fold|cycle|for_each)\s*\(/;
const mixes = /\^=?|<<=?|>>=|\b(?:rotate_(?:left|right)|wrapping_\w+|rem_euclid)\s*\(/;

export default defineRule({
  id: "custom-crypto",
  group: "crypto",
  since: "0.1.0",
  severity: "warning",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Cryptography Rules: Never implement custom crypto",
  scope: "item",
  regions: ["production", "example", "build-script"],
  looksFor: "presence",
  wants: ({ text, keyword, name }) => anyTable.test(text) || (keyword === "fn" && cryptographic.test(name) && loops.test(text)),
  needs: ["[", "expand"],
  summary: "Forbids home-made cryptography: the tables of known algorithms, and functions that encrypt or hash by mixing bits themselves.",
  why: "An implementation that gives right results can still leak its key through its time, its memory accesses or its padding. Such holes are found by specialists over years, not by tests.",
  remedy: "Use an established crate: `aes-gcm` or `chacha20poly1305` to encrypt, `sha2` or `blake3` to hash, `hmac`, `hkdf`, `argon2`; or `ring`.",
  limits: "Tables are known by their first elements, functions by their name together with a loop and operations on bits. A crate whose business is cryptography switches the rule off.",
  options: {},
  messages: {
    table: "this begins {table}, so the algorithm is implemented here; use an established crate (`aes-gcm`, `sha2`, `chacha20poly1305`, `ring`)",
    function: "`{name}` mixes bits in a loop, which looks like home-made cryptography; use an established crate (`aes-gcm`, `sha2`, `chacha20poly1305`, `ring`)",
  },
  on: {
    array_expression(node, cx) {
      const { code } = cx;
      const first = node.firstNamedChild;
      if (first?.type !== "integer_literal" || node.childForFieldName("length")) return;
      const table = tableOf(code, node);
      const last = table && node.namedChildren.filter((child) => child.type === "integer_literal")[table.start.length - 1];
      if (!table || !last) return;
      const name = constantName(code, node);
      const range = name ? { start: code.start(name), end: code.end(name) } : { start: code.start(first), end: code.end(last) };
      cx.report(node, { message: "table", data: { table: table.of }, range });
    },
    string_literal(node, cx) {
      const { code } = cx;
      const text = stringContent(code.text(node));
      if (!code.inMacro(node) && (text === "expand 32-byte k" || text === "expand 16-byte k")) cx.report(node, { message: "table", data: { table: "the constants of ChaCha and Salsa20" } });
    },
    function_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const body = node.childForFieldName("body");
      if (!name || !body || !cryptographic.test(nameOf(code, node)) || !isLooping(body) || !isMixing(code, body)) return;
      cx.report(name, { message: "function", data: { name: code.text(name) } });
    },
  },
});

function tableOf(code: Code, array: Node): (typeof tables)[number] | undefined {
  const items = array.namedChildren.filter((child) => child.type !== "line_comment" && child.type !== "block_comment");
  const values = items.slice(0, 3).map((item) => (item.type === "integer_literal" ? integerValue(code.text(item)) : undefined));
  return tables.find(({ start }) => start.every((value, index) => values[index] === value));
}

/** Name of the constant that holds the array, through nested arrays and references. */
function constantName(code: Code, array: Node): Node | undefined {
  for (const up of code.ancestors(array)) {
    if (up.type === "const_item" || up.type === "static_item") return up.childForFieldName("name") ?? undefined;
    if (up.type === "block") return undefined;
  }
  return undefined;
}

const loopKinds = ["for_expression", "while_expression", "loop_expression"];
const loopMethods: ReadonlySet<string> = new Set(["map", "zip", "fold", "cycle", "for_each"]);

function isLooping(body: Node): boolean {
  if (body.descendantsOfType(loopKinds).length > 0) return true;
  return body.descendantsOfType(["field_identifier"]).some((field) => loopMethods.has(field.text) && field.parent?.parent?.type === "call_expression");
}

function isMixing(code: Code, body: Node): boolean {
  if (!mixes.test(code.text(body))) return false;
  for (const node of body.descendantsOfType(["binary_expression", "compound_assignment_expr"])) {
    const operator = node.childForFieldName("operator")?.type ?? "";
    if (/^(?:\^|<<|>>)=?$/.test(operator)) return true;
  }
  return body.descendantsOfType(["field_identifier"]).some((field) => /^(?:rotate_(?:left|right)|wrapping_\w+|rem_euclid)$/.test(field.text));
}
