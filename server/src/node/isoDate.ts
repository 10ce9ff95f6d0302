/**
 * The day of a moment as `YYYY-MM-DD`, in UTC: a waiver runs out at the same moment in the editor, on every machine of a
 * team and in CI.
 * @param milliseconds since the epoch
 */
export function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
