import Composing
import Reading
import Texts

/// What stands beside the templates and is published as it is: `templates/style.css` as `style.css`,
/// `templates/scripts/search.js` as `scripts/search.js`. A project's own file comes in place of the built-in one;
/// the stylesheet ends with the theme.
let templateStatics: @Sendable (SiteContext) -> [FilePlan] = { context in
  context.content.tree.files.compactMap { file in
    publishedPath(ofTemplateFile: file.path).map { path in
      FilePlan(path: path, source: file.path) { context.content.withTheme(file) }
    }
  }
}
