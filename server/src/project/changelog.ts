/**
 * Reading a CHANGELOG.md in the form of Keep a Changelog (specification 2.9). A small block scanner, because headings in
 * code fences and in comments are no headings, and underlined (setext) headings are.
 */
import { parse as parseVersion } from "semver";

/** The six kinds of change of Keep a Changelog. */
export const CHANGE_TYPES = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** A list of changes under one third-level heading. */
export interface ChangeGroup {
  /** The heading as written. */
  readonly title: string;
  /** Set when the heading is one of the six. */
  readonly type?: ChangeType;
  /** Text of each top-level bullet. */
  readonly entries: readonly string[];
  /** Line from 0. */
  readonly line: number;
}

/** One second-level section. */
export interface ChangelogSection {
  /** Heading text as written. */
  readonly title: string;
  readonly unreleased: boolean;
  /** SemVer text; absent for Unreleased and for headings that name no version. */
  readonly version?: string;
  /** Package named before the version, in a changelog that several packages share. */
  readonly crate?: string;
  /** As written; whether it is a date is `checkChangelog`'s question. */
  readonly date?: string;
  readonly yanked: boolean;
  readonly groups: readonly ChangeGroup[];
  /** Line from 0. */
  readonly line: number;
}

/** A changelog. */
export interface Changelog {
  readonly sections: readonly ChangelogSection[];
  /** Link reference definitions: label to address. */
  readonly links: ReadonlyMap<string, string>;
}

/** A heading, bullet or link definition with the line it starts on (from 0). */
type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string; readonly line: number }
  | { readonly kind: "bullet"; readonly text: string; readonly line: number }
  | { readonly kind: "link"; readonly label: string; readonly href: string; readonly line: number };

/** Parses a changelog; total on any text. */
export function parseChangelog(text: string): Changelog {
  const links = new Map<string, string>();
  const sections: (Omit<ChangelogSection, "groups"> & { groups: (Omit<ChangeGroup, "entries"> & { entries: string[] })[] })[] = [];
  for (const block of blocks(text)) {
    if (block.kind === "link") {
      links.set(block.label, block.href);
    } else if (block.kind === "heading" && block.level === 2) {
      sections.push({ ...readTitle(block.text), line: block.line, groups: [] });
    } else if (block.kind === "heading" && block.level >= 3) {
      const type = CHANGE_TYPES.find((name) => name.toLowerCase() === block.text.toLowerCase());
      sections.at(-1)?.groups.push({ title: block.text, ...(type === undefined ? {} : { type }), entries: [], line: block.line });
    } else if (block.kind === "bullet") {
      sections.at(-1)?.groups.at(-1)?.entries.push(block.text);
    }
  }
  return { sections, links };
}

/** Reads `[1.2.3] - 2026-01-02`, `[1.2.3](url) - …`, `1.2.3 (…)`, `v1.2.3`, `crate v1.2.3`, `[crate-v1.2.3]`, `[Unreleased]`, with `[YANKED]`. */
function readTitle(title: string): Omit<ChangelogSection, "groups" | "line"> {
  const yanked = /\[yanked\]/i.test(title);
  const plain = title
    .replace(/\[yanked\]/i, "")
    .replace(/\[([^\]]+)\](\([^)]*\)|\[[^\]]*\])?/g, "$1")
    .replace(/[`*]/g, "")
    .trim();
  if (/^unreleased\b/i.test(plain)) return { title, unreleased: true, yanked };
  const match = /^(?:([A-Za-z][\w-]*?)(?:\s+v?|-v|\/v?|@))?v?(\d+\.\d+\.\d+\S*?)(?=[\s(]|$)(.*)$/.exec(plain);
  const version = parseVersion(match?.[2] ?? "");
  if (match === null || version === null) return { title, unreleased: false, yanked };
  const [, word, text, rest] = match;
  const crate = word !== undefined && /^(version|release)$/i.test(word) ? undefined : word;
  const date = /\d[\d./-]*\d/.exec(rest ?? "")?.[0];
  return {
    title,
    unreleased: false,
    version: text ?? version.version,
    ...(crate === undefined ? {} : { crate }),
    ...(date === undefined ? {} : { date }),
    yanked,
  };
}

/** Headings (ATX and setext), top-level bullets and link definitions outside code fences, indented code and comments. */
function* blocks(text: string): Generator<Block> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  let fence: string | undefined;
  let comment = false;
  let paragraph: { readonly text: string; readonly line: number } | undefined;
  for (const [line, raw] of lines.entries()) {
    if (fence !== undefined) {
      if (new RegExp(`^ {0,3}${fence[0] === "`" ? "`" : "~"}{${fence.length},}\\s*$`).test(raw)) fence = undefined;
      continue;
    }
    if (comment || /^ {0,3}<!--/.test(raw)) {
      comment = !raw.includes("-->");
      paragraph = undefined;
      continue;
    }
    fence = /^ {0,3}(`{3,}|~{3,})/.exec(raw)?.[1];
    if (fence !== undefined) {
      paragraph = undefined;
      continue;
    }
    const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(raw);
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(raw)?.[1];
    const bullet = /^ {0,1}[-*+][ \t]+(\S.*)$/.exec(raw)?.[1];
    const link = /^ {0,3}\[([^\]]+)\]:[ \t]*<?(\S+?)>?[ \t]*$/.exec(raw);
    if (heading !== null) {
      yield { kind: "heading", level: heading[1]?.length ?? 1, text: (heading[2] ?? "").trim(), line };
      paragraph = undefined;
    } else if (underline !== undefined && paragraph !== undefined) {
      yield { kind: "heading", level: underline.startsWith("=") ? 1 : 2, text: paragraph.text, line: paragraph.line };
      paragraph = undefined;
    } else if (link !== null) {
      yield { kind: "link", label: link[1] ?? "", href: link[2] ?? "", line };
      paragraph = undefined;
    } else if (bullet !== undefined) {
      yield { kind: "bullet", text: bullet.trim(), line };
      paragraph = undefined;
    } else {
      // Only one-line paragraphs become setext headings here; a title of two lines is not one that we know.
      const previous = lines[line - 1] ?? "";
      paragraph = raw.trim() !== "" && !raw.startsWith("    ") && previous.trim() === "" ? { text: raw.trim(), line } : undefined;
    }
  }
}
