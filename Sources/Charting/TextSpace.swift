import Texts

/// Room that words take in a drawing, in tenths of a unit.
///
/// Nobody knows a reader's font, so widths are reckoned a little large: 1.12 em for a Han character, half of it for a
/// figure or Latin letter. On a narrow screen the stylesheet sets 17 units for 12, since the drawing shrinks and its words
/// must not: room is always kept for the larger.
enum TextSpace {
  static let height = 170

  static func width(_ text: String) -> Int { displayWidth(text) * 95 }

  /// The text, cut with an ellipsis where it is wider than the room.
  static func cut(_ text: String, to room: Int) -> String {
    guard width(text) > room else { return text }
    var short = ""
    for character in text {
      guard width(short) + width(String(character)) + 190 <= room else { break }
      short.append(character)
    }
    return short + "…"
  }

  /// Every how many labels can be shown beside one another without touching, in slots of a width.
  static func stride(_ labels: [String], slot: Int) -> Int {
    let widest = (labels.map(width).max() ?? 0) + 60
    return max(1, (widest + max(1, slot) - 1) / max(1, slot))
  }

  /// Which of a row of labels are shown where only every so many fit: every so many counted back from the last, so that
  /// they stand evenly and the last has its own.
  static func shown(of count: Int, _ stride: Int) -> [Int] {
    count == 0 ? [] : Array(Swift.stride(from: (count - 1) % stride, to: count, by: stride))
  }

  /// Moves wished-for heights apart so that labels one below another don't touch, keeping their order and the limits as
  /// far as there is room. Returned in the order given.
  /// - Parameter gap: a line of the largest letters a drawing has, on a telephone, where they are 17.5 units high.
  static func apart(_ wishes: [Int], from top: Int, to bottom: Int, gap: Int = 210) -> [Int] {
    let order = wishes.indices.sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var places = wishes
    var next = top
    for index in order {
      places[index] = max(wishes[index], next)
      next = places[index] + gap
    }
    // What was pushed out below goes up again, and pushes what stands above it.
    var limit = bottom
    for index in order.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - gap
    }
    return places
  }
}
