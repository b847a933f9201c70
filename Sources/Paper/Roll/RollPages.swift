import Composing
import Scoring
import Templating

/// A page of the roll after its contents: the pieces on it, from above down.
struct RollPage: Fillable {
  /// Names the chapter its margins speak of.
  var sheet: String
  var number: Int
  var parts: [RollPart]

  static let specimen = RollPage(sheet: "message", number: 3, parts: [.specimen])
}

/// The roll's pages being filled. Every piece has a known height, and the next page begins where one has no more room: a
/// section is a page in every engine, so that numbers of pages are right without an engine that counts them.
struct RollPages {
  /// Of a page between its margins, in tenths of a millimetre.
  static let room = 2505
  /// Of a drawing across the page with what sets it apart.
  static let drawing = 640

  private(set) var pages: [RollPage] = []
  private var left = 0
  private var rooms: [Int] = []
  private let first: Int

  /// - Parameter first: the number of the first page.
  init(first: Int) { self.first = first }

  /// Of the page at hand, in tenths of a millimetre.
  var roomLeft: Int { left }
  var number: Int { first + pages.count - 1 }

  mutating func open(_ sheet: String) {
    closeRoom()
    pages.append(RollPage(sheet: sheet, number: first + pages.count, parts: []))
    left = Self.room
  }

  /// Gives the page at hand other margins than it was opened with.
  mutating func rename(_ sheet: String) { pages[pages.count - 1].sheet = sheet }

  /// Puts a piece below the one before, or on a new page of the same chapter.
  /// - Parameters:
  ///   - height: in tenths of a millimetre, as the stylesheet sets it.
  ///   - gap: above it, where something stands above it.
  /// - Returns: the number of the page.
  @discardableResult
  mutating func add(_ part: RollPart, height: Int, gap: Int = 0) -> Int {
    let isFirst = pages.last?.parts.isEmpty != false
    if !isFirst, height + gap > left { open(pages[pages.count - 1].sheet) }
    let isAlone = pages[pages.count - 1].parts.isEmpty
    pages[pages.count - 1].parts.append(part)
    left -= height + (isAlone ? 0 : gap)
    return number
  }

  /// Drawings at the foot of the last page of each chapter that has room for one, until there are none left.
  mutating func addFeet(_ drawings: inout [String]) {
    closeRoom()
    for (index, page) in pages.enumerated() where rooms[index] >= Self.drawing {
      let isLast = index + 1 == pages.count || pages[index + 1].sheet != page.sheet
      guard isLast, let drawing = drawings.first else { continue }
      drawings.removeFirst()
      pages[index].parts.append(RollPart(drawing: BookDrawing(address: drawing, isFoot: true)))
    }
  }

  private mutating func closeRoom() {
    if rooms.count < pages.count { rooms.append(left) }
  }
}
