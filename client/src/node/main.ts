import type * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node.js";
import { activate as activateCommon } from "../common/activate.js";

/**
 * Desktop entry: the server is a Node process beside the extension, spoken to over standard input and output, where diagnostics are sent as the text they already are. VS Code calls this once.
 * @param context VS Code's; everything that is started is released with it
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath("dist/server.cjs");
  const run = { module, transport: TransportKind.stdio };
  await activateCommon(context, (options) => {
    const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
    return new LanguageClient("covenant", "Covenant", { run, debug }, options);
  });
}
