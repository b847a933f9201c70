import Diagnostics
import Texts

/// One reading of a text: libcmark's tree, with places of the source and with its tables.
struct Blocks {
  let lines: Lines
  private(set) var nodes = Nodes()
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the text has to be read anew with an empty line.
  private(set) var seams: [Seam] = []
  /// The first node that nests too deep; the rest then means nothing.
  private(set) var tooDeep: (line: Int, column: Int)?

  init?(_ source: [UInt8], isExtended: Bool, place: @escaping (_ line: Int, _ column: Int) -> Place) {
    lines = Lines(source)
    let markers = Markers(absentFrom: source)
    let marked = markers?.marking(source, isExtended: isExtended) ?? source
    let isMarked = marked.count != source.count
    guard let tree = Tree(marked) else { return nil }
    nodes.reserve(for: source.count)
    if let node = tree.walk(into: &nodes, removing: isMarked ? markers : nil) {
      tooDeep = (max(1, node.line), max(1, node.column))
      return
    }
    var places = Places(lines: isMarked ? Lines(marked) : lines, markers: isMarked ? markers : nil)
    places.resolve(&nodes.steps)
    var finder = TableFinder(lines: lines, place: place)
    let tables = markers == nil ? [] : finder.find(in: nodes.steps)
    seams = finder.seams
    var slips = SlipFinder(lines: lines, nodes: nodes, place: place)
    slips.find(tables: tables, refusedRules: finder.refusedRules)
    diagnostics = finder.diagnostics + slips.diagnostics
    guard let markers else { return }
    if !tables.isEmpty {
      let (woven, node) = TableWeaver.weave(tables, into: nodes, of: source, markers: markers, isExtended: isExtended)
      if let node {
        tooDeep = (node.line, node.column)
        return
      }
      nodes = woven
    }
    if isExtended { nodes = ExtensionWeaver.weave(nodes, sign: markers.sign, lines: lines) }
  }
}
