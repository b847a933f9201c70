/// A file of `templates/` as it stood when the program was built; `builtInFiles`, all of them sorted by path, is made by
/// the plugin EmbedTemplates.
package struct BuiltInFile: Sendable {
  /// From a project's folder: `templates/parts/nav.mustache`.
  package let path: String
  package let text: String
}
