import type { Code } from "../../engine/code.js";
import { hasModifier } from "../../engine/context.js";
import { defineRule } from "../../engine/rule.js";
import type { Container } from "../../engine/outline.js";
import type { Node } from "../../engine/syntax.js";
import { hasPublicApi, isPublicApi, nameOf } from "../../engine/visibility.js";
import { dissects } from "../shared/ownWork.js";

const parserName = /^(?:parse|decode|deserialize|unmarshal|unpack|from_bytes|from_slice|from_reader|lex|tokenize)(?:_\w+)?(?<!_mut)$|_(?:parse|decode|from_bytes)$/;

/** Methods of traits that are parsers by contract. */
const traitParsers: ReadonlyMap<string, RegExp> = new Map(Object.entries({
  from_str: /^(?:\w+::)*FromStr$/,
  try_from: /^(?:\w+::)*TryFrom<&(?:'\w+)?(?:str|\[u8\])>$/,
  decode: /^(?:\w+::)*Decoder$/,
  deserialize: /^(?:\w+::)*Deserialize<'\w+>$/,
}));

const outside = /^&(?:'\w+ ?)?(?:mut ?)?(?:str|\[u8\]|String|Vec<u8>)$|^(?:&(?:'\w+ ?)?mut ?)?(?:\w+::)*(?:String|Vec<u8>|Bytes|BytesMut)$|\bimpl\b.*\b(?:Read|BufRead|AsRef<(?:\[u8\]|str)>)/;

/** Of the words in `outside`, one stands in the header of every function that takes raw input. */
const mayTakeInput = /\b(?:str|u8|String|Bytes|BytesMut|Read|BufRead|Reader|BufReader|ReadRef|ReaderRef|BufReaderRef|BufReadRef|AsRef)\b/;

export default defineRule({
  id: "parser-without-fuzz-target",
  group: "testing",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Testing Requirements: fuzz_tests, for parsers/deserializers",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  wants: (segment, place) => {
    if (segment.keyword !== "fn") return false;
    const trait = place.containers.at(-1)?.impl?.trait ?? "";
    if (trait !== "") return traitParsers.get(segment.name)?.test(trait.replace(/\s/g, "")) === true;
    return segment.visibility === "public" && parserName.test(segment.name) && mayTakeInput.test(segment.text.slice(segment.head, segment.body));
  },
  summary: "Asks for a fuzz target for public functions that parse input from outside.",
  why: "Parsers meet input nobody thought of. A fuzzer finds in minutes the index out of bounds and the endless loop that a hand-written test never tries.",
  remedy: "Add a target below `fuzz/fuzz_targets` that calls the function with arbitrary bytes (`cargo fuzz add`), or a `bolero` test.",
  limits:
    "Parsers are recognised by name, by the type of a parameter, and by taking the input apart in their own body; one that hands the input to another function is not. A target counts when it mentions the function or its type: in a `fuzz` package beside the crate or at the root of its workspace, or in the crate itself.",
  options: {},
  messages: {
    missing: "`{name}` parses input from outside, and no fuzz target mentions it; fuzz it, hostile input will",
  },
  on: {
    function_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const body = node.childForFieldName("body");
      // What is unsafe to call, trusts its input: `from_bytes_unchecked`.
      if (!name || !body || code.item?.id !== node.id || hasModifier(node, "unsafe") || !isEntry(code, node, nameOf(code, node))) return;
      const type = code.place.containers.at(-1)?.name;
      if (isFuzzed(code, nameOf(code, node)) || (type !== undefined && isFuzzed(code, type)) || !dissects(code, body, nameOf(code, node) !== "deserialize")) return;
      const shown = type === undefined ? nameOf(code, node) : `${type}::${nameOf(code, node)}`;
      cx.report(node, { message: "missing", data: { name: shown }, range: { start: code.start(name), end: code.end(name) } });
    },
  },
});

/** A public function that takes raw input, or the method of a trait that parses into a type of the public API. */
function isEntry(code: Code, node: Node, name: string): boolean {
  const container = code.place.containers.at(-1);
  const trait = container?.impl?.trait ?? "";
  if (container && trait !== "") return hasPublicApi(code) && traitParsers.get(name)?.test(trait.replace(/\s/g, "")) === true && isReachable(code, container);
  return parserName.test(name) && takesInput(code, node) && isPublicApi(code, node);
}

function isReachable(code: Code, container: Container): boolean {
  return code.facts.ask("reachable", code.place.scope.key, container.name);
}

function takesInput(code: Code, node: Node): boolean {
  const header = code.segment.text.slice(code.segment.head, code.segment.body);
  return (node.childForFieldName("parameters")?.namedChildren ?? []).some((parameter) => {
    const type = parameter.type === "parameter" ? parameter.childForFieldName("type") : null;
    if (!type) return false;
    const text = code.text(type).replace(/\s+/g, " ").trim();
    if (outside.test(text)) return !/\bBytes(?:Mut)?$/.test(text) || isFromBytes(code, text);
    const generic = /^(?:&(?:'\w+ )?(?:mut )?)?([A-Z]\w*)$/.exec(text)?.[1];
    return generic !== undefined && new RegExp(`\\b${generic}\\s*:[^,>{]*(?:\\b(?:Buf)?Read(?:er|Ref)?\\b|\\bAsRef\\s*<\\s*(?:\\[\\s*u8\\s*\\]|str)\\s*>)`).test(header);
  });
}

/** `Bytes` of the crate `bytes`; uuid, for one, calls an array so. */
function isFromBytes(code: Code, type: string): boolean {
  const path = type.replace(/^&(?:'\w+ ?)?mut ?/, "");
  const first = path.split("::")[0] ?? "";
  const binding = code.facts.ask("binding", code.place.scope.key, first);
  return binding === null ? first === "bytes" : binding.kind === "import" && binding.path.startsWith("bytes");
}

function isFuzzed(code: Code, name: string): boolean {
  return code.role.fuzzed?.includes(` ${name} `) === true || code.facts.ask("marked", "fuzz", name);
}
