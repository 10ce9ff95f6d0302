/** What the installed toolchain says about itself and its lints; all of it without a network. */
import { dirname, isAbsolute, join } from "node:path";
import { run } from "./processRunner.js";

/** Longest wait for an answer, in milliseconds; rustup may have to read a toolchain from a slow disk. */
const patience = 20_000;

/**
 * The page of a lint of clippy or of an error code as Markdown.
 * @param cargo program for cargo
 * @param folder absolute folder whose toolchain is asked
 * @param code `needless_return` or `E0308`; anything else has no page and starts nothing
 * @returns undefined where the toolchain has no such page, or is not there
 */
export async function lintPage(cargo: string, folder: string, code: string): Promise<string | undefined> {
  const isError = /^E\d{4}$/.test(code);
  if (!isError && !/^[a-z][a-z0-9_]*$/.test(code)) return undefined;
  const argv: readonly [string, ...string[]] = isError ? [besideCargo(cargo, "rustc"), "--explain", code] : [cargo, "clippy", "--explain", code];
  const outcome = await run({ argv, cwd: folder, output: "separate", timeoutMs: patience });
  const text = outcome.stdout.trim();
  if (outcome.exitCode !== 0 || text === "") return undefined;
  const online = isError ? `https://doc.rust-lang.org/error_codes/${code}.html` : `https://rust-lang.github.io/rust-clippy/stable/index.html#${code}`;
  return `# ${isError ? code : `clippy::${code}`}\n\n${text}\n\n---\n\nFrom the installed toolchain. Online: <${online}>\n`;
}

/** Versions of cargo, clippy and rustc, one line each; what is missing says so. */
export async function toolchainVersions(cargo: string, folder: string): Promise<readonly string[]> {
  const asked: readonly (readonly [string, ...string[]])[] = [[cargo, "--version"], [cargo, "clippy", "--version"], [besideCargo(cargo, "rustc"), "--version"]];
  const answers = await Promise.all(asked.map((argv) => run({ argv, cwd: folder, output: "separate", timeoutMs: patience })));
  return answers.map((answer, index) => (answer.exitCode === 0 ? answer.stdout.trim() : `\`${asked[index]?.join(" ") ?? ""}\` does not work: ${answer.missing ? "not found" : (answer.stderr.trim().split("\n")[0] ?? "no reason given")}`));
}

/** Another program of the toolchain that cargo is from. */
function besideCargo(cargo: string, program: string): string {
  return isAbsolute(cargo) ? join(dirname(cargo), program) : program;
}
