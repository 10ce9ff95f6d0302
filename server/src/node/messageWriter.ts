/** Writes protocol messages to a stream: one write for each, and diagnostics as the text they already are. */
import type { Writable } from "node:stream";
import { WriteableStreamMessageWriter, type Disposable, type Message, type RAL } from "vscode-languageserver/node.js";
import { Publication } from "../lsp/publication.js";

/** A writer for `createConnection`. */
export function messageWriter(stream: Writable): WriteableStreamMessageWriter {
  return new WriteableStreamMessageWriter(new JoinedStream(stream), { contentTypeEncoder: { name: "application/json", encode: async (message) => Promise.resolve(encoded(message)) } });
}

/** A message as bytes of UTF-8. */
function encoded(message: Message): Uint8Array {
  const { method, params } = message as { readonly method?: unknown; readonly params?: unknown };
  if (!(params instanceof Publication) || typeof method !== "string") return Buffer.from(JSON.stringify(message), "utf8");
  // The text is ASCII, for which this is a plain copy.
  return Buffer.from(`{"jsonrpc":"2.0","method":${JSON.stringify(method)},"params":${params.text}}`, "latin1");
}

/**
 * The library writes the header of a message, a string, and its body, bytes, apart. On a pipe those are two system
 * calls, and the client wakes up between them for nothing; here the header waits for the body.
 */
class JoinedStream implements RAL.WritableStream {
  private header = "";

  constructor(private readonly stream: Writable) {}

  onClose(listener: () => void): Disposable {
    return this.on("close", listener);
  }

  onError(listener: (error: Error) => void): Disposable {
    return this.on("error", listener);
  }

  onEnd(listener: () => void): Disposable {
    return this.on("end", listener);
  }

  async write(data: Uint8Array | string): Promise<void> {
    if (typeof data === "string") {
      this.header += data;
      return;
    }
    const whole = Buffer.allocUnsafe(this.header.length + data.byteLength);
    whole.set(data, whole.write(this.header, "latin1"));
    this.header = "";
    await new Promise<void>((resolve, reject) => {
      this.stream.write(whole, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  end(): void {
    this.stream.end();
  }

  private on(event: string, listener: (error: Error) => void): Disposable {
    this.stream.on(event, listener);
    return { dispose: () => this.stream.off(event, listener) };
  }
}
