//! Reads settings. To ignore them, do not call `load`.
//!
//! ```ignore
//~ 5-14 doc-example-ignored: this example is never compiled and may be wrong
//! settings::load("app.toml");
//! ```

// example: bad
/// Sends a greeting.
///
/// ```ignore
//~ 5-14 doc-example-ignored: this example is never compiled and may be wrong
/// greet("Ada");
/// ```
pub fn greet(name: &str) {}
// example: good
/// Sends a farewell.
///
/// ```no_run
/// part("Ada");
/// ```
///
/// ```ignore (needs a printer)
/// print("Ada");
/// ```
pub fn part(name: &str) {}
// example: end

/// ```rust,ignore
//~ 5-19 doc-example-ignored
/// mixed();
/// ```
///
/// ~~~ignore (TODO: say why)
//~ 5-30 doc-example-ignored
/// unfinished();
/// ~~~
///
/// ```ignore-wasm
/// filtered();
/// ```
///
/// ```text
/// ```ignore
/// ```
///
/// ```json, ignore
/// {}
/// ```
///
/// ```compile_fail
/// broken(;
/// ```
///
/// Equivalent to:
///
/// ```ignore
/// async fn many(&mut self, how: impl Fn() -> u8) -> io::Result<usize>;
/// ```
///
/// You may ignore `ignore`.
pub fn many() {}

/**
 * Old style.
 *
 * ```ignore
//~ 4-13 doc-example-ignored
 * star();
 * ```
 */
pub struct Star {
    /// ```ignore
    //~ 9-18 doc-example-ignored
    /// field();
    /// ```
    pub size: u8,
    /// ```ignore
    /// hidden();
    /// ```
    private: u8,
}

#[doc = "Text.\n\n```ignore\nquoted();\n```"]
//~ 1-46 doc-example-ignored
pub mod quoted {}

#[doc = include_str!("guide.md")]
/// ```ignore
//~ 5-14 doc-example-ignored
/// after();
/// ```
pub enum Guided {
    /// ```ignore
    //~ 9-18 doc-example-ignored
    /// variant();
    /// ```
    Yes,
}

pub trait Walk {
    /// ```ignore
    //~ 9-18 doc-example-ignored
    /// step();
    /// ```
    fn step(&self);
}

impl Walk for Star {
    /// ```ignore
    /// step();
    /// ```
    fn step(&self) {}
}

/// ```ignore
/// private();
/// ```
fn private() {}

/// ```ignore
/// hidden();
/// ```
#[doc(hidden)]
pub fn hidden() {}

mod inner {
    /// ```ignore
    /// unreachable();
    /// ```
    pub fn unreachable_item() {}
}

/// ```
/// // not ignored
/// ```
pub fn plain() -> &'static str {
    "```ignore"
}
