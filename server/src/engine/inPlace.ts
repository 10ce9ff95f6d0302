/** Methods that run a closure argument in place (rules-core specification, appendix to 5.4). */
export const runInPlace: ReadonlySet<string> = new Set(
  "map filter filter_map flat_map for_each fold any all find find_map position take_while skip_while map_while inspect try_for_each try_fold and_then or_else unwrap_or_else map_err map_or map_or_else ok_or_else then is_some_and is_ok_and is_none_or get_or_insert_with or_insert_with get_or_init sort_by sort_by_key retain with".split(" "),
);
