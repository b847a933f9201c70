import Testing

@Suite("An address leads where it seems to")
struct AddressTests {
  @Test(
    "what could lead elsewhere becomes a path",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java\nscript:x", " javascript:x",
      "\u{1}javascript:x", "//example.org/x", "/\\example.org", "\\\\example.org", "blob:x", "a:b.html",
    ])
  func foreign(address: String) {
    let page: Page = ["a": .address(address), "l": .addresses([address])]
    #expect(rendered("{{a}}", page).hasPrefix("./"))
    #expect(rendered("{{#l}}{{.}}{{/l}}", page).hasPrefix("./"))
  }

  @Test(
    "what doesn't stays as it is",
    arguments: [
      "", "../", "2025/standings/index.html", "#b01", "?q=a:b", "https://example.org/a", "http://example.org",
      "mailto:a@example.org", "tel:010", "/a/b.html", "a/b:c.html", "media/合影 1.png",
    ])
  func own(address: String) { #expect(rendered("{{a}}", ["a": .address(address)]) == address) }
}
