import { metasOf } from "../../engine/attributes.js";
import type { Code } from "../../engine/code.js";
import { lastSegment, splitTopLevel } from "../../engine/declarations.js";
import { defineRule } from "../../engine/rule.js";
import { isPublicApi, nameOf, visibilityOf } from "../../engine/visibility.js";

/** Derives that say where values of the type come from: data, a command line, a database, a request. */
const filledElsewhere: ReadonlySet<string> = new Set(
  "Deserialize Serialize FromRow FromQueryResult Args Parser Subcommand Queryable QueryableByName Selectable Insertable AsChangeset Identifiable DeriveEntityModel Message Oneof BorshDeserialize BorshSerialize Archive Decode Encode Component Resource Template CandidType JsonSchema ToSchema Deserialise Pod Zeroable FromBytes KnownLayout".split(" "),
);

export default defineRule({
  id: "complex-type-without-builder",
  group: "api",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: ["clippy::too_many_arguments"],
  clause: "Public API Rules 2, Ergonomics: builder patterns for complex types",
  scope: "crate",
  regions: ["production"],
  reads: "header",
  looksFor: "absence",
  wants: (segment, place) => {
    if (segment.visibility !== "public") return false;
    if (segment.keyword === "struct") return segment.text[segment.body] === "{" && segment.text.indexOf("pub", segment.body) < segment.text.lastIndexOf("pub");
    const container = place.containers.at(-1);
    if (segment.keyword !== "fn" || container?.keyword !== "impl" || container.impl?.trait !== "") return false;
    const header = segment.text.slice(segment.head, segment.body);
    const arrow = header.lastIndexOf("->");
    return arrow > 0 && header.includes(",") && (header.includes("Self", arrow) || header.includes(container.name, arrow)) && !/\bself\b/.test(header);
  },
  summary: "Asks for a builder where a public type takes many arguments to make, or has many public fields.",
  why: "With six arguments in a row callers mix up two of the same type, and every new setting breaks all of them. A builder names each value and has defaults.",
  remedy: "Add a `NameBuilder` with a method for each setting and a `build()`, or derive one; or gather the settings in a type with a `Default`. Mark a struct that only your crate makes `#[non_exhaustive]`.",
  limits: "Types whose values come from elsewhere (deserialised, read from a command line or a database, `repr(C)`), `#[non_exhaustive]` ones, and structs with a `Default`, of which callers write only what differs, are not reported for their fields.",
  options: {
    maxArguments: { type: "number", default: 5, description: "Number of arguments a constructor may have." },
    maxPublicFields: { type: "number", default: 6, description: "Number of public fields a struct may have." },
  },
  messages: {
    arguments: "`{name}` takes {count} arguments to make a `{type}`, which has no builder; callers cannot tell them apart",
    fields: "`{name}` has {count} public fields and no builder; each new one breaks code that makes a value, so offer a builder, or `#[non_exhaustive]` where only this crate makes them",
  },
  on: {
    function_item(node, cx) {
      const { code } = cx;
      const container = code.place.containers.at(-1);
      const name = node.childForFieldName("name");
      const type = node.childForFieldName("return_type");
      const parameters = node.childForFieldName("parameters")?.namedChildren ?? [];
      const count = parameters.filter((child) => child.type === "parameter").length;
      if (!container || !name || !type || count <= cx.options.maxArguments || parameters.some((child) => child.type === "self_parameter")) return;
      if (!makes(code.text(type), container.name) || !isPublicApi(code, node) || hasBuilder(code, container.name)) return;
      if (metasOf(code, node).some((meta) => meta.name === "builder")) return;
      cx.report(node, { message: "arguments", data: { name: code.text(name), count: String(count), type: container.name }, range: { start: code.start(name), end: code.end(name) } });
    },
    struct_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const body = node.childForFieldName("body");
      const count = body?.namedChildren.filter((child) => child.type === "field_declaration" && visibilityOf(code, child) === "public").length ?? 0;
      if (!name || count <= cx.options.maxPublicFields || !isPublicApi(code, node) || isFilledElsewhere(code, node) || hasBuilder(code, nameOf(code, node))) return;
      if (code.facts.ask("marked", "default", nameOf(code, node))) return;
      cx.report(node, { message: "fields", data: { name: code.text(name), count: String(count) }, range: { start: code.start(name), end: code.end(name) } });
    },
  },
});

/** The return type is the type itself, or a `Result` or `Option` of it. */
function makes(returned: string, type: string): boolean {
  const text = returned.replace(/\s+/g, " ").trim();
  const wrapped = /^(?:\w+\s*::\s*)*\w*(?:Result|Option)\s*<(.*)>$/.exec(text);
  const made = wrapped?.[1] === undefined ? text : (splitTopLevel(wrapped[1], ",")[0] ?? "");
  const name = lastSegment(made.trim());
  return name === "Self" || name === type;
}

function hasBuilder(code: Code, type: string): boolean {
  return type.endsWith("Builder") || code.facts.ask("marked", "builder", type);
}

function isFilledElsewhere(code: Code, node: Parameters<typeof metasOf>[1]): boolean {
  return metasOf(code, node).some((meta) => {
    if (meta.path === "repr" || meta.path === "non_exhaustive") return true;
    return meta.path === "derive" && meta.items.some((item) => filledElsewhere.has(item.name));
  });
}
