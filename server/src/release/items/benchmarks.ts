/** "Benchmarks regression-free" (specification 2.4). Says what is missing; measuring is not built yet. */
import { defineItem } from "../item.js";

export const benchmarks = defineItem({
  id: "benchmarks",
  title: "Benchmarks regression-free",
  clause: "Release Checklist; Benchmarking Requirements",
  proves:
    "Nothing yet: this version lists the benchmark targets and measures none of them. A regression can only be judged from an interleaved comparison with the last release on the same machine.",
  parser: "none@1",
  inputs: ["manifests"],
  timeoutMs: 0,
  needs: [],
  commands: () => [],
  prove: async (context) => {
    const targets = context.package.targets.filter((target) => target.kind.includes("bench")).map((target) => target.name);
    const measures = { targets: targets.length };
    return targets.length === 0
      ? { state: "never-run", summary: "the package has no benchmark, and the covenant asks for benchmarks of the hot paths: add `benches/` with Criterion", measures, install: "cargo add --dev criterion" }
      : { state: "never-run", summary: `benchmarks found (${targets.join(", ")}), but comparing them with the last release is not built yet: compare them by hand`, measures };
  },
});
