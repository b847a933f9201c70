import Testing

@testable import Manuscripts

/// pandoc's tree, as much of it as a test needs.
func str(_ text: String) -> String { #"{"t":"Str","c":"\#(text)"}"# }
let space = #"{"t":"Space"}"#
let lineBreak = #"{"t":"LineBreak"}"#
func strong(_ inlines: String...) -> String { #"{"t":"Strong","c":[\#(inlines.joined(separator: ","))]}"# }
func picture(_ source: String, alt: String = "") -> String {
  #"{"t":"Image","c":[["",[],[]],[\#(alt.isEmpty ? "" : str(alt))],["\#(source)",""]]}"#
}
func note(_ blocks: String...) -> String { #"{"t":"Note","c":[\#(blocks.joined(separator: ","))]}"# }
func span(_ name: String, _ inlines: String...) -> String {
  #"{"t":"Span","c":[["",["\#(name)"],[]],[\#(inlines.joined(separator: ","))]]}"#
}
func para(_ inlines: String...) -> String { #"{"t":"Para","c":[\#(inlines.joined(separator: ","))]}"# }
func header(_ level: Int, _ inlines: String...) -> String {
  #"{"t":"Header","c":[\#(level),["",[],[]],[\#(inlines.joined(separator: ","))]]}"#
}
func bullets(_ items: String...) -> String {
  #"{"t":"BulletList","c":[\#(items.map { "[\($0)]" }.joined(separator: ","))]}"#
}
/// Of one row of heads and further rows; a cell is `(rows down, columns across, blocks)`.
func table(_ rows: [[(Int, Int, String)]]) -> String {
  let lines = rows.map { row in
    let cells = row.map { #"[["",[],[]],{"t":"AlignDefault"},\#($0.0),\#($0.1),[\#($0.2)]]"# }
    return #"[["",[],[]],[\#(cells.joined(separator: ","))]]"#
  }
  let (head, body) = (lines.prefix(1).joined(separator: ","), lines.dropFirst().joined(separator: ","))
  return
    #"{"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],[\#(head)]],[[["",[],[]],0,[],[\#(body)]]],[["",[],[]],[]]]}"#
}

func manuscript(_ blocks: String..., title: String? = nil) throws -> Manuscript {
  let meta = title.map { #"{"title":{"t":"MetaInlines","c":[\#(str($0))]}}"# } ?? "{}"
  let json = #"{"pandoc-api-version":[1,22,2,1],"meta":\#(meta),"blocks":[\#(blocks.joined(separator: ","))]}"#
  return try readManuscript(Array(json.utf8))
}

/// What the blocks become, in Markdown.
func written(_ blocks: String...) throws -> String {
  let all = try manuscript([#"{"t":"Para","c":[\#(str("题目"))]}"#] + blocks)
  return markdown(all.tidied().blocks)
}

func manuscript(_ blocks: [String]) throws -> Manuscript {
  let json = #"{"pandoc-api-version":[1,22,2,1],"meta":{},"blocks":[\#(blocks.joined(separator: ","))]}"#
  return try readManuscript(Array(json.utf8))
}
