/** Cryptography crates without a maintainer, as plain data after the RustSec advisories of kind "unmaintained" (rules-core specification 5.9). */

/** Crates as imported, with what takes their place. Withdrawn advisories are left out: `ring` is maintained. */
const successors: ReadonlyMap<string, string> = new Map([
  ["sodiumoxide", "`dryoc`, or the crates of RustCrypto"],
  ["rust_sodium", "`dryoc`, or the crates of RustCrypto"],
  ["libsecp256k1", "`k256` or `secp256k1`"],
  ["aes_soft", "`aes`"],
  ["aesni", "`aes`"],
  ["aes_ctr", "`ctr` with `aes`, or an AEAD such as `aes-gcm`"],
  ["block_cipher", "`cipher`"],
  ["block_cipher_trait", "`cipher`"],
  ["stream_cipher", "`cipher`"],
  ["crypto_mac", "`digest` with its feature `mac`"],
  ["block_modes", "`cbc` and its siblings, or an AEAD such as `aes-gcm`"],
  ["crypto_hash", "`sha2`"],
  ["miscreant", "`aes-siv`"],
  ["xsalsa20poly1305", "`crypto_secretbox`"],
  ["rand_os", "`getrandom`, or `OsRng` of `rand`"],
  ["rustc_serialize", "`serde`, with `base64` or `hex`"],
  ["rsa_export", "`rsa`"],
  ["rustls_pemfile", "`PemObject` of `rustls-pki-types`"],
  ["tokio_tls", "`tokio-native-tls` or `tokio-rustls`"],
]);

const rustCrypto = "the crates of RustCrypto (`aes-gcm`, `sha2`, `hmac` …), or `ring`";

/** Modules of `rust-crypto`, whose library is called `crypto`. */
const rustCryptoModules: ReadonlySet<string> = new Set(
  "aead aes aes_gcm aesni aessafe bcrypt bcrypt_pbkdf blake2b blake2s blockmodes blowfish buffer chacha20 chacha20poly1305 cryptoutil curve25519 digest ed25519 fortuna ghash hc128 hkdf hmac mac md5 pbkdf2 poly1305 rc4 ripemd160 salsa20 scrypt sha1 sha2 sha3 sosemanuk symmetriccipher util whirlpool".split(" "),
);

/** Modules that the newer crate `crypto`, RustCrypto's own facade, has too. */
const facadeModules: ReadonlySet<string> = new Set(["aead", "digest", "mac"]);

/** An abandoned crate that a path leads into. */
export interface Abandoned {
  readonly crate: string;
  readonly successor: string;
}

/**
 * The abandoned crate of a full path.
 * @param dependencies keys of the manifest, `-` as `_`; empty where they are not known
 */
export function abandonedCrate(path: string, dependencies: ReadonlySet<string>): Abandoned | undefined {
  const [root = "", module = ""] = path.split("::");
  const successor = successors.get(root);
  if (successor !== undefined) return { crate: root.replaceAll("_", "-"), successor };
  if (/^pqcrypto(?:_|$)/.test(root)) return { crate: root.replaceAll("_", "-"), successor: "`ml-kem`, `ml-dsa` or `slh-dsa`" };
  if (root !== "crypto" || !rustCryptoModules.has(module)) return undefined;
  if (facadeModules.has(module) && !dependencies.has("rust_crypto")) return undefined;
  return { crate: "rust-crypto", successor: rustCrypto };
}

/** First segments that can lead into an abandoned crate. */
export const abandonedRoots: ReadonlySet<string> = new Set([...successors.keys(), "crypto"]);
