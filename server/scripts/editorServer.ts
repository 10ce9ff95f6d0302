// One running server of the npm-delivered editor: started on the loopback address with fresh folders, ended with
// everything it started, its folders removed.
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { EditorPrograms } from "./editorInstall.js";
import { ProcessGroup, runOrThrow } from "./processes.js";
import { TaskError } from "./task.js";

/** How long the server may take to listen, in milliseconds. It takes one or two seconds. */
const startMs = 60_000;

export interface EditorOptions {
  readonly programs: EditorPrograms;
  /** The packed extension that is installed before the start. */
  readonly vsix: string;
  /** `ask` is what a person has: an unknown folder opens in Restricted Mode. `off` trusts every folder. */
  readonly trust: "ask" | "off";
  /** Lets a page say in its address which extension is under development and which suite it has to run. */
  readonly testDriver?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** User settings, written before the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A server that listens. */
export interface Editor {
  /** `127.0.0.1:port`, also the authority of `vscode-remote:` addresses. */
  readonly authority: string;
  /** Everything that the server wrote so far, for the error of a failed test. */
  readonly output: () => string;
  /** Resolves when the server has ended, whoever ended it. */
  readonly ended: Promise<number>;
  /**
   * @param opened absolute path of the folder or the `.code-workspace` file to open
   * @param payload pairs for the workbench; heeded only with `testDriver`
   * @returns the address of a page with it open. It carries the secret that the server asks for.
   */
  readonly address: (opened: string, payload?: readonly (readonly [string, string])[]) => string;
  /** Ends the server and all its children and removes its folders. Safe to call twice. */
  readonly stop: () => Promise<void>;
}

/**
 * Installs the packed extension into fresh folders and starts the editor's server on a free port of the loopback
 * address. The address carries a secret, because other users of the machine can reach that address too.
 *
 * @throws TaskError where the extension cannot be installed or the server does not listen within a minute
 */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const folder = await mkdtemp(join(tmpdir(), "covenant-editor-"));
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return await startIn(folder, options, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function startIn(folder: string, options: EditorOptions, remove: () => Promise<void>): Promise<Editor> {
  const { node, server } = options.programs;
  const user = join(folder, "user");
  const folders = [
    "--server-data-dir",
    join(folder, "server"),
    "--user-data-dir",
    user,
    "--extensions-dir",
    join(folder, "extensions"),
  ];
  await mkdir(join(user, "User"), { recursive: true });
  await writeFile(join(user, "User", "settings.json"), JSON.stringify(options.settings ?? {}, undefined, 2));
  await runOrThrow(
    "installing the extension",
    node,
    [server, "--install-extension", options.vsix, ...folders, "--accept-server-license-terms"],
    { quiet: true },
  );

  // The server leaves its sockets behind when it is ended; here they go with the folder. Elsewhere than on Linux the
  // paths of temporary folders are too long for a socket.
  const temporaryFiles = process.platform === "linux" ? { TMPDIR: join(folder, "tmp") } : {};
  await mkdir(join(folder, "tmp"));
  const secret = randomBytes(16).toString("hex");
  const group = new ProcessGroup(
    node,
    [
      server,
      ...folders,
      "--host",
      "127.0.0.1",
      "--port",
      "0",
      "--connection-token",
      secret,
      "--accept-server-license-terms",
      "--disable-telemetry",
      // The environment is the caller's: no login shell is asked for another PATH.
      "--force-disable-user-env",
      ...(options.trust === "off" ? ["--disable-workspace-trust"] : []),
      ...(options.testDriver === true ? ["--enable-smoke-test-driver"] : []),
    ],
    { env: { ...(options.env ?? process.env), ...temporaryFiles } },
  );
  const written: string[] = [];
  const output = (): string => written.join("");
  const stop = async (): Promise<void> => {
    await group.stop();
    await remove();
  };
  try {
    const port = await listeningPort(group, written);
    const authority = `127.0.0.1:${port}`;
    return {
      authority,
      output,
      ended: group.ended,
      stop,
      address: (opened, payload) => {
        const address = new URL(`http://${authority}/`);
        address.searchParams.set("tkn", secret);
        address.searchParams.set(opened.endsWith(".code-workspace") ? "workspace" : "folder", opened);
        if (payload !== undefined) address.searchParams.set("payload", JSON.stringify(payload));
        return address.href;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads the port from the server's own words: a port chosen beforehand could be taken by another in the meantime. */
async function listeningPort(group: ProcessGroup, written: string[]): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (why: string): void => {
        reject(new TaskError(`the editor's server ${why}:\n${written.join("")}`));
      };
      const read = (chunk: Buffer): void => {
        written.push(chunk.toString());
        const port = /agent listening on (\d+)/u.exec(written.join(""))?.[1];
        if (port !== undefined) resolve(Number(port));
      };
      group.child.stdout?.on("data", read);
      group.child.stderr?.on("data", read);
      group.child.once("error", (error) => {
        fail(`could not be started (${error.message})`);
      });
      group.child.once("exit", (code) => {
        fail(`ended with ${code ?? "a signal"} before it listened`);
      });
      timer = setTimeout(() => {
        fail("did not listen within a minute");
      }, startMs);
    });
  } finally {
    clearTimeout(timer);
  }
}
