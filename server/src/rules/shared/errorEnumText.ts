/** The source of an error enum: derived with thiserror where it is at hand, else with its impls written out. */
import type { ErrorVariant, NamedVariant } from "./errorEnumVariants.js";

/**
 * Lines of an enum with its impls, not indented.
 * @param item what can fail, for the documentation
 * @param derived `thiserror` is a dependency
 */
export function enumLines(name: string, item: string, variants: readonly NamedVariant[], derived: boolean): readonly string[] {
  const lines = [`/// What can go wrong in \`${item}\`.`, derived ? "#[derive(Debug, thiserror::Error)]" : "#[derive(Debug)]", "#[non_exhaustive]", `pub enum ${name} {`];
  for (const { name: variantName, variant } of variants) {
    lines.push(`    /// ${documentation(variant)}`);
    if (derived) lines.push(`    #[error(${variant.kind === "message" ? variant.template : variant.kind === "text" ? '"{0}"' : "transparent"})]`);
    lines.push(...declaration(variantName, variant, derived));
  }
  lines.push("}");
  return derived ? lines : [...lines, "", ...displayLines(name, variants), "", ...errorLines(name, variants), ...fromLines(name, variants)];
}

function documentation(variant: ErrorVariant): string {
  switch (variant.kind) {
    case "message": {
      const text = variant.template.replace(/^r?#*"|"#*$/g, "").replace(/\\\r?\n\s*/g, "").replace(/\\(["'\\])/g, "$1").replace(/\{\{/g, "{").replace(/\}\}/g, "}");
      if (/\n|\\[nrt0]|``/.test(text) || text.length > 90) return "Told by its message.";
      const ticks = text.includes("`") ? "``" : "`";
      return `${ticks}${text}${ticks}`;
    }
    case "text":
      return "A failure that is told by a text.";
    case "source":
      return `A [\`${variant.type}\`].`;
  }
}

function declaration(name: string, variant: ErrorVariant, derived: boolean): readonly string[] {
  switch (variant.kind) {
    case "message":
      if (variant.fields.length === 0) return [`    ${name},`];
      return [`    ${name} {`, ...variant.fields.flatMap((field) => [`        /// The \`${field.name}\` in the message.`, `        ${field.name}: ${field.type},`]), "    },"];
    case "text":
      return [`    ${name}(String),`];
    case "source":
      return [`    ${name}(${derived && variant.from ? "#[from] " : ""}${variant.type}),`];
  }
}

function displayLines(name: string, variants: readonly NamedVariant[]): readonly string[] {
  const arms = variants.map(({ name: own, variant }) => {
    switch (variant.kind) {
      case "message": {
        const fields = variant.fields.map((field) => field.name).join(", ");
        const says = /[{}]/.test(variant.template) ? `write!(formatter, ${variant.template})` : `formatter.write_str(${variant.template})`;
        return `            Self::${own}${fields === "" ? "" : ` { ${fields} }`} => ${says},`;
      }
      case "text":
        return `            Self::${own}(text) => formatter.write_str(text),`;
      case "source":
        return `            Self::${own}(error) => write!(formatter, "{error}"),`;
    }
  });
  return [`impl std::fmt::Display for ${name} {`, "    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {", "        match self {", ...arms, "        }", "    }", "}"];
}

/** A variant that shows another error as it is passes on what that one comes from. */
function errorLines(name: string, variants: readonly NamedVariant[]): readonly string[] {
  const sources = variants.filter(({ variant }) => variant.kind === "source");
  if (sources.length === 0) return [`impl std::error::Error for ${name} {}`];
  const arms = sources.map(({ name: own }) => `            Self::${own}(error) => std::error::Error::source(error),`);
  const rest = sources.length < variants.length ? ["            _ => None,"] : [];
  return [`impl std::error::Error for ${name} {`, "    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {", "        match self {", ...arms, ...rest, "        }", "    }", "}"];
}

function fromLines(name: string, variants: readonly NamedVariant[]): readonly string[] {
  return variants.flatMap(({ name: own, variant }) =>
    variant.kind === "source" && variant.from ? ["", `impl From<${variant.type}> for ${name} {`, `    fn from(error: ${variant.type}) -> Self {`, `        Self::${own}(error)`, "    }", "}"] : [],
  );
}
