import Testing

@testable import fill_views

/// What the build writes for views, and where it refuses to write.
@Suite("Views fill themselves")
struct ViewReaderTests {
  private func fills(_ source: String) throws -> String {
    var reader = ViewReader(path: "A.swift")
    return try reader.views(in: source).map(\.fill).joined().split(separator: "\n")
      .filter { !$0.hasPrefix("#sourceLocation") }.joined(separator: "\n")
  }

  @Test("a view's properties are its names, in the order written, as its marks say")
  func names() throws {
    let source = """
      package struct A: Page {
        /// Said of it.
        @Inlined var chrome: Chrome
        let name: String
        var note = ""
        @HTML package var body: String
        @WebAddress var links: [String]
        @Unprinted var count: Int
        var pairs: [Pair<Int, String>]
        var hasNote: Bool { !note.isEmpty }
        var isLong: Bool {
          let limit = 3
          return count > limit
        }

        static let specimen = A(
          chrome: .specimen, name: "")
        private var hidden: Int { 1 }
        private static let text = \"""
          var a: Int
        }
          \"""

        init(
          name: String
        ) {
          self.name = name
        }

        func other(
          _ a: Int
        )
          -> Int
        {
          let inner = a
          return inner
        }
      }
      """
    #expect(
      try fills(source) == """
        extension A {
          package func fill(_ out: inout Filler) {
            out.inline(self.chrome)
            out.fill("name", self.name)
            out.fill("note", self.note)
            out.html("body", self.body)
            out.address("links", self.links)
            out.fill("pairs", self.pairs)
            out.fill("hasNote", self.hasNote)
            out.fill("isLong", self.isLong)
          }
        }
        """)
  }

  @Test("a view within other types is named with them; what writes its own fill, or is no view, is left alone")
  func others() throws {
    let source = """
      extension Outer {
        struct A: Fillable, Equatable {
          struct B: Fillable {
            var name: String
          }
          enum Kind { case one }
          var b: B

          func fill(_ out: inout Filler) {
            out.record("b", b)
          }
        }
      }

      struct Plain: Sendable {
        var (a, b) = (1, 2)
      }

      struct C: Fillable {}
      """
    #expect(
      try fills(source) == """
        extension Outer.A.B {
          func fill(_ out: inout Filler) {
            out.fill("name", self.name)
          }
        }
        extension C {
          func fill(_ out: inout Filler) {
          }
        }
        """)
  }

  @Test("each field carries its place, so that the compiler tells a type that is none where it stands")
  func places() throws {
    var reader = ViewReader(path: "/src/A.swift")
    let view = try #require(try reader.views(in: "struct A: Fillable {\n\n  var a: Int?\n}\n").first)
    #expect(view.fill.contains("#sourceLocation(file: \"/src/A.swift\", line: 3)\n    out.fill(\"a\", self.a)\n"))
  }

  /// The lines of a view's body, and the line that is refused with what is said of it.
  private static let refused: [(body: String, line: Int, reason: String)] = [
    ("  var a, b: Int", 2, "one property a line"),
    ("  var a: Int, b: Int", 2, "one property a line"),
    ("  var a: [Int: String], b: Int", 2, "one property a line"),
    ("  var a: (Int) -> Int, b: Int", 2, "one property a line"),
    ("  var a = 1; var b = 2", 2, "one property a line"),
    ("  let (a, b): (Int, Int)", 2, "one property a line"),
    ("  var `default`: Int", 2, "one property a line"),
    ("  @State var a: Int", 2, "one mark at most"),
    ("  @HTML @Inlined var a: Int", 2, "one mark at most"),
    ("  @HTML\n  var a: String", 2, "begun on one line"),
    ("  @HTML static let a = 1", 2, "without a name"),
    ("  @HTML private var a: String", 2, "without a name"),
    ("  #if DEBUG\n  var a: Int\n  #endif", 2, "begun on one line"),
    ("  /* var a: Int */", 2, "begun on one line"),
    ("  ownMacro()", 2, "begun on one line"),
    ("    var a: Int", 2, "two further in"),
    ("  var a: Int\n    var b: Int", 3, "two further in"),
    ("  var a: Int\n    @HTML var b: Int", 3, "two further in"),
    ("  var a: Int { 1 }\n   package let b: Int", 3, "two further in"),
    (" var a: Int", 2, "two further in"),
    ("var a: Int", 2, "two further in"),
    ("\tvar a: Int", 2, "two further in"),
    (
      "  @HTML var a: String\n  func fill(_ out: inout Filler) {\n    out.html(\"a\", a)\n  }", 2, "writes its own fill"
    ),
    ("  static let text = \"\"\"\n    a", 2, "no end"),
    ("  struct B: Fillable { var a: Int }", 2, "lines of their own"),
    ("  private struct B: Fillable {\n    var a: Int\n  }", 2, "can't be private"),
    ("  fileprivate struct B: Fillable {\n    var a: Int\n  }", 2, "can't be private"),
    ("  struct B: Fillable,\n    Equatable\n  {\n    var a: Int\n  }", 2, "head stands on one line"),
    ("  struct B: Fillable {\n    var a: Int", 4, "two further in"),
  ]

  @Test("what can't be placed stops the build with its line", arguments: refused.indices)
  func refusals(index: Int) {
    let (body, line, reason) = Self.refused[index]
    let refusal = #expect(throws: Refusal.self, "\(body)") { try fills("struct A: Fillable {\n\(body)\n}\n") }
    #expect(
      refusal?.description.hasPrefix("A.swift:\(line):1: error: ") == true, "\(body): \(refusal?.description ?? "")")
    #expect(refusal?.description.contains(reason) == true, "\(body): \(refusal?.description ?? "")")
  }

  @Test("a view that doesn't end is refused where it begins")
  func unended() {
    #expect(throws: Refusal("A.swift:2:1: error: A has no end at its own indentation")) {
      try fills("\nstruct A: Fillable {\n  var a: Int\n")
    }
  }
}
