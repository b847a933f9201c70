import Testing

@testable import Addressing

/// If these broke, what the check accepts and what is published would part ways again.
@Suite("One address for one thing")
struct SitePathTests {
  private let story = SitePath("content/campaigns/rivers/one.md")

  private func resolved(_ text: String) -> String? { try? story.resolving(Reference(text), floor: 1).text }

  @Test(
    "a reference means what a browser makes of it",
    arguments: [
      ("a.png", "content/campaigns/rivers/a.png"), ("./a.png", "content/campaigns/rivers/a.png"),
      ("../../works/w101.md", "content/works/w101.md"), ("../../works/w101%2Emd", "content/works/w101.md"),
      ("%2e%2E/b/c.md", "content/campaigns/b/c.md"), ("合影%201.png", "content/campaigns/rivers/合影 1.png"),
      ("合影 1.png", "content/campaigns/rivers/合影 1.png"), ("%E5%90%88%E5%BD%B1.png", "content/campaigns/rivers/合影.png"),
      ("a+b.png", "content/campaigns/rivers/a+b.png"), ("a%2Bb.png", "content/campaigns/rivers/a+b.png"),
      ("100%25.png", "content/campaigns/rivers/100%.png"), ("100%.png", "content/campaigns/rivers/100%.png"),
      ("%zz.png", "content/campaigns/rivers/%zz.png"), ("a%231.png", "content/campaigns/rivers/a#1.png"),
      ("a%3F.png", "content/campaigns/rivers/a?.png"), ("a.md#b", "content/campaigns/rivers/a.md"),
      ("a.md?x=../y#b?c", "content/campaigns/rivers/a.md"), ("#top", "content/campaigns/rivers/one.md"),
      ("", "content/campaigns/rivers/one.md"), ("a//b.png", "content/campaigns/rivers/a/b.png"),
      ("图：1.png", "content/campaigns/rivers/图：1.png"), ("./a:b.png", "content/campaigns/rivers/a:b.png"),
    ])
  func references(text: String, path: String) { #expect(resolved(text) == path) }

  @Test(
    "what leaves the content, or is no text, is refused with its reason",
    arguments: [
      ("../../../x.md", SitePath.Refusal.outside), ("/a.png", .outside), ("//host/a.png", .outside),
      ("https://a.example/", .outside), ("mailto:a@b.example", .outside), ("%2Fetc/passwd", .outside),
      ("..%2f..%2f..%2fetc", .outside), ("..\\a.png", .backslash), ("a%5Cb.png", .backslash), ("%FF.png", .undecodable),
      ("a%00.png", .undecodable), ("a%0Ab.png", .undecodable), ("%C0%AE%C0%AE/a", .undecodable),
    ])
  func refusals(text: String, reason: SitePath.Refusal) {
    #expect(throws: reason) { try story.resolving(Reference(text), floor: 1) }
  }

  @Test("a joiner or an accent behind a sign doesn't hide it", arguments: ["\u{338}", "\u{200D}", "\u{FE0F}"])
  func joined(mark: String) {
    #expect(Reference("https:\(mark)//a.example").lead == .outside)
    #expect(Reference("//\(mark)a").lead == .outside)
    #expect(Reference("a.md#\(mark)b").path == Array("a.md".utf8))
    #expect(Reference("a.md?\(mark)b").path == Array("a.md".utf8))
    #expect(resolved("..\\\(mark)a") == nil)
    #expect(resolved("..%2F\(mark)a") == "content/campaigns/\(mark)a")
  }

  @Test("the name of a file is the name, whatever its signs mean in a link")
  func names() throws {
    #expect(try story.resolving(name: "a#1?%20.png", floor: 1).text == "content/campaigns/rivers/a#1?%20.png")
    #expect(throws: SitePath.Refusal.outside) { try story.resolving(name: "../../../a.png", floor: 1) }
  }

  @Test(
    "a path written as an address is read back as itself, by the same rules",
    arguments: [
      "media/a b.png", "media/合影 (1).png", "media/100%.png", "media/%20.png", "media/a#1.png", "media/a?b&c.png",
      "media/it's.png", "media/a+b;c=d.png", "media/e\u{301}.png", "media/\u{E9}.png", "media/<x>\"`{|}^.png",
      "media/a:b.png", "media/…/x.png", "media/\u{1F600}.png",
    ])
  func addresses(path: String) throws {
    let address = SitePath(path).address
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>\"'`{|}\\^&#?".utf8.contains($0) }
    #expect(isPlain, "\(address)")
    let back = try SitePath("stories/one.html").resolving(Reference("../" + address)).text
    #expect(Array(back.utf8) == Array(path.utf8), "byte for byte, composed or not")
    #expect(SitePath(requestTarget: "/" + address)?.text == path)
  }

  @Test("what check accepts is one path, however it is spelled in percent signs")
  func spellings() {
    // Every byte of a name, alone among letters, once as itself where a link may hold it and once encoded.
    for byte in UInt8(0x21)..<0x7F where !"/\\#?%".utf8.contains(byte) {
      let name = "a" + String(UnicodeScalar(byte)) + "b.png"
      let hex = String(byte, radix: 16, uppercase: byte % 2 == 0)
      #expect(resolved("./a%\(hex)b.png") == resolved("./" + name), "\(name)")
      #expect(resolved("./" + percentEncoded(name.utf8)) == resolved("./" + name), "\(name)")
    }
  }
}
