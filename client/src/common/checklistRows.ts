import { itemStates, type Checklist, type ChecklistItem, type ItemState, type PackageChecklist } from "../../../server/src/protocol/index.js";

/** One row of the release-checklist view, free of VS Code so that it can be tested as data. */
export interface Row {
  /** Stable over refreshes, so that the tree keeps its selection and what is open. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says: the state is in the icon only, so it is spoken here. */
  readonly spoken: string;
  /** Product icon and theme colour; absent for packages. */
  readonly icon: { readonly id: string; readonly color?: string };
  /** Words the menus look for: `item`, `run` (can be run now), `busy` (is running), `package`. */
  readonly context: string;
  readonly children: readonly Row[];
  /** The item behind the row; absent for packages. */
  readonly item?: ItemReference;
}

/** Names one item of one package, as requests do. */
export interface ItemReference {
  readonly manifest: string;
  readonly item: string;
}

interface StateFace {
  readonly icon: string;
  readonly color?: string;
}

/** How each state looks; what it is called is the protocol's. A new state of the protocol does not compile without a face. */
const FACES: Readonly<Record<ItemState, StateFace>> = {
  passed: { icon: "pass-filled", color: "testing.iconPassed" },
  failed: { icon: "error", color: "testing.iconFailed" },
  stale: { icon: "history", color: "list.warningForeground" },
  running: { icon: "loading~spin" },
  queued: { icon: "watch" },
  "never-run": { icon: "circle-large-outline" },
  inconclusive: { icon: "question", color: "list.warningForeground" },
  error: { icon: "warning", color: "testing.iconErrored" },
  cancelled: { icon: "circle-slash" },
  "tool-missing": { icon: "tools", color: "list.warningForeground" },
  waived: { icon: "law", color: "testing.iconSkipped" },
  "not-applicable": { icon: "dash", color: "testing.iconSkipped" },
};

/**
 * The rows of the view. One package: its items stand at the top level. Several: one row for each package with its items below.
 * @param checklist what the server sent
 * @param formatTime turns an ISO time into words of the user's locale
 * @returns the rows, in the server's order; empty when the checklist is
 */
export function checklistRows(checklist: Checklist, formatTime: (iso: string) => string): readonly Row[] {
  const [first, ...others] = checklist.packages;
  if (first !== undefined && others.length === 0) return itemRows(first, formatTime);
  return checklist.packages.map((one) => packageRow(one, formatTime));
}

/**
 * The line beside the view's title.
 * @param checklist what the server sent
 * @returns for one package its name, version and score; for several the number of packages; empty when there is none
 */
export function checklistTitle(checklist: Checklist): string {
  const [first, ...others] = checklist.packages;
  if (first === undefined) return "";
  return others.length === 0 ? `${first.name} ${first.version}: ${score(first)}` : `${checklist.packages.length} packages`;
}

/**
 * Whether anything runs or waits: decides between the run and the cancel button.
 * @param checklist what the server sent
 * @returns true when at least one item runs or is queued
 */
export function isRunning(checklist: Checklist): boolean {
  return checklist.packages.some(({ items }) => items.some(isBusy));
}

/** The word for a state, as rows and pickers say it. */
export function stateWord(state: ItemState): string {
  return itemStates[state];
}

function packageRow(one: PackageChecklist, formatTime: (iso: string) => string): Row {
  const failed = one.items.some(({ state }) => state === "failed" || state === "error");
  const done = one.items.length > 0 && one.items.every(isProved);
  return {
    key: one.manifest,
    label: one.name,
    description: `${one.version} · ${score(one)}`,
    tooltip: `**${escapeMarkdown(one.name)}** ${escapeMarkdown(one.version)}: ${score(one)}`,
    spoken: `Package ${one.name}, version ${one.version}, ${score(one)}`,
    icon: done ? face("passed") : failed ? face("failed") : { id: "package" },
    context: "package",
    children: itemRows(one, formatTime),
  };
}

function itemRows(one: PackageChecklist, formatTime: (iso: string) => string): readonly Row[] {
  return one.items.map((item): Row => {
    const time = item.time === undefined ? undefined : formatTime(item.time);
    const taken = item.durationMs === undefined ? undefined : duration(item.durationMs);
    const when = [time, taken].filter((part) => part !== undefined).join(", ");
    return {
      key: `${one.manifest}#${item.id}`,
      label: item.title,
      description: [plain(item.summary), when].filter((part) => part !== "").join(" · "),
      tooltip: tooltip(item, when),
      spoken: `${item.title}: ${[itemStates[item.state], ...reason(item).map(plain)].join(". ")}${when === "" ? "" : `, ${when}`}`,
      icon: face(item.state),
      context: ["item", ...(isBusy(item) ? ["busy"] : item.runnable ? ["run"] : [])].join(" "),
      children: [],
      item: { manifest: one.manifest, item: item.id },
    };
  });
}

function tooltip(item: ChecklistItem, when: string): string {
  const lines = [`**${escapeMarkdown(item.title)}**: ${itemStates[item.state]}`, ...reason(item).map(withCode)];
  if (when !== "") lines.push(`Last evidence: ${escapeMarkdown(when)}`);
  if (item.command !== undefined) lines.push(`Command: ${code(item.command)}`);
  if (item.install !== undefined) lines.push(`To install what is missing: ${code(item.install)}`);
  return lines.join("\n\n");
}

function face(state: ItemState): Row["icon"] {
  const { icon, color } = FACES[state];
  return { id: icon, ...(color === undefined ? {} : { color }) };
}

function isBusy({ state }: ChecklistItem): boolean {
  return state === "running" || state === "queued";
}

/** Only these count as proved (protocol, `ItemState`). */
function isProved({ state }: ChecklistItem): boolean {
  return state === "passed" || state === "waived" || state === "not-applicable";
}

function score({ items }: PackageChecklist): string {
  return `${items.filter(isProved).length} of ${items.length} proved`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-!|]/g, "\\$&");
}

/** The summary, unless it says no more than the state does. */
function reason({ state, summary }: ChecklistItem): readonly string[] {
  return summary === itemStates[state] ? [] : [summary];
}

/** Where Markdown is not rendered its ticks are noise. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}

/** A sentence as Markdown: what stands in ticks becomes code, all else is text whatever characters it has. */
function withCode(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escapeMarkdown(part)))
    .join("");
}

/** Inline code that survives backticks in the text. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
