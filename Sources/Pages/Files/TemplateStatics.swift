import Composing
import Reading
import Texts

/// What a site without fonts of its own leaves out.
private let fontFiles: Set = ["fonts.css", "fonts-licence.txt"]

/// What stands beside the templates and is published as it is: `templates/style.css` as `style.css`,
/// `templates/scripts/search.js` as `scripts/search.js`. A project's own file comes in place of the built-in one;
/// the stylesheet ends with the theme.
let templateStatics: @Sendable (SiteContext) -> [FilePlan] = { context in
  context.content.tree.files.compactMap { file in
    publishedPath(ofTemplateFile: file.path).flatMap { path in
      if fontFiles.contains(path), !context.content.hasFonts { return nil }
      return FilePlan(path: path, source: file.path) { context.content.withTheme(file) }
    }
  }
}
