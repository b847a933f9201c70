import Testing

@testable import Manuscripts

@Suite("JSON")
struct JSONTests {
  private func read(_ text: String) throws(JSONFailure) -> JSON { try JSONReader.read(Array(text.utf8)) }

  @Test("values of every kind, with blanks around them")
  func values() throws {
    let value = try read(" { \"a\" : [ 1 , -2.5e3, true, false, null, \"x\" ] , \"b\":{} } ")
    #expect(value["a"]?.items == [.number("1"), .number("-2.5e3"), .flag(true), .flag(false), .null, .text("x")])
    #expect(value["b"] == .table([]))
    #expect(value["a"]?[0]?.whole == 1 && value["a"]?[9] == nil && value["c"] == nil)
  }

  @Test(
    "escapes become their signs, two halves one",
    arguments: [(#""\"\\\/\n\t""#, "\"\\/\n\t"), (#""\u4e2d\u6587""#, "中文"), (#""\ud83d\ude00""#, "😀"), ("\"中\"", "中")])
  func escapes(text: String, value: String) throws { #expect(try read(text) == .text(value)) }

  @Test(
    "what is none is refused",
    arguments: [
      "", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":1,}", "\"a", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
      "\"\\u+12f\"",
      "tru", "1 2", "\"\u{1}\"",
    ])
  func refused(text: String) { #expect(throws: JSONFailure.self) { try read(text) } }

  @Test("a list within a list is read to a depth, and no stack ends beyond it")
  func depth() throws {
    let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
    #expect(throws: Never.self) { try read(deep(JSONReader.deepest)) }
    #expect(throws: JSONFailure(offset: JSONReader.deepest)) { try read(deep(100_000)) }
  }
}
