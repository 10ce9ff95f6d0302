/** A checklist runner over one folder, for tests. */
import assert from "node:assert/strict";
import { ChecklistRunner, type ChecklistOptions } from "../../server/src/cargo/checklist.js";
import { KeyedQueue } from "../../server/src/cargo/keyedQueue.js";
import type { ChecklistItem } from "../../server/src/protocol/index.js";

/** The runner over `folder`, trusted, with the real cargo unless `more` says otherwise. */
export function checklistOf(folder: string, more: Partial<ChecklistOptions> = {}): ChecklistRunner {
  return new ChecklistRunner({
    queue: new KeyedQueue(), folders: () => [folder], cargo: () => "cargo", trusted: true, onChange: () => undefined,
    now: () => new Date("2026-11-22T12:00:00Z"), ...more,
  });
}

/** The item of the only package. */
export function itemOf(runner: ChecklistRunner, id: string): ChecklistItem {
  const { packages } = runner.checklist();
  assert.equal(packages.length, 1, JSON.stringify(runner.checklist()));
  const item = packages[0]?.items.find((entry) => entry.id === id);
  assert.ok(item !== undefined);
  return item;
}

/** Runs one item and returns it. */
export async function prove(runner: ChecklistRunner, id: string): Promise<ChecklistItem> {
  await runner.run({ item: id }, () => undefined);
  return itemOf(runner, id);
}
