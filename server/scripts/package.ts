// Packs the extension into `rust-covenant-<version>.vsix` and checks what went into it.
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { bundle } from "./bundle.js";
import { runOrThrow } from "./processes.js";
import { TaskError, type Task } from "./task.js";

/** The largest package that may leave, in bytes: a bar of the project, not a limit of the marketplace. */
const maximumBytes = 3 * 1024 * 1024;

/** What has to be in the package. The packer writes the names of the two pages in lower case. */
const required = [
  "package.json",
  "readme.md",
  "changelog.md",
  "dist/extension.cjs",
  "dist/server.cjs",
  "dist/cli.cjs",
  "dist/worker.cjs",
  "dist/web-tree-sitter.wasm",
  "dist/tree-sitter-rust.wasm",
] as const;
const license = /^LICENSE(?:-[A-Z]+)?(?:\.(?:md|txt))?$/u;
/** What may be in it besides. */
const allowed: readonly RegExp[] = [
  license,
  /^client\/icon\.(?:svg|png)$/u,
  /^syntaxes\/[\w.-]+\.json$/u,
  /^docs\/images\/[\w.-]+\.png$/u,
  /^docs\/[\w.-]+\.schema\.json$/u,
];

/** A packed extension. */
export interface Packed {
  /** Absolute path. */
  readonly file: string;
  readonly bytes: number;
  readonly contents: readonly string[];
}

/**
 * `npm run package`: bundles for production and packs.
 *
 * @returns 0; a failure is an error
 */
export async function main(task: Task): Promise<number> {
  const packed = await pack(task.root);
  console.error(`${packed.file}: ${(packed.bytes / 1024).toFixed(0)} KB`);
  for (const file of packed.contents) console.error(`  ${file}`);
  return 0;
}

/**
 * Bundles for production and packs, into the project's folder.
 *
 * @param root the project's folder
 * @throws TaskError where a file is missing from the package or does not belong into it, or the package is over 3 MB
 */
export async function pack(root: string): Promise<Packed> {
  await bundle(root, true);
  const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const file = join(root, `rust-covenant-${versionOf(manifest)}.vsix`);
  await rm(file, { force: true });
  // Without a public repository there is no address that the pictures of the README could be rewritten to.
  const links =
    typeof manifest === "object" && manifest !== null && "repository" in manifest
      ? []
      : ["--no-rewrite-relative-links", "--allow-missing-repository"];
  const packer = join(root, "node_modules", "@vscode", "vsce", "vsce");
  await runOrThrow("packing", process.execPath, [packer, "package", "--no-dependencies", ...links, "--out", file], {
    cwd: root,
    quiet: true,
  });
  try {
    const { size } = await stat(file);
    const contents = filesInside(await readFile(file));
    const faults = faultsOf(contents);
    if (size > maximumBytes) faults.push(`it has ${size} bytes; at most ${maximumBytes} are allowed`);
    if (faults.length > 0)
      throw new TaskError(`the package is not what it has to be (.vscodeignore says what goes in):\n  ${faults.join("\n  ")}`);
    return { file, bytes: size, contents };
  } catch (error) {
    await rm(file, { force: true }); // A package with a fault must not lie about, ready to be published.
    throw error;
  }
}

/**
 * Lists the extension's files in a package: what really is in it, not what the packer was asked for.
 *
 * @param archive the bytes of a VSIX, which is a ZIP archive
 * @returns the paths below `extension/`, sorted
 * @throws TaskError where the bytes are no such archive
 */
export function filesInside(archive: Buffer): string[] {
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0) throw new TaskError("the packer did not write a ZIP archive");
  const names: string[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field)) as [number, number, number];
    names.push(archive.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names
    .filter((name) => name.startsWith("extension/"))
    .map((name) => name.slice("extension/".length))
    .sort();
}

/**
 * Says what is wrong with the contents of a package.
 *
 * @param contents the paths inside, with `/`
 * @returns one sentence for each fault; empty where the package is as it has to be
 */
export function faultsOf(contents: readonly string[]): string[] {
  const known = new Set<string>(required);
  return [
    ...required.filter((file) => !contents.includes(file)).map((file) => `${file} is missing`),
    ...(contents.some((file) => license.test(file)) ? [] : ["LICENSE is missing"]),
    ...contents
      .filter((file) => !known.has(file) && !allowed.some((pattern) => pattern.test(file)))
      .map((file) => `${file} does not belong into it`),
  ];
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest && typeof manifest.version === "string")
    return manifest.version;
  throw new TaskError("package.json has no version");
}
