/**
 * The known name a person most likely meant.
 *
 * Distance is the number of inserted, removed, replaced or swapped neighbouring characters. A name is offered only when it
 * is close enough to be a slip of the fingers: at most a third of its length, and at least two changes are forgiven.
 * @param name the unknown name
 * @param known the names that exist
 * @returns the nearest known name, or undefined when none is close; on a tie the first in `known`
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const limit = Math.max(2, Math.floor(candidate.length / 3));
    // The difference in length is a lower bound of the distance, so hopeless candidates cost nothing.
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const found = distance(name, candidate);
    if (found <= limit && found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
