// Numbers of persons, wherever they are written and however: pages and archives would carry them for decades. They are
// looked for here, below every other room, since no message and no shown line may repeat one either.

/// An identity card or mobile number within a text.
package struct PersonalNumber: Hashable, Sendable {
  package enum Kind: Sendable {
    case identityCard, mobile
  }

  /// Digits of a mobile number: a text of fewer bytes holds none.
  package static let fewestBytes = 11

  package let kind: Kind
  /// The bytes it takes up, with what stands between its digits.
  package let range: Range<Int>
}

/// How a text is to be read.
package enum TextForm: Sendable {
  /// A number ends with its line, at the latest.
  case table
  /// A line may go on on the next; marks for emphasis and tags aren't seen on the page. Both readings count.
  case prose
}

/// The numbers of persons in a text, in its order, at most `limit`, and how many more there are.
package func personalNumbers(
  in bytes: [UInt8], as form: TextForm, limit: Int = .max
) -> (found: [PersonalNumber], further: Int) {
  var plain = NumberSearch(bytes: bytes, joinsLines: form == .prose, hidesMarks: false, limit: limit)
  plain.run()
  guard form == .prose else { return (plain.found, plain.further) }
  var rendered = NumberSearch(bytes: bytes, joinsLines: true, hidesMarks: true, limit: limit)
  rendered.run()
  let starts = Set(plain.found.map(\.range.lowerBound))
  // One that both readings find may begin or end a little differently.
  let more = rendered.found.filter { one in
    !starts.contains(one.range.lowerBound) && !plain.found.contains { $0.range.overlaps(one.range) }
  }
  let all = more.isEmpty ? plain.found : (plain.found + more).sorted { $0.range.lowerBound < $1.range.lowerBound }
  return (Array(all.prefix(limit)), max(plain.further, rendered.further) + max(0, all.count - limit))
}

extension String {
  /// The text as it may be shown: of a number of a person only the first three digits, as wide as before.
  package var withoutPersonalNumbers: String {
    let bytes = Array(utf8)
    guard bytes.count >= 11 else { return self }
    var ranges = personalNumbers(in: bytes, as: .prose).found.map(\.range)[...]
    guard !ranges.isEmpty else { return self }
    var result = UnicodeScalarView()
    var (offset, digits) = (0, 0)
    for scalar in unicodeScalars {
      while let range = ranges.first, range.upperBound <= offset {
        ranges.removeFirst()
        digits = 0
      }
      let isInside = ranges.first?.contains(offset) ?? false
      offset += UTF8.width(scalar)
      guard isInside, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        result.append(scalar)
        continue
      }
      digits += 1
      result.append(digits <= 3 ? scalar : displayWidth(scalar) == 2 ? "＊" : "*")
    }
    return String(result)
  }
}

/// One walk over a text.
private struct NumberSearch {
  let bytes: [UInt8]
  let joinsLines: Bool
  let hidesMarks: Bool
  let limit: Int
  var found: [PersonalNumber] = []
  var further = 0

  mutating func run() {
    let reader = DigitReader(bytes: bytes, joinsLines: joinsLines, hidesMarks: hidesMarks)
    var position = 0
    while let start = reader.nextDigit(from: position) {
      var run = DigitRun()
      position = start
      var isOpen = true
      while isOpen {
        isOpen = reader.read(&run, from: &position)
        evaluate(&run, isWhole: !isOpen)
      }
    }
  }

  /// Looks at the groups of a run; of one that goes on, all but the last ones, which are kept.
  private mutating func evaluate(_ run: inout DigitRun, isWhole: Bool) {
    let end = isWhole ? run.groups.count : run.groups.count - DigitRun.mostGroups
    var index = 0
    while index < end {
      guard let (kind, last) = run.number(at: index, in: bytes) else {
        index += 1
        continue
      }
      let isEndingInX = last == run.groups.count - 1 && kind == .identityCard && run.endOfX != nil
      let upper = isEndingInX ? run.endOfX ?? 0 : run.groups[last].end
      if found.count < limit {
        found.append(PersonalNumber(kind: kind, range: run.groups[index].start..<upper))
      } else {
        further += 1
      }
      index = last + 1
    }
    run.drop(min(index, run.groups.count))
  }
}
