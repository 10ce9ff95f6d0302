// Installs the packages that a folder's lockfile names, unless they are there already.
//
//   node install.mjs <folder> [npm arguments, `ci` or `install` first]
//
// Plain JavaScript without a single dependency: on a fresh clone this runs before anything else exists.
// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";

/** @typedef {{ version?: string, link?: boolean, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean, inBundle?: boolean }} LockEntry */

/**
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined} the `packages` table of a lockfile; undefined when there is none
 */
function lockEntries(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/**
 * Compares the lockfile with the record that npm writes into `node_modules` as the last step of an install, so an
 * install that was cut off, or one of another lockfile, counts as absent. No stamp of our own can go stale.
 *
 * @param {string} folder
 * @param {boolean} withDevelopment whether development packages have to be there
 */
function isInstalled(folder, withDevelopment) {
  const wanted = lockEntries(join(folder, "package-lock.json")) ?? lockEntries(join(folder, "npm-shrinkwrap.json"));
  const present = lockEntries(join(folder, "node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link || entry.inBundle) return true;
    const found = present[path];
    if (found !== undefined) return found.version === entry.version;
    const mayBeAbsent = entry.optional || entry.devOptional || entry.peer || (entry.dev && !withDevelopment);
    return mayBeAbsent === true;
  });
}

/**
 * A manifest that asks for something the lockfile does not have must reach npm, whose message says which.
 *
 * @param {string} folder
 */
function manifestMatchesLock(folder) {
  const lock = join(folder, "package-lock.json");
  if (!existsSync(lock)) return true;
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  /** @type {Record<string, unknown>} */
  const locked = JSON.parse(readFileSync(lock, "utf8")).packages?.[""] ?? {};
  return ["dependencies", "devDependencies", "optionalDependencies"].every((table) => {
    /** @param {unknown} value */
    const sorted = (value) => JSON.stringify(Object.entries(value ?? {}).sort());
    return sorted(manifest[table]) === sorted(locked[table]);
  });
}

const [target, ...npmArguments] = process.argv.slice(2);
if (target === undefined) {
  console.error("usage: node install.mjs <folder> [npm arguments]");
  process.exit(2);
}
const folder = resolve(target);
if (isInstalled(folder, !npmArguments.includes("--omit=dev")) && manifestMatchesLock(folder)) process.exit(0);

const lines = npmArguments.length > 0 ? npmArguments : ["ci"];
console.error(`installing: npm ${lines.join(" ")} in ${folder}`);
// npm names its own program in the environment; going through it works on every platform, where `npm.cmd` would not.
const npmProgram = process.env["npm_execpath"] ?? join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js");
const viaNode = existsSync(npmProgram) && /\.c?js$/u.test(npmProgram);
const result = viaNode
  ? spawnSync(process.execPath, [npmProgram, ...lines], { cwd: folder, stdio: ["ignore", 2, 2] })
  : spawnSync("npm", lines, { cwd: folder, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
if (result.error !== undefined) console.error(`npm could not be started: ${result.error.message}`);
else if (result.status !== 0) console.error(`npm ${lines.join(" ")} failed in ${folder}; see its message above`);
process.exit(result.status ?? 1);
