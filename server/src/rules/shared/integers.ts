/** Integer literals by value (Rust reference, "Integer literals"). */

/** The value of an integer literal: `0x61_70u32`, `255u8`, `0b101`; undefined for any other text. */
export function integerValue(literal: string): bigint | undefined {
  const match = /^(0x[0-9a-f_]+?|0o[0-7_]+|0b[01_]+|\d[\d_]*)(?:[iu](?:8|16|32|64|128|size))?$/i.exec(literal);
  return match?.[1] === undefined ? undefined : BigInt(match[1].replaceAll("_", "").toLowerCase());
}
