/** What the figures were taken on, without names of hosts or folders. */
import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os";
import { execFileSync } from "node:child_process";

/** One line: processors, memory, system, Node. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return `${availableParallelism()} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB memory, ${type()} ${release().replace(/[-+].*$/, "")}, Node ${process.versions.node}`;
}

/** Load average of the last minute: how busy the machine was with whatever, this bench included. */
export function load(): number {
  return loadavg()[0] ?? 0;
}

/**
 * Memory that a process holds, in MB.
 * @throws Error where the process is gone or the system does not say
 */
export function residentMegabytes(pid: number): number {
  const kilobytes =
    process.platform === "linux"
      ? /^VmRSS:\s*(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
      : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const value = Number(kilobytes);
  if (!(value > 0)) throw new Error(`the system does not say how much memory process ${pid} holds`);
  return value / 1024;
}
