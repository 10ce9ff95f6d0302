/** Entry of the language server on Node: over IPC from VS Code, over stdio from other editors (`--stdio`). */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node.js";
import { startServer } from "../lsp/server.js";
import { wasmBeside } from "./loadSyntax.js";
import { nodeHost, programVersion } from "./lspHost.js";

declare const __COVENANT_DEVELOPMENT__: boolean;

/** Serves until the client closes the connection. `folder` is where the bundled program and the wasm files are. */
export async function serve(folder: string): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  const host = await nodeHost({ wasm: wasmBeside(folder), version: programVersion(folder), development: __COVENANT_DEVELOPMENT__ });
  startServer(connection, host, (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return { cancel: () => clearTimeout(timer) };
  });
  connection.listen();
}

serve(__dirname).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
