/** Names that tell a secret (rules-core specification 5.9). */
import type { Code } from "../../engine/code.js";
import type { Sight, TextTest } from "../../engine/rule.js";

/** Names of values that are secret wherever they stand; a name that ends in one of them counts. */
const strong: ReadonlySet<string> = new Set(
  "password passwd passphrase pwd secret secrets secret_key private_key privatekey privkey priv_key signing_key encryption_key master_key api_key apikey api_secret client_secret access_token refresh_token auth_token bearer_token session_token session_key seed_phrase mnemonic credential credentials secret_access_key aes_key hmac_key jwt_secret".split(" "),
);

/** Words of which one is in every strong name, in the cases that Rust names are written in. */
const stems = /pass(?:w(?:or)?d|phrase)|pwd|secret|(?:private|priv|signing|encryption|master|api|session|aes|hmac)_?key|(?:access|refresh|auth|bearer|session)_?token|seed_?phrase|mnemonic|credential/i;

const mentionsStem: TextTest = (text) => stems.test(text);

/** Endings that make a name one about a secret. */
const aboutEnding =
  /_(?:id|name|len|length|size|type|kind|path|file|dir|url|uri|env|var|prefix|suffix|header|field|label|param|hint|prompt|placeholder|count|index|span|stream|policy|rules|regex|pattern|min|max|ttl|expir\w*|valid|enabled|required|version|algorithm|format|source|provider|manager|store|endpoint|timeout)$/;

/** Beginnings that do: flags, public halves, and what is no longer readable. */
const aboutStart = /^(?:public|pub|is|has|use|needs|no|encrypted|encapsulated|hashed|masked|redacted|wrapped|sealed)_/;

/** Options of every rule that goes by names of secrets. */
export const secretOptions = {
  secretNames: { type: "strings", default: [], description: "Further names of secrets, in snake case; a name that ends in one of them counts." },
  harmlessNames: { type: "strings", default: [], description: "Names that end like a secret and are none, in snake case." },
} as const;

/** What the configuration adds to the lists. */
export interface SecretLists {
  readonly secretNames: readonly string[];
  readonly harmlessNames: readonly string[];
}

/** A name in snake case: `apiKey` and `ApiKey` are `api_key`, `HTTPToken` is `http_token`. */
export function snakeCase(name: string): string {
  return name
    .replace(/^r#/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/^_+/, "");
}

/** True for the name of a secret value, in any case. */
export function isSecretName(code: Code, name: string, lists: SecretLists): boolean {
  if (!stems.test(name) && lists.secretNames.length === 0) return false;
  const snake = snakeCase(name);
  if (!endsInOneOf(snake, strong, lists.secretNames) || isHarmless(snake, lists.harmlessNames)) return false;
  // Instructions of a processor have mnemonics too.
  return !snake.endsWith("mnemonic") || importsCryptography(code);
}

const cryptography =
  "ring aws_lc_rs openssl rustls native_tls boring sodiumoxide dryoc orion sequoia_openpgp pgp age aes aes_gcm aes_gcm_siv aes_siv chacha20 chacha20poly1305 crypto_box crypto_secretbox cipher aead ctr cbc ecb des blowfish rc4 sha1 sha2 sha3 blake2 blake3 md5 digest hmac cmac poly1305 ghash kmac hkdf pbkdf2 scrypt argon2 bcrypt password_hash subtle zeroize secrecy signature rsa ecdsa ed25519 ed25519_dalek x25519_dalek curve25519_dalek k256 p256 p384 p521 elliptic_curve secp256k1 bip32 bip39 tiny_bip39 ml_kem ml_dsa jsonwebtoken jwt_simple josekit totp_rs cookie constant_time_eq";

/** True in a file that imports a crate of cryptography. */
export function importsCryptography(code: Code): boolean {
  return code.facts.ask("importsAny", cryptography);
}

/** True when a text in snake case ends like the name of a secret, flags and halves included. */
export function endsLikeSecret(snake: string): boolean {
  return endsInOneOf(snake, strong, []);
}

/** True when a name in snake case is, or ends in, one of the names. */
export function endsInOneOf(snake: string, names: ReadonlySet<string>, further: readonly string[]): boolean {
  // Each piece that begins after an underscore is looked up, so the length of the lists does not matter.
  for (let at = 0; at >= 0; ) {
    if (names.has(snake.slice(at))) return true;
    const next = snake.indexOf("_", at);
    at = next < 0 ? -1 : next + 1;
  }
  return further.some((name) => snake === name || snake.endsWith(`_${name}`));
}

/** True for names about a secret (its length, its file, whether there is one). */
export function isHarmless(snake: string, further: readonly string[]): boolean {
  return aboutEnding.test(snake) || aboutStart.test(snake) || further.includes(snake);
}

/** True when a text may contain the name of a secret: a cheap test before anything is parsed. */
export function mentionsSecret(text: string, further: readonly string[], sight: Sight): boolean {
  if (sight.once(mentionsStem)) return true;
  if (further.length === 0) return false;
  const lower = text.toLowerCase();
  return further.some((name) => lower.includes(name) || lower.includes(name.replaceAll("_", "")));
}
