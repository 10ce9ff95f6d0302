import { defineRule } from "../../engine/rule.js";
import { isPublicApi, nameOf } from "../../engine/visibility.js";
import { callsItself, computesInLoop } from "../shared/ownWork.js";

const words =
  "sort|search|distance|gcd|lcm|encode|compress|decompress|diff|merge|checksum|crc|crc32|hash|dijkstra|astar|toposort|topological_sort|permutations|permute|combinations|levenshtein|factorial|fibonacci|primes|is_prime|shortest_path|spanning_tree|knapsack|convolve|fft|interpolate|determinant";
const algorithmName = new RegExp(`^(?:${words})(?:_|$)|(?:^|(?<!_to|from|can|has|is|should)_)(?:${words})$`);

export default defineRule({
  id: "algorithm-without-property-test",
  group: "testing",
  since: "0.1.0",
  severity: "information",
  profiles: ["recommended", "library", "service", "ffi"],
  lints: [],
  clause: "Testing Requirements: property_tests, for algorithmic code",
  scope: "crate",
  regions: ["production"],
  looksFor: "absence",
  wants: (segment, place) => segment.keyword === "fn" && segment.visibility === "public" && algorithmName.test(segment.name) && (place.containers.at(-1)?.impl?.trait ?? "") === "",
  summary: "Asks for a property test for public functions that implement an algorithm.",
  why: "An algorithm has laws (what is sorted stays sorted, what is decoded was encoded) that hold for every input. A property test tries thousands of inputs; examples try the three somebody thought of.",
  remedy: "State a law of the function and test it with `proptest` or `quickcheck`: a round trip, an invariant of the result, or agreement with a simpler version.",
  limits: "Algorithms are recognised by their names and by a recursion in their own body, or a loop that does more than walk a collection once. A test counts when a property test of the package mentions the function's name.",
  options: {},
  messages: {
    missing: "`{name}` is an algorithm, and no property test mentions it; test a law that holds for every input",
  },
  on: {
    function_item(node, cx) {
      const { code } = cx;
      const name = node.childForFieldName("name");
      const body = node.childForFieldName("body");
      const text = nameOf(code, node);
      if (!name || !body || code.item?.id !== node.id || !algorithmName.test(text) || !isPublicApi(code, node)) return;
      if (!computesInLoop(code, body) && !callsItself(code, body, text)) return;
      if (code.facts.ask("marked", "property", text)) return;
      cx.report(node, { message: "missing", data: { name: text }, range: { start: code.start(name), end: code.end(name) } });
    },
  },
});
