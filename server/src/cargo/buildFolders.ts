/** Where clippy can build, with what stands there now, for a choice that the user makes knowingly. */
import { isAbsolute, join } from "node:path";
import type { WorkspaceMetadata } from "../project/metadata.js";
import type { BuildFolder } from "../protocol/index.js";
import { isInside, relativePath } from "../release/paths.js";
import { ownTargetDirectory } from "./clippy.js";
import { folderSize } from "./folderSize.js";

/** Time for counting one folder, in milliseconds: a big one is big enough to say "more than". */
const PATIENCE_MS = 2000;

/**
 * The folders to choose from: our own, the project's, and the one that is chosen now where it is another.
 * @param setting The present value of the setting, empty for our own folder.
 */
export async function buildFolders(workspace: WorkspaceMetadata, setting: string): Promise<readonly BuildFolder[]> {
  const { root, targetDirectory } = workspace;
  const own = ownTargetDirectory(workspace);
  const chosen = setting === "" ? own : isAbsolute(setting) ? setting : join(root, setting);
  const project = isInside(root, targetDirectory) ? relativePath(root, targetDirectory) : targetDirectory;
  const places: readonly Pick<BuildFolder, "kind" | "path" | "setting">[] = [
    { kind: "own", path: own, setting: "" },
    { kind: "project", path: targetDirectory, setting: project },
    ...(chosen === own || chosen === targetDirectory ? [] : [{ kind: "chosen" as const, path: chosen, setting }]),
  ];
  return await Promise.all(places.map(async (place) => ({ ...place, ...(await folderSize(place.path, PATIENCE_MS)) })));
}
