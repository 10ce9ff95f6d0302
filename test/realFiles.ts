/** Real Rust sources for tests: the dependencies of `test/corpus`, fetched once by cargo and read from its registry. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const manifest = join(import.meta.dirname, "../../test/corpus/Cargo.toml");

export interface RealFile {
  /** `crate/src/path.rs` */
  readonly name: string;
  readonly text: string;
}

/** Sources of the corpus crates named, sorted. Throws when cargo is missing or cannot fetch. */
export function realFiles(...crates: readonly string[]): readonly RealFile[] {
  const output = execFileSync("cargo", ["metadata", "--locked", "--format-version", "1", "--manifest-path", manifest], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  const metadata = JSON.parse(output) as { packages: { name: string; manifest_path: string }[] };
  const files: RealFile[] = [];
  for (const crate of crates) {
    const found = metadata.packages.find((candidate) => candidate.name === crate);
    if (!found) throw new Error(`test/corpus does not depend on ${crate}`);
    const root = dirname(found.manifest_path);
    for (const path of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rs")).sort()) {
      files.push({ name: `${crate}/src/${path}`, text: readFileSync(join(root, "src", path), "utf8") });
    }
  }
  return files;
}

/** Why real files are not available here, or undefined when they are. In CI they must be. */
export function whyNoRealFiles(): string | undefined {
  try {
    execFileSync("cargo", ["fetch", "--locked", "--manifest-path", manifest], { stdio: ["ignore", "ignore", "pipe"] });
    return undefined;
  } catch (error) {
    if (process.env["CI"] === "true") throw error;
    return "cargo is missing or cannot fetch the crates of test/corpus";
  }
}
