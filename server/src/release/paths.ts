/** Path arithmetic on text, for rooms that have no operating system. Understands POSIX and Windows absolute paths. */

/** True for `/a`, `C:\a`, `C:/a` and `\\server\share`. */
export function isAbsolutePath(path: string): boolean {
  return path.startsWith("/") || path.startsWith("\\\\") || /^[A-Za-z]:[\\/]/.test(path);
}

/**
 * Joins `path` to the absolute folder `root` and resolves `.` and `..`.
 * @returns An absolute path in the style of `root`; `path` itself (resolved) when it is absolute.
 */
export function resolvePath(root: string, path: string): string {
  const whole = isAbsolutePath(path) ? path : `${root}/${path}`;
  const windows = /^[A-Za-z]:|^\\\\/.test(whole);
  const pieces = (windows ? whole.replaceAll("\\", "/") : whole).split("/");
  const head = windows && pieces[0] === "" ? ["", "", pieces[2] ?? ""] : [pieces[0] ?? ""];
  const kept: string[] = [];
  for (const piece of pieces.slice(head.length)) {
    if (piece === "" || piece === ".") continue;
    if (piece === "..") kept.pop();
    else kept.push(piece);
  }
  const joined = [...head, ...kept].join("/");
  if (joined === "") return "/";
  return windows ? joined.replaceAll("/", "\\") : joined;
}

/** True when `path` is `folder` or lies in it; both absolute and resolved. Windows drive letters compare without case. */
export function isInside(folder: string, path: string): boolean {
  const normal = (text: string): string => {
    const slashes = /^[A-Za-z]:|^\\\\/.test(text) ? text.replaceAll("\\", "/").toLowerCase() : text;
    return slashes.endsWith("/") ? slashes : `${slashes}/`;
  };
  return normal(path).startsWith(normal(folder));
}

/** `path` as seen from `folder` with `/` between names, `.` for the folder itself, or the path itself when it is not inside. */
export function relativePath(folder: string, path: string): string {
  if (!isInside(folder, path)) return path;
  const rest = path.slice(folder.length).replaceAll("\\", "/").replace(/^\/+/, "");
  return rest === "" ? "." : rest;
}
