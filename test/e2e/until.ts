/**
 * Waits until something holds.
 *
 * @param what the condition in words, for the error
 * @param holds looked at every 100 ms; its last value is returned once it is neither `undefined` nor `false`
 * @param timeoutMs in milliseconds
 * @throws Error where it does not hold in time
 */
export async function until<T>(
  what: string,
  holds: () => Promise<T | undefined | false> | T | undefined | false,
  timeoutMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await holds();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs / 1000} s in vain until ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
}
