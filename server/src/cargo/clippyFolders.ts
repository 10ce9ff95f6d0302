/** Which cargo workspaces the saved files belong to: asked of cargo once, and again after a manifest was saved. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ExternalFinding } from "../release/externalFinding.js";
import { cargoMetadata } from "./cargoMetadata.js";
import { cargoError } from "./clippy.js";
import { ClippyWorkspace, type ClippyEnd, type ClippyWorkspaceHost } from "./clippyWorkspace.js";

/** The workspaces known so far. */
export class ClippyFolders {
  /** By workspace root. */
  readonly #workspaces = new Map<string, ClippyWorkspace>();
  /** Keys whose manifests were saved since cargo was last asked about them. */
  readonly #outdated = new Set<string>();
  /** Manifest folder, of which no workspace is known, to the file that carries cargo's error about it. */
  readonly #broken = new Map<string, string>();

  constructor(
    private readonly host: ClippyWorkspaceHost,
    private readonly onFindings: (path: string, findings: readonly ExternalFinding[], generation: number) => void,
  ) {}

  /** The root of the known workspace that a manifest folder belongs to, else the folder itself. */
  keyOf(folder: string): string {
    for (const [root, { workspace }] of this.#workspaces) {
      if (root === folder || workspace.members.some((member) => member.root === folder)) return root;
    }
    return folder;
  }

  /** The workspace of a manifest folder, as far as it is known. */
  known(folder: string): ClippyWorkspace | undefined {
    return this.#workspaces.get(this.keyOf(folder));
  }

  /** A manifest was saved: cargo is asked again before the next check. */
  manifestChanged(folder: string): void {
    this.#outdated.add(this.keyOf(folder));
  }

  /** The workspace of a manifest folder, from memory while its manifests have not been saved; or why there is none. */
  async find(cargo: string, folder: string, generation: number, signal: AbortSignal): Promise<ClippyWorkspace | ClippyEnd> {
    const key = this.keyOf(folder);
    const known = this.#workspaces.get(key);
    if (known !== undefined && !this.#outdated.has(key)) return known;
    const metadata = await cargoMetadata(cargo, folder, signal, this.host.start);
    switch (metadata.state) {
      case "cancelled":
        return { state: "cancelled" };
      case "missing":
        return { state: "missing", detail: "cargo was not found: install Rust from https://rustup.rs, or set the path of cargo" };
      case "failed": {
        // cargo writes paths relative to the folder it was started in here, not to the workspace root.
        const finding = cargoError(metadata.stderr, folder, generation);
        if (known !== undefined) known.report(finding, generation);
        else if (finding !== undefined) {
          this.#broken.set(folder, finding.path);
          this.onFindings(finding.path, [finding], generation);
        }
        return { state: "failed", detail: metadata.reason };
      }
      case "known": {
        const { workspace } = metadata;
        const broken = this.#broken.get(folder);
        if (broken !== undefined) this.onFindings(broken, [], generation);
        this.#broken.delete(folder);
        this.#outdated.delete(key);
        // Members of one workspace share one object, whatever folder a save came from.
        const entry = this.#workspaces.get(workspace.root) ?? new ClippyWorkspace(workspace, this.host);
        entry.update(workspace);
        this.#workspaces.set(workspace.root, entry);
        return entry;
      }
    }
  }
}

/** The nearest folder upwards that has a manifest. */
export function nearestManifest(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "Cargo.toml"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
