// Finds out which fixes compile, with as few runs of the compiler as possible: pure but for the compiler it is given.
import { batchesOf, type Placed } from "./batches.js";

/** What the compiler says about the crate with some fixes applied. */
export interface Verdict<T> {
  readonly ok: boolean;
  /** Fixes that an error is about. */
  readonly blamed: ReadonlySet<T>;
  /** The first error as rustc shows it; empty when all is well. */
  readonly error: string;
}

export type Compile<T> = (fixes: readonly T[]) => Promise<Verdict<T>>;

/** What came of each fix: its error, or undefined where the crate compiles with it. */
export type Outcome<T> = ReadonlyMap<T, string | undefined>;

/**
 * Compiles fixes in batches. A fix that an error is about leaves its batch; what remains is compiled again until there is
 * no error, and where nobody is to blame the batch is halved. Each fix that left is then compiled alone: only that
 * condemns it.
 *
 * @param compile compiles the crate with the given fixes and no others
 */
export async function tryFixes<T extends Placed>(fixes: readonly T[], compile: Compile<T>): Promise<Outcome<T>> {
  const outcome = new Map<T, string | undefined>();
  const suspects: T[] = [];
  for (const batch of batchesOf(fixes)) suspects.push(...(await sift(batch, compile)));
  const suspected = new Set(suspects);
  for (const fix of fixes) if (!suspected.has(fix)) outcome.set(fix, undefined);
  for (const fix of suspects) {
    const { ok, error } = await compile([fix]);
    outcome.set(fix, ok ? undefined : error);
  }
  return outcome;
}

/** Fixes of a batch that seem to be at fault; without them it compiles. */
async function sift<T>(batch: readonly T[], compile: Compile<T>): Promise<readonly T[]> {
  const suspects: T[] = [];
  let rest = batch;
  while (rest.length > 0) {
    const { ok, blamed } = await compile(rest);
    if (ok) break;
    const guilty = rest.filter((fix) => blamed.has(fix));
    if (guilty.length > 0) {
      suspects.push(...guilty);
      rest = rest.filter((fix) => !blamed.has(fix));
      continue;
    }
    if (rest.length === 1) return [...suspects, ...rest];
    const half = rest.length >> 1;
    return [...suspects, ...(await sift(rest.slice(0, half), compile)), ...(await sift(rest.slice(half), compile))];
  }
  return suspects;
}
