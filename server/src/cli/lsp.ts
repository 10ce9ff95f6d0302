/** The command `covenant lsp --stdio`. */
import { pathToFileURL } from "node:url";
import { UsageError, type CliHost } from "./host.js";

/**
 * Loads the language server into this process; it reads `--stdio` from the command line and lives until its client leaves.
 * @throws UsageError when the program of the server is missing
 */
export async function startServer(host: CliHost): Promise<void> {
  try {
    await import(pathToFileURL(host.files.server).href);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") throw new UsageError("the language server is not installed beside this program", { cause: error });
    throw error;
  }
}
