/** Entry of the language server on Node, over stdio (`--stdio`), or over whatever else the client asks for on the command line. */
import { Console } from "node:console";
import { createConnection, ProposedFeatures, StreamMessageReader, type Connection } from "vscode-languageserver/node.js";
import { startServer } from "../lsp/server.js";
import { wasmBeside } from "./loadSyntax.js";
import { delay, nodeHost, programVersion } from "./lspHost.js";
import { messageWriter } from "./messageWriter.js";

declare const __COVENANT_DEVELOPMENT__: boolean;

/** Serves until the client closes the connection. `folder` is where the bundled program and the wasm files are. */
export async function serve(folder: string): Promise<void> {
  const connection = process.argv.includes("--stdio") ? overStdio() : createConnection(ProposedFeatures.all);
  const host = await nodeHost({ wasm: wasmBeside(folder), version: programVersion(folder), development: __COVENANT_DEVELOPMENT__ });
  startServer(connection, host, delay);
  connection.listen();
}

/** A connection over standard input and output with our own writer; the library would end the process itself only with its own. */
function overStdio(): Connection {
  // Standard output belongs to the protocol, whatever a library may want to print.
  globalThis.console = new Console(process.stderr);
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), messageWriter(process.stdout));
  // A client that says goodbye sends `exit` first, which ends the process with code 0.
  for (const event of ["end", "close"]) process.stdin.once(event, () => process.exit(1));
  return connection;
}

serve(__dirname).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
