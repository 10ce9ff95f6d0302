// The part of Playwright that the end-to-end tests use. Playwright lives in `test/editor`, which is installed only for
// these tests, so its types cannot be imported here: the compiler has to succeed without it.
import { createRequire } from "node:module";
import { join } from "node:path";

/** A place on the page, looked up anew at each use. Times are in milliseconds. */
export interface Locator {
  click(options?: {
    readonly timeout?: number;
    readonly button?: "left" | "right";
    readonly position?: { readonly x: number; readonly y: number };
  }): Promise<void>;
  /** Puts a text into an input, in place of what it has. */
  fill(text: string): Promise<void>;
  hover(options?: { readonly timeout?: number }): Promise<void>;
  waitFor(options?: { readonly state?: "visible" | "hidden" | "attached" | "detached"; readonly timeout?: number }): Promise<void>;
  count(): Promise<number>;
  first(): Locator;
  nth(index: number): Locator;
  filter(options: { readonly hasText?: string | RegExp; readonly has?: Locator }): Locator;
  locator(selector: string): Locator;
  innerText(options?: { readonly timeout?: number }): Promise<string>;
  allInnerTexts(): Promise<string[]>;
  isVisible(): Promise<boolean>;
  getAttribute(name: string): Promise<string | null>;
  /** Where it is on the page, in CSS pixels; null where it is not visible. */
  boundingBox(): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null>;
  /** Inside a frame that this place is. */
  contentFrame(): FrameLocator;
}

/** The document inside a frame. */
export interface FrameLocator {
  locator(selector: string): Locator;
}

/** One page. */
export interface Page {
  goto(
    address: string,
    options?: { readonly timeout?: number; readonly waitUntil?: "domcontentloaded" | "load" },
  ): Promise<unknown>;
  locator(selector: string, options?: { readonly hasText?: string | RegExp }): Locator;
  exposeFunction(name: string, callback: (...values: never[]) => void): Promise<void>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  on(event: "crash", listener: () => void): void;
  close(): Promise<void>;
  readonly keyboard: {
    press(key: string): Promise<void>;
    type(text: string, options?: { readonly delay?: number }): Promise<void>;
    insertText(text: string): Promise<void>;
  };
  readonly mouse: {
    move(x: number, y: number, options?: { readonly steps?: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
}

/** A running browser. */
export interface Browser {
  newPage(options: {
    readonly viewport: { readonly width: number; readonly height: number };
    readonly deviceScaleFactor?: number;
  }): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}

/**
 * Starts a browser without a window.
 *
 * @param root the project's folder
 * @param executablePath a Chrome or Chromium
 * @throws Playwright's error where it does not start
 */
export async function launchBrowser(root: string, executablePath: string): Promise<Browser> {
  const load = createRequire(join(root, "test", "editor", "package.json"));
  const { chromium } = load("playwright-core") as Playwright; // The one place where the types above are trusted.
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
