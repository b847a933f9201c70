/// A struct that fills templates, as far as its declaration says it.
struct View {
  /// How a property reaches the template.
  enum Way: Equatable {
    /// By its type.
    case typed
    case html, address, inlined
  }

  struct Field: Equatable {
    let name: String
    let way: Way
    let line: Int
  }

  /// With the types around it: `MemberPage.Posting`.
  let name: String
  /// `package ` or nothing.
  let access: String
  let path: String
  var fields: [Field] = []
  /// Whether its body has a `fill` of its own.
  var isWritten = false

  /// Each line says where its property stands: a type that is no kind of field is told there and not in a file nobody wrote.
  var fill: String {
    if isWritten { return "" }
    var text = "\nextension \(name) {\n  \(access)func fill(_ out: inout Filler) {\n"
    for field in fields {
      text += "#sourceLocation(file: \"\(path)\", line: \(field.line))\n"
      switch field.way {
      case .typed: text += "    out.fill(\"\(field.name)\", self.\(field.name))\n"
      case .html: text += "    out.html(\"\(field.name)\", self.\(field.name))\n"
      case .address: text += "    out.address(\"\(field.name)\", self.\(field.name))\n"
      case .inlined: text += "    out.inline(self.\(field.name))\n"
      }
    }
    return text + "#sourceLocation()\n  }\n}\n"
  }
}
