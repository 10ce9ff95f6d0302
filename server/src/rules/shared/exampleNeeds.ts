/** Public items that are shown by another item's example: an example of their own would say nothing new. */
import type { Segment } from "../../engine/segment.js";

/** `self`, fields, and methods of it without arguments. */
const place = String.raw`self(?:\s*\.\s*\w+(?:\s*\(\s*\))?)+`;

/** `{ &self.name }`, `{ *self.size() }` */
const getter = new RegExp(String.raw`^\{\s*(?:&\s*(?:mut\s+)?|\*\s*)?${place}\s*\}$`);

/** `{ self.name = name; self }`, the way of builders, with `Some(…)` or a conversion around the value. */
const setter = new RegExp(String.raw`^\{\s*${place}\s*=\s*(?:Some\s*\(\s*)?\w+(?:\.(?:into|to_owned|to_string|as_ref)\(\))?(?:\s*\))?\s*;\s*(?:self\s*)?\}$`);

/** True for a method that does nothing but read or set a field. */
export function isAccessor(segment: Segment): boolean {
  if (segment.keyword !== "fn" || segment.text.length - segment.body > 160) return false;
  const body = segment.text.slice(segment.body).trim();
  return getter.test(body) || setter.test(body);
}

/** What a type says of the function that makes it: “created by [`iter`]”, “the return type of [`tap`]”. */
const madeBy = /\b(?:(?:creat|return|construct|obtain|produc|yield|accept)(?:s|ed)?|made|built|set)\s+(?:\w+\s+){0,3}?(?:by|from|with|via|using|through|of|in)\b[^.\[]*\[|\b(?:return type|implementation|iterator|future|result)\s+(?:of|for|from|returned by)\b[^.\[]*\[/i;

/** What sends the reader to another item: “See [`now`] for details.”, “Equivalent to `x`”. */
const elsewhere = /(?:^|[.!?]\s+|\n)(?:see\s+(?:also\s+)?(?:the\s+)?(?:\[|`)|see\s+(?:its|that|those|this|the)\s[^.]*\b(?:documentation|docs|details|more|examples?|information)\b|(?:like|same as|similar to|equivalent to|short(?:hand)? for|alias (?:for|of)|(?:a )?(?:mutable|owned|async\w*|blocking|fallible|unchecked) (?:version|variant) of)\s+(?:the\s+)?(?:\[|`))/i;

/** True where the documentation explains the item by another one, whose example it then is. */
export function isExplainedElsewhere(segment: Segment, documentation: string): boolean {
  const text = documentation.replace(/[ \t]+/g, " ").replace(/\n(?!\n)/g, " ").replace(/\n +/g, "\n");
  return elsewhere.test(text) || (segment.keyword !== "fn" && madeBy.test(text));
}
