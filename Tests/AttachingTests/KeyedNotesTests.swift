import Testing
import Texts

@testable import Attaching

/// A film as Apple's telephones and ffmpeg write it: names in one box, values in another.
@Suite("Notes of a film under their names")
struct KeyedNotesTests {
  private func box(_ kind: [UInt8], _ body: [UInt8]) -> [UInt8] { big(body.count + 8) + kind + body }
  private func box(_ kind: String, _ body: [UInt8]) -> [UInt8] { box(Array(kind.utf8), body) }
  private func big(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }

  private func meta(_ notes: [(name: String, value: String)], isBare: Bool) -> [UInt8] {
    let keys = notes.flatMap { box("mdta", Array($0.name.utf8)) }
    let items = notes.enumerated().flatMap { number, note in
      box(big(number + 1), box("data", big(1) + big(0) + Array(note.value.utf8)))
    }
    let body = box("hdlr", big(0)) + box("keys", big(0) + big(notes.count) + keys) + box("ilst", items)
    return box("meta", isBare ? body : big(0) + body)
  }

  private func details(_ notes: [(name: String, value: String)], isBare: Bool = false) -> AttachmentLook.Details {
    let tags = meta(notes, isBare: isBare)
    let film = box("ftyp", Array("isom".utf8)) + box("moov", isBare ? tags : box("udta", tags))
    return lookInto(.mp4, size: film.count) { Array(film[$0.clamped(to: 0..<film.count)]) }.details
  }

  private let apple = "com.apple.quicktime."

  @Test("each name has its own value, in QuickTime's form and in that of MPEG", arguments: [false, true])
  func names(isBare: Bool) {
    #expect(
      details(
        [
          (apple + "location.ISO6709", "+30.2797+120.1522/"), (apple + "make", "Apple"), (apple + "author", "某某"),
          (apple + "model", "iPhone 15"), (apple + "creationdate", "2024-01-02T03:04:05+0800"), ("encoder", "Lavf"),
        ], isBare: isBare)
        == .init(author: "某某", place: "+30.2797+120.1522", device: "Apple iPhone 15", made: "2024-01-02"))
  }

  @Test("an artist alone is told; a maker alone is nobody, and no name is taken for a value")
  func few() {
    #expect(details([("artist", "某某")]).author == "某某")
    #expect(details([("artist", "某某")]).isPersonal)
    let made = details([(apple + "author", ""), (apple + "make", "Apple")])
    #expect(made == .init(device: "Apple") && !made.isPersonal)
    #expect(details([(apple + "comment", "velocity of an author")]) == .init())
  }

  @Test("names and values that don't fit one another end, and nothing of them is told")
  func broken() {
    let whole = box("moov", meta([("artist", "某某"), ("author", "某某")], isBare: true))
    for at in whole.indices {
      for value in [UInt8(0), 7, 0xFF] {
        var film = whole
        film[at] = value
        _ = lookInto(.mp4, size: film.count) { Array(film[$0.clamped(to: 0..<film.count)]) }
        _ = lookInto(.mp4, size: at) { Array(film[..<at][$0.clamped(to: 0..<at)]) }
      }
    }
  }
}
