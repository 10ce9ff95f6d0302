/** Broken and obsolete algorithms by the paths that name them, as plain data (rules-core specification 5.9). */

/** What is known of an algorithm. */
export interface WeakAlgorithm {
  readonly name: string;
  /** Completes "MD5 …". */
  readonly because: string;
  /** Completes "use …". */
  readonly instead: string;
}

const hash = "`sha2`, `sha3` or `blake3`";
const cipher = "an AEAD such as `aes-gcm` or `chacha20poly1305`";
const smallBlocks = "has blocks of 64 bits and repeats them within tens of gigabytes";

const md5: WeakAlgorithm = { name: "MD5", because: "has collisions that are found in seconds", instead: hash };
const sha1: WeakAlgorithm = { name: "SHA-1", because: "has collisions that are found in practice", instead: hash };
const des: WeakAlgorithm = { name: "DES", because: "has too short a key and blocks of 64 bits", instead: cipher };
const rc4: WeakAlgorithm = { name: "RC4", because: "has a biased key stream that gives the text away", instead: cipher };
const blowfish: WeakAlgorithm = { name: "Blowfish", because: smallBlocks, instead: cipher };
const ecb: WeakAlgorithm = { name: "ECB", because: "shows which blocks are equal", instead: cipher };

/** Crates (as imported) that hold nothing but a weak algorithm. */
export const weakCrates: ReadonlyMap<string, WeakAlgorithm> = new Map([
  ["md5", md5],
  ["md4", { name: "MD4", because: "has collisions that are found by hand", instead: hash }],
  ["md2", { name: "MD2", because: "has been retired for its collisions and its slowness", instead: hash }],
  ["sha1", sha1],
  ["sha1_smol", sha1],
  ["des", des],
  ["rc2", { name: "RC2", because: smallBlocks, instead: cipher }],
  ["rc4", rc4],
  ["cast5", { name: "CAST5", because: smallBlocks, instead: cipher }],
  ["idea", { name: "IDEA", because: smallBlocks, instead: cipher }],
  ["blowfish", blowfish],
  ["ecb", ecb],
]);

const legacyHash = /^(?:ring|aws_lc_rs)::(?:digest::SHA1_FOR_LEGACY_USE_ONLY|hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY|signature::RSA_PKCS1_\w*SHA1\w*)$/;
const opensslCipher = /^openssl::(?:symm|cipher)::Cipher::(des_\w+|rc4\w*|bf_\w+|\w+_ecb)$/;

/** The weak algorithm that a full path names, or undefined. */
export function weakAlgorithm(path: string): WeakAlgorithm | undefined {
  const [root = ""] = path.split("::");
  const crate = weakCrates.get(root);
  if (crate) return crate;
  switch (root) {
    case "openssl": {
      if (/^openssl::hash::MessageDigest::md[45]$/.test(path)) return md5;
      if (path === "openssl::hash::MessageDigest::sha1") return sha1;
      const mode = opensslCipher.exec(path)?.[1];
      if (mode === undefined) return undefined;
      return mode.startsWith("des_") ? des : mode.startsWith("rc4") ? rc4 : mode.startsWith("bf_") ? blowfish : ecb;
    }
    case "ring":
    case "aws_lc_rs":
      return legacyHash.test(path) ? sha1 : undefined;
    case "rsa":
      return /^rsa::(?:pkcs1v15::)?Pkcs1v15Encrypt$/.test(path) ? { name: "RSA encryption with PKCS#1 v1.5 padding", because: "gives the text away to whoever may ask whether a padding is right", instead: "`rsa::Oaep`" } : undefined;
    default:
      return undefined;
  }
}

/** Last segments of the paths into crates that hold other things too. */
export const weakNames = /^(?:md[45]|sha1|des_\w+|rc4\w*|bf_\w+|\w+_ecb|SHA1_FOR_LEGACY_USE_ONLY|HMAC_SHA1_FOR_LEGACY_USE_ONLY|RSA_PKCS1_\w*SHA1\w*|Pkcs1v15Encrypt)$/;
