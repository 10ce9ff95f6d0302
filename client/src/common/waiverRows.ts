import type { ListedWaiver } from "../../../server/src/protocol/ruleFixes.js";

/** One row of the waivers view, free of VS Code so that it can be tested as data. */
export interface WaiverRow {
  /** Stable over refreshes, so that the tree keeps its selection and what is open. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon: { readonly id: string; readonly color?: string };
  readonly children: readonly WaiverRow[];
  /** The waiver behind the row; absent for a group. */
  readonly waiver?: ListedWaiver;
}

interface GroupFace {
  readonly title: string;
  readonly icon: string;
  readonly color?: string;
}

/** How each effect looks, in the order of the view. A new effect of the protocol does not compile without a face. */
const GROUPS: Readonly<Record<ListedWaiver["effect"], GroupFace>> = {
  expired: { title: "Expired", icon: "history", color: "list.errorForeground" },
  invalid: { title: "Without effect", icon: "error", color: "list.warningForeground" },
  unused: { title: "Unused", icon: "circle-slash", color: "list.warningForeground" },
  used: { title: "In force", icon: "law" },
};

/**
 * The rows of the view: a group for each effect that occurs, expired ones first, with its waivers in the server's order.
 * @param waivers what the server sent
 * @param pathOf what a URI is called in this window
 * @returns the rows; empty where there are no waivers
 */
export function waiverRows(waivers: readonly ListedWaiver[], pathOf: (uri: string) => string): readonly WaiverRow[] {
  return Object.entries(GROUPS).flatMap(([effect, face]) => {
    const own = waivers.filter((waiver) => waiver.effect === effect);
    if (own.length === 0) return [];
    const count = `${own.length}`;
    const icon = iconOf(face);
    return [{ key: effect, label: face.title, description: count, tooltip: "", spoken: `${face.title}, ${count}`, icon, children: own.map((waiver, index) => row(waiver, `${effect}/${waiver.uri}/${index}`, face, pathOf)) }];
  });
}

/**
 * A word about all waivers for the title of the view.
 * @returns how many there are and how many have expired; empty for none
 */
export function waiversTitle(waivers: readonly ListedWaiver[]): string {
  const expired = waivers.filter(({ effect }) => effect === "expired").length;
  if (waivers.length === 0) return "";
  return expired === 0 ? `${waivers.length}` : `${waivers.length}, ${expired} expired`;
}

function row(waiver: ListedWaiver, key: string, face: GroupFace, pathOf: (uri: string) => string): WaiverRow {
  const { uri, range, rules, reason, until, issue } = waiver;
  const place = `${pathOf(uri)}:${range.start.line + 1}`;
  const terms = [...(until === undefined ? [] : [`until ${until}`]), ...(issue === undefined ? [] : [`issue ${issue}`])];
  const label = rules.length === 0 ? "(no rule)" : rules.join(", ");
  const why = reason === "" ? "no reason given" : reason.replace(/\s+/gu, " ");
  return {
    key,
    label,
    description: [place, ...terms, why].join(" · "),
    tooltip: [`**${face.title}**: ${plain(label)}`, plain(why), ...(terms.length === 0 ? [] : [plain(terms.join(", "))]), plain(place)].join("\n\n"),
    spoken: [face.title, label, why, ...terms, place].join(", "),
    icon: iconOf(face),
    children: [],
    waiver,
  };
}

function iconOf({ icon, color }: GroupFace): WaiverRow["icon"] {
  return color === undefined ? { id: icon } : { id: icon, color };
}

/** Text of a source file has no say in how it is shown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|<>~]/gu, (character) => `\\${character}`);
}
