import Diagnostics
import Scoring

/// All of a YAML file that can be read without knowing the rest of the content.
struct ParsedYAML: Sendable {
  let top: YAMLNode?
  let problems: [Diagnostic]

  init(_ file: InputFile) {
    (top, problems) = YAMLParser(file: file.index, firstLine: 1).compose(file.bytes[...])
  }
}

/// Parses every YAML file that holds a table, several at a time.
func parseYAML(_ routed: inout [(layout: Layout, files: [InputFile])], pool: some WorkPool) {
  let wanted = routed.indices.flatMap { i in
    routed[i].files.indices.filter { routed[i].files[$0].path.ends(with: ".yaml") }.map { (layout: i, file: $0) }
  }
  let files = wanted.map { routed[$0.layout].files[$0.file] }
  let parsed = pool.map(files.count) { ParsedYAML(files[$0]) }
  for (one, yaml) in zip(wanted, parsed) { routed[one.layout].files[one.file].yaml = yaml }
}
