/** Figures of samples. */

/**
 * @param samples at least one number, in any order
 * @param share 0 to 1: 0.5 is the median, 0.95 the value that 95 of 100 samples do not exceed (nearest rank)
 * @throws RangeError without samples
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("no samples");
  return found;
}

/** The middle sample; throws RangeError without samples. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** Numbers from 0 to 1 that are the same in every run with the same seed (Lehmer's generator). */
export class Draw {
  constructor(private state: number) {}

  /** A whole number of 0 to `limit - 1`. */
  below(limit: number): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state % limit;
  }
}
