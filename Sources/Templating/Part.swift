import Diagnostics
import Texts

/// A template as read: a tree that knows nothing yet of any page's names.
indirect enum Part: Sendable {
  /// The blanks that begin a line; indentation of a partial or block goes before them.
  case line([UInt8])
  /// Bytes of one line, its end included.
  case text([UInt8])
  case variable(Name, raw: Bool)
  case section(Name, inverted: Bool, [Part])
  /// `indentation` of a tag that stands alone in its line.
  case partial(Name, indentation: [UInt8]?)
  case block(Block)
  case parent(Name, indentation: [UInt8]?, arguments: [Block])
  /// What stands behind a tag that was reported already: its context is unknown.
  case broken([Part])
}

extension Part {
  /// Names of the templates that this part includes, also those in its sections and blocks.
  var included: [String] {
    switch self {
    case .line, .text, .variable: []
    case .section(_, inverted: _, let body), .broken(let body): body.flatMap(\.included)
    case .partial(let name, indentation: _): [name.text]
    case .block(let block): block.body.flatMap(\.included)
    case .parent(let name, indentation: _, let arguments):
      [name.text] + arguments.flatMap { $0.body.flatMap(\.included) }
    }
  }
}

struct Name: Hashable, Sendable {
  let text: String
  let place: Place
}

/// `{{$name}}…{{/name}}`: a default in a parent, or an argument for one.
struct Block: Sendable {
  let name: Name
  /// Of a default that stands in lines of its own: what an argument's lines begin with instead of their own indentation.
  let indentation: [UInt8]?
  /// Of an argument: the indentation of its first line, removed from all.
  let intrinsic: [UInt8]
  let body: [Part]
}

/// One template file, read.
struct ParsedTemplate: Sendable {
  let parts: [Part]
  let diagnostics: [Diagnostic]
}
