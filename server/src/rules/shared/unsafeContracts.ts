/** Safety contracts of well-known functions of the standard library, each in one line (their `# Safety` sections, shortened). */

/** A contract: what it is about, and the condition after "must" and as a statement. */
export interface Contract {
  readonly subject: string;
  readonly must: string;
  readonly holds: string;
}

type Form = "method" | "path" | "any" | "raw-method";

interface Entry {
  readonly names: string;
  /** Methods, paths, both, or methods of a receiver that is a raw pointer for certain. */
  readonly form: Form;
  /** Last path segments before the name; without it, any. */
  readonly owners?: string;
  readonly subject: string;
  readonly must: string;
  readonly holds: string;
}

/** `be` conditions read alike in both voices. */
function be(names: string, form: Form, subject: string, condition: string, owners?: string): Entry {
  return { names, form, subject, must: `be ${condition}`, holds: `is ${condition}`, ...(owners === undefined ? {} : { owners }) };
}

const entries: readonly Entry[] = [
  { names: "get_unchecked_mut map_unchecked map_unchecked_mut", form: "path", owners: "Pin", subject: "the pinned value", must: "not be moved out", holds: "is not moved out" },
  be("get_unchecked get_unchecked_mut", "any", "the index given to `{}`", "in bounds"),
  be("from_utf8_unchecked from_utf8_unchecked_mut from_boxed_utf8_unchecked", "path", "the input of `{}`", "valid UTF-8"),
  be("unwrap_unchecked", "any", "the value of `{}`", "`Some` or `Ok`"),
  be("unwrap_err_unchecked", "any", "the value of `{}`", "`Err`"),
  { names: "unreachable_unchecked", form: "path", subject: "control flow", must: "never reach `{}`", holds: "never reaches `{}`" },
  be("assert_unchecked", "path", "the condition of `{}`", "true"),
  be("assume_init assume_init_ref assume_init_mut assume_init_read assume_init_drop", "any", "the value of `{}`", "fully initialised"),
  { names: "set_len", form: "any", subject: "the elements up to the length given to `{}`", must: "be initialised and within the capacity", holds: "are initialised and within the capacity" },
  { names: "zeroed", form: "path", subject: "all bytes zero", must: "be a valid value of the type `{}` makes", holds: "is a valid value of the type `{}` makes" },
  { names: "transmute transmute_copy", form: "path", subject: "the bytes given to `{}`", must: "be a valid value of the target type", holds: "are a valid value of the target type" },
  { names: "from_raw_parts from_raw_parts_mut from_raw_parts_in", form: "path", owners: "Vec String", subject: "the parts given to `{}`", must: "come from the same type and allocator and be owned by nobody else", holds: "come from the same type and allocator and are owned by nobody else" },
  { names: "from_raw_parts slice_from_raw_parts", form: "path", subject: "the pointer and length given to `{}`", must: "describe one live, aligned, initialised allocation that nobody writes to while the slice lives", holds: "describe one live, aligned, initialised allocation that nobody writes to while the slice lives" },
  { names: "from_raw_parts_mut", form: "path", subject: "the pointer and length given to `{}`", must: "describe one live, aligned, initialised allocation that nobody else uses while the slice lives", holds: "describe one live, aligned, initialised allocation that nobody else uses while the slice lives" },
  { names: "from_raw from_raw_in", form: "path", owners: "Box Rc Arc CString Weak", subject: "the pointer given to `{}`", must: "come from `into_raw` and be owned by nobody else", holds: "comes from `into_raw` and is owned by nobody else" },
  { names: "from_ptr", form: "path", owners: "CStr", subject: "the pointer given to `{}`", must: "point to a string that ends in NUL and outlives the result", holds: "points to a string that ends in NUL and outlives the result" },
  { names: "from_bytes_with_nul_unchecked from_vec_unchecked from_vec_with_nul_unchecked", form: "path", subject: "the bytes given to `{}`", must: "have no NUL but the one the function asks for", holds: "have no NUL but the one the function asks for" },
  { names: "from_raw_fd from_raw_handle from_raw_socket", form: "path", subject: "the handle given to `{}`", must: "be open and owned by nobody else", holds: "is open and owned by nobody else" },
  { names: "borrow_raw", form: "path", subject: "the handle given to `{}`", must: "stay open while the result lives", holds: "stays open while the result lives" },
  be("new_unchecked", "path", "the pointer given to `{}`", "non-null", "NonNull"),
  { names: "new_unchecked", form: "path", owners: "Pin", subject: "the value given to `{}`", must: "never move again", holds: "never moves again" },
  { names: "new_unchecked", form: "path", subject: "the value given to `{}`", must: "keep the invariant of its type", holds: "keeps the invariant of its type" },
  { names: "copy copy_nonoverlapping swap", form: "path", owners: "ptr", subject: "both pointers given to `{}`", must: "be aligned and valid for the whole length", holds: "are aligned and valid for the whole length" },
  { names: "copy_to copy_from copy_to_nonoverlapping copy_from_nonoverlapping", form: "method", subject: "both pointers of `{}`", must: "be aligned and valid for the whole length", holds: "are aligned and valid for the whole length" },
  { names: "read read_volatile", form: "path", owners: "ptr", subject: "the pointer given to `{}`", must: "be aligned, valid for reads and initialised, and the value not be dropped twice", holds: "is aligned, valid for reads and initialised, and the value is not dropped twice" },
  be("read_unaligned", "any", "the pointer of `{}`", "valid for reads and initialised"),
  be("write write_volatile write_bytes", "path", "the pointer given to `{}`", "aligned and valid for writes", "ptr"),
  be("write_unaligned", "any", "the pointer of `{}`", "valid for writes"),
  be("replace", "path", "the pointer given to `{}`", "aligned and valid for reads and writes of an initialised value", "ptr"),
  { names: "drop_in_place", form: "any", subject: "the value given to `{}`", must: "be initialised, owned here and not used again", holds: "is initialised, owned here and not used again" },
  be("read read_volatile", "raw-method", "the pointer of `{}`", "aligned, valid for reads and initialised"),
  be("write write_volatile write_bytes", "raw-method", "the pointer of `{}`", "aligned and valid for writes"),
  be("as_ref", "raw-method", "the pointer of `{}`", "null or aligned, initialised and not written to while the reference lives"),
  be("as_mut", "raw-method", "the pointer of `{}`", "null or aligned, initialised and not used by anybody else while the reference lives"),
  { names: "add sub offset byte_add byte_sub byte_offset offset_from sub_ptr", form: "raw-method", subject: "the pointer and the result of `{}`", must: "stay inside one allocation", holds: "stay inside one allocation" },
  be("alloc alloc_zeroed", "path", "the layout given to `{}`", "of non-zero size"),
  { names: "dealloc realloc", form: "path", subject: "the pointer given to `{}`", must: "come from the same allocator with the same layout", holds: "comes from the same allocator with the same layout" },
  { names: "set_var remove_var", form: "path", subject: "the environment", must: "not be used by another thread during `{}`", holds: "is not used by another thread during `{}`" },
  { names: "unchecked_add unchecked_sub unchecked_mul", form: "method", subject: "the arithmetic of `{}`", must: "not overflow", holds: "does not overflow" },
  { names: "increment_strong_count decrement_strong_count", form: "path", subject: "the pointer given to `{}`", must: "come from `into_raw` and still have a strong count", holds: "comes from `into_raw` and still has a strong count" },
];

/**
 * The contract of a call, by name.
 * @param owner path segment before the name; undefined for a method and for a name alone
 * @param method it is called with a receiver
 * @param rawReceiver the receiver is a raw pointer for certain
 */
export function contractOf(name: string, owner: string | undefined, method: boolean, rawReceiver: boolean): Contract | undefined {
  for (const entry of entries) {
    if (!entry.names.split(" ").includes(name)) continue;
    if (entry.owners !== undefined && (owner === undefined || !entry.owners.split(" ").includes(owner))) continue;
    if (entry.form === "raw-method" ? !rawReceiver : entry.form === "method" ? !method : entry.form === "path" && method) continue;
    const fill = (text: string): string => text.replace("{}", name);
    return { subject: fill(entry.subject), must: fill(entry.must), holds: fill(entry.holds) };
  }
  return undefined;
}
