import Diagnostics

/// All of a YAML file that can be read without knowing the rest of the content.
package struct ParsedYAML: Sendable {
  package let top: YAMLNode?
  package let problems: [Diagnostic]

  package init(_ file: InputFile) {
    (top, problems) = YAMLParser(file: file.index, firstLine: 1).compose(file.bytes[...])
  }
}
