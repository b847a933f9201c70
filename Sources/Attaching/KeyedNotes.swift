import Texts

/// Notes of a film as Apple's telephones write them: `keys` has their names, `ilst` their values, each under the number of its
/// name, from 1.
struct KeyedNotes {
  /// By its name, in small letters and without Apple's own beginning; the first of each.
  private var values: [String: String] = [:]

  /// - Parameters:
  ///   - kind: of the box, `meta` or what holds it.
  ///   - bytes: what the box holds.
  init(_ kind: String, _ bytes: [UInt8]) {
    let all = { (range: Range<Int>) in Array(bytes[range.clamped(to: 0..<bytes.count)]) }
    let whole = 0..<bytes.count
    let notes = kind == "meta" ? [whole] : boxes(in: whole, all).filter { $0.kind == "meta" }.map(\.body)
    for note in notes {
      // QuickTime's begins with its first box, that of MPEG with its version.
      let isBare = ["hdlr", "keys", "ilst", "mhdr"].contains { bytes[note].dropFirst(4).starts(with: $0.utf8) }
      let inner = boxes(in: isBare ? note : note.dropFirst(4), all)
      guard let keys = inner.first(where: { $0.kind == "keys" }), let list = inner.first(where: { $0.kind == "ilst" })
      else { continue }
      take(boxes(in: list.body, all), names: Self.names(bytes[keys.body]), bytes)
    }
  }

  /// Behind version and count: length, where the name comes from, name.
  private static func names(_ bytes: ArraySlice<UInt8>) -> [String] {
    var names: [String] = []
    var rest = bytes.dropFirst(8)
    while rest.count >= 8, names.count < 1_000 {
      let length = number(rest.prefix(4))
      guard length >= 8, length <= rest.count else { break }
      let name = String(decoding: rest.prefix(length).dropFirst(8), as: UTF8.self).lowercased()
      names.append(String(name.dropping(prefix: "com.apple.quicktime.") ?? name[...]))
      rest = rest.dropFirst(length)
    }
    return names
  }

  private mutating func take(_ items: [FilmBox], names: [String], _ bytes: [UInt8]) {
    for item in items {
      // The number stands where other boxes have their kind.
      let index = number(bytes[item.body.lowerBound - 4..<item.body.lowerBound])
      guard names.indices.contains(index - 1), let data = boxes(in: item.body, { Array(bytes[$0]) }).first,
        data.kind == "data", data.body.count > 8
      else { continue }
      let name = names[index - 1]
      let value = bytes[data.body].dropFirst(8).prefix(1_000)
      let isWide = number(bytes[data.body].prefix(4)) == 2
      let text = isWide ? utf16Text([0xFE, 0xFF] + value) ?? "" : String(decoding: value, as: UTF8.self)
      if values[name] == nil { values[name] = plainDetail(text) }
    }
  }

  fileprivate func first(of names: [String]) -> String {
    names.lazy.compactMap { values[$0] }.first { !$0.isEmpty } ?? ""
  }

  fileprivate var author: String {
    first(of: ["author", "artist", "album_artist", "creator", "director", "producer", "performer", "composer"])
  }
  fileprivate var place: String { first(of: ["location.iso6709", "location.name", "location"]) }
  /// The maker isn't said twice.
  fileprivate var device: String {
    let (make, model) = (first(of: ["make"]), first(of: ["model"]))
    return model.begins(with: make) ? model : [make, model].filter { !$0.isEmpty }.joined(separator: " ")
  }
  fileprivate var made: String { dayWritten(first(of: ["creationdate", "creation_time", "date"])) }
}

extension AttachmentLook.Details {
  mutating func add(_ notes: KeyedNotes) {
    if author.isEmpty { author = notes.author }
    if place.isEmpty { place = coordinates(in: Array(notes.place.utf8)) ?? notes.place }
    if device.isEmpty { device = notes.device }
    if made.isEmpty { made = notes.made }
  }
}
