/** "Language bindings updated" (specification 2.16). Proves their absence, or says that they are there and not compared. */
import { defineItem } from "../item.js";
import { relativePath } from "../paths.js";

/** Files that make a folder a binding package, by their name. */
const MANIFESTS: readonly RegExp[] = [/(^|\/)pyproject\.toml$/, /(^|\/)setup\.py$/, /(^|\/)cbindgen\.toml$/, /(^|\/)bindings\/.+\/package\.json$/, /(^|\/)bindings\//];
/** A `package.json` outside `bindings/` may be tooling; it counts beside a binding crate only. */
const BINDING_CRATES: ReadonlySet<string> = new Set(["pyo3", "wasm-bindgen", "napi", "napi-derive", "neon", "cbindgen", "uniffi", "cxx", "jni", "magnus", "rustler", "diplomat"]);

export const bindings = defineItem({
  id: "bindings",
  title: "Language bindings updated",
  clause: "Release Checklist; Language Binding Requirements",
  proves:
    "Not applicable is proved: no file of a binding package, no dependency on a binding crate and no C library target exists. Where bindings exist, this version names them and compares nothing.",
  parser: "binding-files@1",
  inputs: ["layout", "manifests"],
  timeoutMs: 0,
  needs: [],
  commands: () => [],
  prove: async (context, host) => {
    const own = relativePath(context.workspace.root, context.package.root);
    const members = context.workspace.members.map((member) => relativePath(context.workspace.root, member.root)).filter((root) => root !== own && root !== ".");
    // Folders of other members have their own item; what lies at the workspace root may bind this package.
    const files = (await host.files()).filter((file) => MANIFESTS.some((pattern) => pattern.test(file)) && !members.some((root) => file.startsWith(`${root}/`)));
    const crates = context.package.dependencies.filter((dependency) => BINDING_CRATES.has(dependency.name)).map((dependency) => dependency.name);
    const libraries = context.package.targets.filter((target) => target.crateTypes.some((type) => type === "cdylib" || type === "staticlib")).map((target) => target.name);
    const measures = { files: files.length, crates: crates.length, cLibraries: libraries.length };
    const found = [...files.slice(0, 3), ...crates.map((name) => `dependency ${name}`), ...libraries.map((name) => `C library target ${name}`)];
    if (found.length === 0) {
      return { state: "not-applicable", summary: "no binding package, no dependency on a binding crate and no C library target", measures };
    }
    return { state: "never-run", summary: `bindings found (${found.join(", ")}), but comparing them with the crate is not built yet: check their versions and names by hand`, measures };
  },
});
